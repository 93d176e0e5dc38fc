import type { Db } from '../platform/database.ts';
import { withKnex } from '../platform/late-knex.ts';

/**
 * Gets the tags of what a transaction has changed, and whether it is certain that it has committed. `transaction`
 * resolves after the promise that it returns. Must not throw or reject.
 */
export type CommitListener = (tags: ReadonlySet<string>, isCertain: boolean) => void | Promise<void>;

type Signal = (tags: ReadonlySet<string>, isCertain: boolean) => Promise<void>;

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
  const signal: Signal = async (tags, isCertain) => {
    await Promise.all(listeners.map(async (listener) => listener(tags, isCertain)));
  };
  const signalling = (plain: Db): Db =>
    withKnex<Omit<Db, 'knex'>>(() => plain.knex, {
      query: (statement, values) => plain.query(statement, values),
      defer: (statement, values) => plain.defer(statement, values),
      transaction: (work) => signalled(plain, work, signal),
      touch: (tags) => signal(new Set(tags), true),
      until: (deadline) => signalling(plain.until?.(deadline) ?? plain),
    });
  return {
    db: signalling(db),
    onCommit: (listener) => listeners.push(listener),
  };
}

async function signalled<Result>(plain: Db, work: (db: Db) => Promise<Result>, signal: Signal): Promise<Result> {
  const tags = new Set<string>();
  const state = { isCommitting: false, isCommitted: false };
  try {
    const committed = await plain.transaction(async (tx) => {
      const result = await work(gathering(tx, tags));
      state.isCommitting = true;
      return result;
    });
    state.isCommitted = true;
    return committed;
  } finally {
    // A COMMIT whose response was lost may have committed, or commit later, so a failure of it is signalled, too.
    if (state.isCommitting) await signal(tags, state.isCommitted);
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
