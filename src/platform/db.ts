import type { Knex } from 'knex';
import type { Deadline } from './deadline.ts';

/** A prepared statement: `name` is unique in the program and always stands for the same `text`. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  /**
   * An index look-up of a few rows that takes no locks. Outside of transactions it runs on connections that requests
   * share: see quick-reads.ts.
   */
  readonly isQuick?: boolean;
}

/** For databases without caches: nothing is told of changes. */
export const untold = (): Promise<void> => Promise.resolve();

/** A pool, or one open transaction of it. */
export interface Db {
  /** knex on this pool or transaction, for composed queries. */
  readonly knex: Knex;
  /** Runs a named statement (prepared once per connection). Values are $1, $2, … */
  query<Row>(statement: Statement, values: readonly unknown[]): Promise<Row[]>;
  /**
   * Runs a statement whose rows nobody reads. In a transaction it is sent together with the next statement or with
   * COMMIT, in this order: its failure is thrown there.
   */
  defer(statement: Statement, values: readonly unknown[]): Promise<void>;
  /**
   * Begins a transaction, or a savepoint inside an open transaction. Commits when `work` resolves, rolls back when it
   * throws.
   */
  transaction<Result>(work: (db: Db) => Promise<Result>): Promise<Result>;
  /**
   * Names what changes, by the tags of caches. In a transaction the tags count once it commits, and those of a savepoint
   * that rolls back do not; elsewhere they count now. Caches have forgotten what carries the tags before `transaction`
   * resolves, or this promise does. Does nothing on a database that commit-signal.ts does not wrap.
   */
  touch(tags: Iterable<string>): Promise<void>;
  /**
   * The same for one request: at its deadline, running statements are cancelled and rolled back. Available on a pool
   * only.
   */
  until?(deadline: Deadline): Db;
}
