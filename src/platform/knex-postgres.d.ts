// knex documents subclassing of its dialects but ships no types for them; these are the parts that database.ts uses.
declare module 'knex/lib/dialects/postgres/index.js' {
  import type { Knex } from 'knex';

  // eslint-disable-next-line no-restricted-syntax -- the module is CommonJS: its only export is the default one
  export default class PostgresDialect extends Knex.Client {
    query(connection: unknown, statement: unknown): Promise<unknown>;
    acquireConnection(): Promise<unknown>;
    releaseConnection(connection: unknown): Promise<unknown>;
    destroy(): Promise<void>;
    readonly pool: Extract<Knex.Client['pool'], { numUsed(): number }>;
  }
}

// Creates a knex instance from a client, as knex does for its transactions.
declare module 'knex/lib/knex-builder/make-knex.js' {
  import type { Knex } from 'knex';

  function makeKnex(client: unknown): Knex;
  // eslint-disable-next-line no-restricted-syntax -- the module is CommonJS: its only export is the default one
  export default makeKnex;
}
