import type { Knex } from 'knex';
import makeKnex from 'knex/lib/knex-builder/make-knex.js';
import { PooledPostgres } from '../../../../src/platform/database-pool.ts';
import type { SentStatement, StatementResult } from '../../../../src/platform/statement-exchange.ts';

// The server with every statement sent through knex, as before statements had names: composed by knex.raw, parsed by
// PostgreSQL each time, and one round trip each. The settings switch its caches off. `node uncached-server.ts serve`.

interface PgResult {
  readonly command: string;
  readonly rowCount: number | null;
  readonly rows: object[];
}

/** The tag of the protocol, which pg takes apart. */
function tagOf({ command, rowCount }: PgResult): string {
  if (rowCount === null) return command;
  return command === 'INSERT' ? `INSERT 0 ${rowCount}` : `${command} ${rowCount}`;
}

const knexOf = new WeakMap<PooledPostgres, Knex>();

async function sendByKnex(this: PooledPostgres, connection: object, statements: readonly SentStatement[]) {
  const knex = knexOf.get(this) ?? makeKnex(this);
  knexOf.set(this, knex);
  const results: StatementResult[] = [];
  try {
    for (const { text, values } of statements) {
      const bindings = Object.fromEntries(values.map((value, index) => [`p${index + 1}`, value]));
      const raw = knex.raw<PgResult>(text.replace(/\$(\d+)/g, ':p$1'), bindings);
      const result = await raw.connection(connection);
      results.push({ tag: tagOf(result), rows: result.rows });
    }
    return { results, failure: undefined };
  } catch (error) {
    return { results, failure: error as Error };
  }
}

PooledPostgres.prototype.exchange = sendByKnex;
await import('../../../../src/main.ts');
