import { expect } from 'chai';
import pg from 'pg';
import { readMigrations } from '../../../src/platform/migration-files.ts';
import { statementsOf } from '../../../src/platform/sql-statements.ts';
import { locksOf } from '../../../src/platform/migration-locks.ts';
import { createScratchDatabase, type ScratchDatabase } from '../../support/database.ts';

const files = await readMigrations();

// Each migration runs in a transaction on the schema before it, and PostgreSQL says which tables it has locked.
describe('the locks in the plan of migrations', function () {
  this.timeout(60_000);
  let scratch: ScratchDatabase;
  let client: pg.Client;
  before(async () => {
    scratch = await createScratchDatabase('template0');
    client = new pg.Client({ connectionString: scratch.url });
    await client.connect();
  });
  after(async () => {
    await client.end();
    await scratch.drop();
  });

  for (const { name, sql, isTransactional } of files) {
    it(`are those that PostgreSQL takes for ${name}`, async () => {
      // Partitions are locked with their table. A table may be renamed, so its oid is compared.
      const before = await client.query<{ oid: number; name: string }>(
        `SELECT oid::integer, relname AS name FROM pg_class
          WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition`,
      );
      const names = new Map(before.rows.map((row) => [row.oid, row.name]));
      const indexes = await client.query<{ indexname: string; tablename: string }>(
        "SELECT indexname, tablename FROM pg_indexes WHERE schemaname = 'public'",
      );
      const planned = locksOf(sql, new Map(indexes.rows.map((row) => [row.indexname, row.tablename])));
      if (!isTransactional) {
        // PostgreSQL refuses such statements in a transaction, where their locks could be read.
        for (const statement of statementsOf(sql)) await client.query(statement);
        expect(new Set(planned.values())).to.deep.equal(new Set(['SHARE UPDATE EXCLUSIVE']));
        return;
      }
      await client.query('BEGIN');
      await client.query(sql);
      const { rows } = await client.query<{ oid: number; mode: string }>(
        `SELECT relation::integer AS oid, regexp_replace(upper(regexp_replace(l.mode, '([a-z])([A-Z])', '\\1 \\2', 'g')), ' ?LOCK$', '') AS mode
           FROM pg_locks l
          WHERE l.pid = pg_backend_pid() AND l.relation = ANY($1)
            AND l.mode IN ('ShareUpdateExclusiveLock', 'ShareLock', 'ShareRowExclusiveLock', 'AccessExclusiveLock')`,
        [[...names.keys()]],
      );
      await client.query('COMMIT');
      const taken = new Map<string, string[]>();
      for (const { oid, mode } of rows) {
        const table = names.get(oid)!;
        taken.set(table, [...(taken.get(table) ?? []), mode]);
      }
      const blocking = [...planned].filter(([, mode]) => mode !== 'ROW EXCLUSIVE');
      expect(blocking.map(([table]) => table).sort()).to.deep.equal([...taken.keys()].sort());
      for (const [table, mode] of blocking) expect(taken.get(table), table).to.include(mode);
    });
  }
});
