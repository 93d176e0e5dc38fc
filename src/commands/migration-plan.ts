import { blockedBy, locksOf } from '../platform/migration-locks.ts';
import { withConnection } from '../platform/single-connection.ts';
import { pendingNames, type SchemaState } from '../schema.ts';

interface TableFacts {
  readonly table: string;
  /** PostgreSQL's estimate; negative before the first ANALYZE. */
  readonly rows: number;
  readonly indexes: readonly string[];
}

const TABLES = `SELECT c.relname AS table, c.reltuples::float8 AS rows,
    ARRAY(SELECT i.relname::text FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
           WHERE x.indrelid = c.oid ORDER BY i.relname) AS indexes
  FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')`;

/**
 * Describes what `migrate` would run on the database at `url`: the files in their order, and which tables of the
 * database they lock how.
 */
export async function describePlan(url: string, state: SchemaState): Promise<string> {
  const { rows } = await withConnection(url, (client) => client.query<TableFacts>(TABLES));
  const tables = new Map(rows.map((facts) => [facts.table, facts]));
  const indexes = new Map(rows.flatMap(({ table, indexes: names }) => names.map((name) => [name, table] as const)));
  const lines = state.pending.flatMap(({ name, sql, isTransactional }, index) => {
    // Tables of earlier pending migrations are not in the database yet, so nobody waits for them.
    const locks = [...locksOf(sql, indexes)].flatMap(([table, mode]) => {
      const facts = tables.get(table);
      const size = facts === undefined || facts.rows < 0 ? 'of unknown size' : `about ${facts.rows} rows`;
      return facts === undefined ? [] : [`     ${table} (${size}): ${mode}, ${blockedBy[mode]}`];
    });
    const how = isTransactional ? '' : ' (outside a transaction)';
    return [`${index + 1}. src/migrations/${name}${how}`, ...(locks.length === 0 ? ['     locks no table'] : locks)];
  });
  const queue = pendingNames(state).slice(state.pending.length);
  const note = 'A transaction keeps its locks until its end. What functions and DO blocks lock is not shown.';
  return [...lines, ...queue.map((name) => `${state.pending.length + 1}. ${name}`), note, ''].join('\n');
}
