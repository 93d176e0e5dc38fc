import { expect } from 'chai';
import pg from 'pg';
import { readMigrations } from '../../src/platform/migration-files.ts';
import { QUEUE_REVISION } from '../../src/queue/queue-schema.ts';
import { checkedFetch } from '../support/contract/checked-fetch.ts';
import { createScratchDatabase, type ScratchDatabase } from '../support/database.ts';
import { useServers } from '../support/use-servers.ts';

describe('the command migrate, and a fleet that migrates before its servers start', function () {
  this.timeout(60_000);
  const prepare = useServers();
  let empty: ScratchDatabase;
  let client: pg.Client;
  let files: readonly string[] = [];
  before(async () => {
    files = (await readMigrations()).map(({ name }) => name);
  });
  beforeEach(async () => {
    empty = await createScratchDatabase('template0');
    client = new pg.Client({ connectionString: empty.url });
    await client.connect();
  });
  afterEach(async () => {
    await client.end();
    await empty.drop();
  });

  const onEmpty = (more: Readonly<Record<string, string>> = {}) => prepare({ DATABASE_URL: empty.url, ...more });
  const linesOf = (output: string, verb: string): string[] =>
    output.split('\n').flatMap((line) => (line.startsWith(`${verb} `) ? [line.slice(verb.length + 1)] : []));

  it('with --check names everything that is pending and changes nothing, then finds nothing', async () => {
    const server = await onEmpty();
    const found = await server.run(['migrate', '--check'], '');
    expect(found.code).to.equal(1);
    expect(linesOf(found.output, 'pending')).to.deep.equal([...files, `job queue, revision 0 to ${QUEUE_REVISION}`]);
    expect(found.output).to.include('migrations are pending: run `node src/main.ts migrate` to apply them');
    const { rows } = await client.query("SELECT FROM pg_tables WHERE schemaname IN ('public', 'graphile_worker')");
    expect(rows).to.have.length(0);
    expect((await server.run(['migrate'], '')).code).to.equal(0);
    expect(await server.run(['migrate', '--check'], '')).to.deep.equal({ code: 0, output: 'no pending migrations\n' });
  });

  it('with --plan says what would run in which order, and what it would lock, and changes nothing', async () => {
    const server = await prepare();
    const pending = '20261129121520_external_kind_stats.sql';
    expect((await server.run(['migrate', '--plan'], '')).output).to.equal('no pending migrations\n');
    await server.query(
      `DELETE FROM schema_migration_checksums
        WHERE place >= (SELECT place FROM schema_migration_checksums WHERE name = $1)`,
      [pending],
    );
    await server.query('ANALYZE tasks');
    const { code, output } = await server.run(['migrate', '--plan'], '');
    expect(code, output).to.equal(0);
    const [, first] = /^(1\. .*\n.*\n)2\. /.exec(output)!;
    expect(first).to.equal(
      `1. src/migrations/${pending}\n     tasks (about 0 rows): SHARE UPDATE EXCLUSIVE, reads and writes go on\n`,
    );
    expect(output).to.match(/\nA transaction keeps its locks until its end\. .* is not shown\.\n$/);
    const again = await server.run(['migrate', '--check', '--plan'], '');
    expect(again.code).to.equal(1);
    expect(again.output).to.include(output).and.include(`pending ${pending}`);
  });

  it('with --plan numbers all files of an empty database, which has no table to lock', async () => {
    const server = await onEmpty();
    const { code, output } = await server.run(['migrate', '--plan'], '');
    expect(code).to.equal(0);
    const listed = [
      ...output.matchAll(/^(\d+)\. src\/migrations\/(\S+)(?: \(outside a transaction\))?\n {5}locks no table$/gm),
    ];
    expect(listed.map(([, number, name]) => [Number(number), name])).to.deep.equal(
      files.map((name, index) => [index + 1, name]),
    );
  });

  it('knows the revision of the queue that the installed package creates', async () => {
    const server = await prepare();
    const [row] = await server.query<{ id: number }>('SELECT max(id) AS id FROM graphile_worker.migrations');
    expect(row?.id).to.equal(QUEUE_REVISION);
    await server.query('DELETE FROM graphile_worker.migrations WHERE id = $1', [QUEUE_REVISION]);
    const { code, output } = await server.run(['migrate', '--check'], '');
    expect(code).to.equal(1);
    expect(linesOf(output, 'pending')).to.deep.equal([
      `job queue, revision ${QUEUE_REVISION - 1} to ${QUEUE_REVISION}`,
    ]);
  });

  for (const command of ['serve', 'worker']) {
    it(`keeps ${command} from starting while migrations are pending, if MIGRATE_ON_START is false`, async () => {
      const server = await onEmpty({ MIGRATE_ON_START: 'false' });
      const { code, output } = await server.run([command], '');
      expect(code).to.equal(1);
      expect(output).to.include('MIGRATE_ON_START is false: run `node src/main.ts migrate` first');
      for (const name of files) expect(output).to.include(`  pending ${name}\n`);
      expect(output).not.to.match(/\n\s+at /);
    });
  }

  it('lets serve start without the privilege to create tables, even after a newer version has migrated', async () => {
    const server = await prepare({ MIGRATE_ON_START: 'false', LOG_LEVEL: 'warn' });
    const newer = '29990101000000_newer.sql';
    await server.query('INSERT INTO schema_migration_checksums (name, checksum) VALUES ($1, $2)', [newer, 'x']);
    await server.query('REVOKE CREATE ON SCHEMA public FROM PUBLIC');
    const role = `fleet_${process.pid}`;
    await server.query(`CREATE ROLE ${role} LOGIN PASSWORD 'fleet'`);
    try {
      await server.query(`GRANT USAGE ON SCHEMA public, graphile_worker TO ${role}`);
      await server.query(`GRANT ALL ON ALL TABLES IN SCHEMA public, graphile_worker TO ${role}`);
      await server.query(`GRANT ALL ON ALL SEQUENCES IN SCHEMA public, graphile_worker TO ${role}`);
      const url = new URL(server.databaseUrl);
      url.username = role;
      url.password = 'fleet';
      const fleet = await prepare({ DATABASE_URL: url.href, MIGRATE_ON_START: 'false', LOG_LEVEL: 'warn' });
      await fleet.start();
      expect((await checkedFetch(`${fleet.url}/health/readiness`)).status).to.equal(200);
      expect(await fleet.stop()).to.equal(0);
      const warned = fleet
        .printed()
        .split('\n')
        .filter((line) => line.includes('a newer version has migrated'));
      expect(warned.join()).to.include(newer);
      const checked = await fleet.run(['migrate', '--check'], '');
      expect(checked).to.deep.equal({ code: 0, output: `newer ${newer}\nno pending migrations\n` });
    } finally {
      await server.query(`DROP OWNED BY ${role}`);
      await server.query(`DROP ROLE ${role}`);
    }
  });

  it('keeps serve from starting after a newer version has removed what it uses, and says which version runs', async () => {
    const server = await prepare({ MIGRATE_ON_START: 'false' });
    await server.query(
      "INSERT INTO schema_migration_checksums (name, checksum, needed_version) VALUES ('29990101000000_newer.sql', 'x', '99.0.0')",
    );
    const { code, output } = await server.run(['serve'], '');
    expect(code).to.equal(1);
    expect(output).to.match(/29990101000000_newer\.sql needs version 99\.0\.0 or later/);
  });
});
