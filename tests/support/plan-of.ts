import { hash } from 'node:crypto';
import type { Db } from '../../src/platform/database.ts';

/** Returns the EXPLAIN output for the last statement that `work` runs. Nothing else may use the pool meanwhile. */
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
  const text = `EXPLAIN ${last.sql.replaceAll(/\$(\d+)/g, (_, place: string) => quote(last.bindings[Number(place) - 1]))}`;
  const rows = await db.query<{ 'QUERY PLAN': string }>({ name: `plan ${hash('sha1', text)}`, text }, []);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

/** Returns a value as an SQL literal. With literals, EXPLAIN plans for these values instead of any values. */
function quote(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return `'${value.toISOString()}'`;
  if (Array.isArray(value)) return `'{${value.join(',')}}'`;
  if (typeof value !== 'string') throw new Error(`planOf cannot write a ${typeof value} as an SQL literal`);
  return `'${value.replaceAll("'", "''")}'`;
}
