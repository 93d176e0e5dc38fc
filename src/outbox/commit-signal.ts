import type { Db } from '../platform/database.ts';

export interface SignallingDb {
  readonly db: Db;
  /** Registers a function that is called after each commit. */
  readonly onCommit: (listener: () => void) => void;
}

/**
 * A database that signals every transaction committed on it (not savepoints). The signal wakes the relay and the
 * sealer, which otherwise poll once a second. They must use the plain `db`, because otherwise they would wake each
 * other forever.
 */
export function signalCommits(db: Db): SignallingDb {
  const listeners: (() => void)[] = [];
  const signalling = (plain: Db): Db => ({
    get knex() {
      return plain.knex;
    },
    query: (statement, values) => plain.query(statement, values),
    transaction: async (work) => {
      const result = await plain.transaction(work);
      for (const listener of listeners) listener();
      return result;
    },
    until: (deadline) => signalling(plain.until?.(deadline) ?? plain),
  });
  return {
    db: signalling(db),
    onCommit: (listener) => listeners.push(listener),
  };
}
