import type { Db, Statement } from './database.ts';
import type { PooledPostgres } from './database-pool.ts';

/**
 * Reads within one transaction that sees the database as it was at its first statement and writes nothing. It is open
 * from the first row that is asked for to the last, or until the reader breaks off; it holds a connection meanwhile.
 */
export async function* readSnapshot<Row>(
  { knex }: Db,
  read: (db: Db) => AsyncIterable<Row>,
): AsyncGenerator<Row, void, undefined> {
  const trx = await knex.transaction({ isolationLevel: 'repeatable read', readOnly: true });
  try {
    const pool = trx.client as PooledPostgres;
    const connection = await pool.acquireConnection();
    yield* read({
      knex: trx,
      query: <Result>(statement: Statement, values: readonly unknown[]) =>
        pool.execute<Result>(connection, { ...statement, values: values as unknown[] }),
      transaction: () => Promise.reject(new Error('a snapshot is for reading')),
    });
  } finally {
    // A connection that is lost has nothing to roll back, and the error that said so is on its way already.
    await trx.rollback().catch(() => undefined);
  }
}

/** Which rows are read next. */
export interface Part<Row> {
  /** The row before them; undefined at the beginning. */
  readonly last: Row | undefined;
  readonly limit: number;
}

/** Rows can hold texts of a hundred thousand characters, and a part is in memory as a whole. */
const partRows = 100;

/**
 * Reads a large result in parts, so that only one of them is in memory.
 * @param next returns up to `limit` rows of the scope; fewer are the last ones
 */
export async function* inParts<Scope, Row>(
  db: Db,
  scope: Scope,
  next: (db: Db, scope: Scope, part: Part<Row>) => Promise<readonly Row[]>,
): AsyncGenerator<Row, void, undefined> {
  let last: Row | undefined;
  for (;;) {
    const rows = await next(db, scope, { last, limit: partRows });
    yield* rows;
    if (rows.length < partRows) return;
    last = rows.at(-1);
  }
}
