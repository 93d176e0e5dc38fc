import type { Db } from '../platform/database.ts';
import { withKnex } from '../platform/late-knex.ts';

/**
 * Gets the tags of what a transaction has changed. `transaction` resolves after the promise that it returns. Must not
 * throw or reject.
 */
export type CommitListener = (tags: ReadonlySet<string>) => void | Promise<void>;

export interface SignallingDb {
  readonly db: Db;
  /** Registers a function that is called after each commit. */
  readonly onCommit: (listener: CommitListener) => void;
}

/**
 * A database that signals every transaction committed on it (not savepoints), with what the transaction has touched. The
 * signal wakes the relay and the sealer, which otherwise poll once a second, and makes caches forget. The relay and the
 * sealer must use the plain `db`, because otherwise they would wake each other forever.
 */
export function signalCommits(db: Db): SignallingDb {
  const listeners: CommitListener[] = [];
  const signal = async (tags: ReadonlySet<string>): Promise<void> => {
    await Promise.all(listeners.map(async (listener) => listener(tags)));
  };
  const signalling = (plain: Db): Db =>
    withKnex<Omit<Db, 'knex'>>(() => plain.knex, {
      query: (statement, values) => plain.query(statement, values),
      defer: (statement, values) => plain.defer(statement, values),
      transaction: (work) => signalled(plain, work, signal),
      touch: (tags) => signal(new Set(tags)),
      until: (deadline) => signalling(plain.until?.(deadline) ?? plain),
    });
  return {
    db: signalling(db),
    onCommit: (listener) => listeners.push(listener),
  };
}

async function signalled<Result>(
  plain: Db,
  work: (db: Db) => Promise<Result>,
  signal: (tags: ReadonlySet<string>) => Promise<void>,
): Promise<Result> {
  const tags = new Set<string>();
  const state = { isCommitting: false };
  try {
    return await plain.transaction(async (tx) => {
      const result = await work(gathering(tx, tags));
      state.isCommitting = true;
      return result;
    });
  } finally {
    // A COMMIT whose response was lost may have committed, so a failure of it is signalled, too.
    if (state.isCommitting) await signal(tags);
  }
}

/** A transaction that adds what is touched in it to `tags`. */
function gathering(plain: Db, tags: Set<string>): Db {
  return withKnex<Omit<Db, 'knex'>>(() => plain.knex, {
    query: (statement, values) => plain.query(statement, values),
    defer: (statement, values) => plain.defer(statement, values),
    transaction: async (work) => {
      const own = new Set<string>();
      const result = await plain.transaction((savepoint) => work(gathering(savepoint, own)));
      for (const tag of own) tags.add(tag);
      return result;
    },
    touch: (touched) => {
      for (const tag of touched) tags.add(tag);
      return Promise.resolve();
    },
  });
}
