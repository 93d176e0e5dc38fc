import type { Db } from '../../src/platform/database.ts';

/** A Db that counts the statements it runs, named ones and those of knex. */
export interface CountedDb extends Db {
  /** How many statements `work` runs. */
  countOf(work: () => Promise<unknown>): Promise<number>;
}

/** Counts on the pool itself, so nothing else may use `db` meanwhile. */
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
    transaction: (work) => db.transaction(work),
    countOf: async (work) => {
      count = 0;
      await work();
      return count;
    },
  };
}
