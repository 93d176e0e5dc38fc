import type { Db } from '../platform/database.ts';

export interface SignallingDb {
  readonly db: Db;
  /** Registers what is called after each commit. */
  readonly onCommit: (listener: () => void) => void;
}

/**
 * A database that tells of every transaction committed on it (not of savepoints). It wakes the relay and the sealer,
 * wherever the change was made; by themselves they would find its rows within a second. They themselves must work on
 * `db` as it was, or they would wake each other for ever.
 */
export function signalCommits(db: Db): SignallingDb {
  const listeners: (() => void)[] = [];
  const signalling = (quiet: Db): Db => ({
    get knex() {
      return quiet.knex;
    },
    query: (statement, values) => quiet.query(statement, values),
    transaction: async (work) => {
      const result = await quiet.transaction(work);
      for (const listener of listeners) listener();
      return result;
    },
    until: (deadline) => signalling(quiet.until?.(deadline) ?? quiet),
  });
  return {
    db: signalling(db),
    onCommit: (listener) => listeners.push(listener),
  };
}
