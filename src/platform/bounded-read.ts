import { isUnavailable } from './database-errors.ts';
import type { Db } from './database.ts';
import { readSnapshot } from './snapshot.ts';
import type { Unit } from './unit.ts';

// Reads of operations with `x-consistency: bounded`: from the unit's replica if it has one, else from the primary. A
// replica cancels a statement that needs rows which the primary has removed meanwhile, and it may fail between its check
// and the read. The primary then serves the read.

type Source = Pick<Unit, 'db' | 'replica'>;

/** @throws the errors of `read` */
export async function readBounded<Result>({ db, replica }: Source, read: (db: Db) => Promise<Result>): Promise<Result> {
  if (replica === undefined) return read(db);
  try {
    return await read(replica);
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return read(db);
  }
}

/** `readSnapshot` of the replica or the primary. After its first row, a failure of the replica ends the read. */
export async function* readBoundedSnapshot<Row>(
  { db, replica }: Source,
  read: (db: Db) => AsyncIterable<Row>,
): AsyncGenerator<Row, void, undefined> {
  if (replica === undefined) {
    yield* readSnapshot(db, read);
    return;
  }
  const rows = readSnapshot(replica, read);
  const first = await firstOf(rows);
  if (first === undefined) yield* readSnapshot(db, read);
  if (first === undefined || first.done === true) return;
  try {
    yield first.value;
    yield* rows;
  } finally {
    // If the reader stops at the first row, the transaction is still open.
    await rows.return();
  }
}

/** Returns undefined if the replica cannot serve the read. */
async function firstOf<Row>(rows: AsyncGenerator<Row, void, undefined>) {
  try {
    return await rows.next();
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return undefined;
  }
}
