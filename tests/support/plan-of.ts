import type { Db } from '../../src/platform/database.ts';

/**
 * The plan of the last statement that `work` runs, as EXPLAIN writes it. Listens on the pool itself, so `work` must be
 * its only user meanwhile.
 */
export async function planOf(db: Db, work: (db: Db) => Promise<unknown>): Promise<string> {
  let last = { sql: '', bindings: [] as readonly unknown[] };
  const note = (query: typeof last): void => {
    last = query;
  };
  db.knex.on('query', note);
  await work({
    ...db,
    query: (statement, values) => {
      note({ sql: statement.text, bindings: values });
      return db.query(statement, values);
    },
  });
  db.knex.removeListener('query', note);
  const rows = await db.query<{ 'QUERY PLAN': string }>(
    {
      name: '',
      text: `EXPLAIN ${last.sql.replaceAll(/\$(\d+)/g, (_, place: string) => quote(last.bindings[Number(place) - 1]))}`,
    },
    [],
  );
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

/** EXPLAIN of a statement with parameters would plan for any values; with these in their places, for these. */
function quote(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `'{${value.join(',')}}'`;
  if (typeof value !== 'string') throw new Error('planOf cannot write such a value');
  return `'${value.replaceAll("'", "''")}'`;
}
