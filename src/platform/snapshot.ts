import { untold, type Db } from './database.ts';
import type { PooledPostgres } from './database-pool.ts';
import { withKnex } from './late-knex.ts';
import { openTransaction } from './transaction.ts';

/**
 * Reads in one read-only transaction that sees the database as of its first statement. The transaction is open, and
 * holds a connection, from the first row until the last one, or until the consumer stops.
 */
export async function* readSnapshot<Row>(
  { knex }: Db,
  read: (db: Db) => AsyncIterable<Row>,
): AsyncGenerator<Row, void, undefined> {
  const transaction = await openTransaction(knex.client as PooledPostgres, 'snapshot');
  const { db } = transaction;
  try {
    const transactionless: Omit<Db, 'knex'> = {
      query: (statement, values) => db.query(statement, values),
      defer: (statement, values) => db.defer(statement, values),
      transaction: () => Promise.reject(new Error('a snapshot is read-only: it cannot open a transaction')),
      touch: untold,
    };
    yield* read(withKnex(() => db.knex, transactionless));
  } finally {
    await transaction.rollback();
    await transaction.release();
  }
}

/** Selects the next rows to read. */
export interface Part<Row> {
  /** The last row of the previous part; undefined for the first part. */
  readonly last: Row | undefined;
  readonly limit: number;
}

/** A whole part is in memory, and a row can hold texts of a hundred thousand characters. */
const partRows = 100;

/**
 * Reads a large result in parts, so that only one part is in memory.
 * @param next returns up to `limit` rows of the scope; fewer rows mean that the part is the last one
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
