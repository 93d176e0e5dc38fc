import type { Knex } from 'knex';

/** A prepared statement: `name` is unique in the program and always stands for the same `text`. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** A pool, or one open transaction of it. */
export interface Db {
  /** knex on this pool or transaction, for composed queries. */
  readonly knex: Knex;
  /** Runs a named statement (prepared once per connection). Values are $1, $2, … */
  query<Row>(statement: Statement, values: readonly unknown[]): Promise<Row[]>;
  /** Begins a transaction, or a savepoint where one is open already; commits when `work` resolves, rolls back when it throws. */
  transaction<Result>(work: (db: Db) => Promise<Result>): Promise<Result>;
}
