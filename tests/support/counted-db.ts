import type { Db } from '../../src/platform/database.ts';

/** A Db that counts its statements: prepared ones and those of knex. */
export interface CountedDb extends Db {
  /** Returns the number of statements that `work` runs. */
  countOf(work: () => Promise<unknown>): Promise<number>;
}

/** Counts the statements of the whole pool, so nothing else may use `db` meanwhile. */
export function countStatements(db: Db): CountedDb {
  let count = 0;
  db.knex.on('query', () => {
    count += 1;
  });
  return {
    knex: db.knex,
    query: (statement, values) => {
      count += 1;
      return db.query(statement, values);
    },
    defer: (statement, values) => {
      count += 1;
      return db.defer(statement, values);
    },
    transaction: (work) => db.transaction(work),
    touch: (tags) => db.touch(tags),
    countOf: async (work) => {
      count = 0;
      await work();
      return count;
    },
  };
}
