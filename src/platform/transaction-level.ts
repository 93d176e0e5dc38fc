import makeKnex from 'knex/lib/knex-builder/make-knex.js';
import type { Knex } from 'knex';
import { isCancelled } from './cancel-connection.ts';
import { translateDatabaseError } from './database-errors.ts';
import { untold, type Db, type Statement } from './db.ts';
import { queryOfKnex, type PooledConnection, type PooledPostgres } from './database-pool.ts';
import { pastDeadline } from './deadline.ts';
import { withKnex } from './late-knex.ts';
import { toSent, type SentStatement, type StatementResult } from './statement-exchange.ts';
import { summaryOf } from './statement-summary.ts';
import type { TransactionPipeline } from './transaction-pipeline.ts';

/** A transaction on a connection that it holds. */
export interface TransactionSession {
  readonly pool: PooledPostgres;
  readonly connection: PooledConnection;
  readonly pipeline: TransactionPipeline;
}

/** @throws AppError or the error of pg; an AppError `service_unavailable` (503) if the request is past its deadline */
export async function runIn(session: TransactionSession, statement: SentStatement): Promise<StatementResult> {
  try {
    return await runRaw(session, statement);
  } catch (error) {
    throw translateDatabaseError(error);
  }
}

async function runRaw(
  { connection, pipeline }: TransactionSession,
  statement: SentStatement,
): Promise<StatementResult> {
  if (isCancelled(connection)) throw pastDeadline();
  return pipeline.run(statement);
}

/** A transaction, or one of the savepoints inside of it. Savepoints of one level run one after another. */
export class TransactionLevel {
  readonly db: Db;
  readonly #session: TransactionSession;
  readonly #parent: TransactionLevel | undefined;
  #lastChild: Promise<unknown> = Promise.resolve();
  #isOver = false;

  constructor(session: TransactionSession, parent?: TransactionLevel) {
    this.#session = session;
    this.#parent = parent;
    this.db = this.#createDb();
  }

  get isOver(): boolean {
    return this.#isOver || this.#parent?.isOver === true;
  }

  get #depth(): number {
    return this.#parent === undefined ? 0 : this.#parent.#depth + 1;
  }

  /** Refuses further statements. */
  end(): void {
    this.#isOver = true;
  }

  #createDb(): Db {
    let knex: Knex | undefined;
    const createKnex = (): Knex => makeKnex(this.#createKnexClient());
    // Created on first use, because many transactions do not need it.
    return withKnex<Omit<Db, 'knex'>>(() => (knex ??= createKnex()), {
      query: async <Row>(statement: Statement, values: readonly unknown[]) => {
        this.#assertOpen(statement.name);
        return (await runIn(this.#session, toSent(statement, values))).rows as Row[];
      },
      defer: async (statement, values) => {
        this.#assertOpen(statement.name);
        this.#session.pipeline.defer(toSent(statement, values, false));
      },
      transaction: (work) => this.#nest(work),
      touch: untold,
    });
  }

  /** A statement after the end would run outside of the transaction, on a connection that others may use by now. */
  #assertOpen(name: string): void {
    if (this.isOver) throw new Error(`${name}: the transaction is over`);
  }

  #nest<Result>(work: (db: Db) => Promise<Result>): Promise<Result> {
    const nested = this.#lastChild.then(() => this.#runNested(work));
    this.#lastChild = nested.catch(() => undefined);
    return nested;
  }

  async #runNested<Result>(work: (db: Db) => Promise<Result>): Promise<Result> {
    this.#assertOpen('SAVEPOINT');
    const { pipeline } = this.#session;
    const inner = new TransactionLevel(this.#session, this);
    const name = `level_${inner.#depth}`;
    const savepoint = toControl(`SAVEPOINT ${name}`);
    pipeline.defer(savepoint);
    try {
      const result = await work(inner.db);
      inner.end();
      await this.#releaseSavepoint(savepoint, name);
      return result;
    } catch (error) {
      inner.end();
      await this.#rollbackTo(savepoint, name);
      throw error;
    }
  }

  /** Sent with the next statement, unless something may fail that belongs to the savepoint. */
  async #releaseSavepoint(savepoint: SentStatement, name: string): Promise<void> {
    const { pipeline } = this.#session;
    const release = toControl(`RELEASE SAVEPOINT ${name}`);
    if (pipeline.countFrom(savepoint) === 1) {
      pipeline.drop(1);
      return;
    }
    if (pipeline.hasFailed) pipeline.drop();
    if (pipeline.hasFailed || pipeline.waitingCount > 0) await runIn(this.#session, release);
    else pipeline.defer(release);
  }

  /** If it fails, the transaction as a whole can only be rolled back, as the next statement finds out. */
  async #rollbackTo(savepoint: SentStatement, name: string): Promise<void> {
    const { pipeline } = this.#session;
    const unsent = pipeline.countFrom(savepoint);
    pipeline.drop(unsent === 0 ? pipeline.waitingCount : unsent);
    if (unsent > 0) return;
    try {
      await runIn(this.#session, toControl(`ROLLBACK TO SAVEPOINT ${name}`));
      pipeline.recover();
      pipeline.defer(toControl(`RELEASE SAVEPOINT ${name}`));
    } catch {
      // The error that led to the rollback is thrown.
    }
  }

  /** A client of knex whose statements go the same way, in their order with the others. */
  #createKnexClient(): PooledPostgres {
    const session = this.#session;
    const client = Object.create(session.pool) as PooledPostgres;
    const run = async (
      _connection: unknown,
      query: { sql: string; bindings?: readonly unknown[]; response?: unknown },
    ) => {
      query.response = toKnexResult(await runRaw(session, toSent({ text: query.sql }, query.bindings ?? [])));
      return query;
    };
    return Object.assign(client, {
      // As knex creates the client of a transaction, with events of its own.
      ...{ _events: undefined, _eventsCount: 0 },
      acquireConnection: () => Promise.resolve(session.connection),
      releaseConnection: () => Promise.resolve(),
      query: async (connection: unknown, statement: unknown) => {
        this.#assertOpen(nameOfKnex(statement));
        try {
          return await queryOfKnex(client, connection, statement);
        } catch (error) {
          throw translateDatabaseError(error);
        }
      },
      _query: run,
    });
  }
}

function toControl(text: string): SentStatement {
  return toSent({ text }, [], false);
}

function nameOfKnex(statement: unknown): string {
  return summaryOf(typeof statement === 'string' ? statement : ((statement as { sql?: string }).sql ?? ''));
}

/** `UPDATE 3`, `INSERT 0 1` */
function toKnexResult({ tag, rows }: StatementResult): { command: string; rowCount: number | null; rows: object[] } {
  const words = tag.split(' ');
  return { command: words[0] ?? '', rowCount: words.length > 1 ? Number(words.at(-1)) : null, rows };
}
