import type { Client } from 'pg';
import { pastDeadline, type Deadline } from './deadline.ts';
import { endConnection } from './end-connection.ts';
import type { ExchangeOutcome } from './statement-exchange.ts';

interface QuickReadsSettings<Connection> {
  readonly connections: number;
  /** Opens a connection with `pipeline: true`. */
  readonly open: () => Promise<Connection>;
  /** Whether a connection must not be used any more. */
  readonly isSpoilt: (connection: Connection) => boolean;
}

/** An open connection. */
interface Line<Connection> {
  readonly connection: Connection;
  pending: number;
  /** When the server last responded, or when the first of the pending statements was sent (performance.now()). */
  since: number;
  isCorked: boolean;
}

/** The place of a connection, which may be closed at the moment. */
interface Place<Connection> {
  line: Line<Connection> | undefined;
  isOpening: boolean;
  /** When the next attempt to open it may begin. */
  retryAt: number;
}

/** Statements that may wait on one connection. */
const PENDING_MAX = 64;
/** A connection that has not responded for this long runs a slow statement: no more are sent behind it. */
const STALLED_MS = 50;
const RETRY_MS = 1000;
const CLOSE_MS_MAX = 1000;

/**
 * A few connections that all requests share for index look-ups outside of transactions: a statement is sent without
 * waiting for the results of those before it. That saves the work of the pool, and one system call serves the requests
 * that arrived together.
 */
export class QuickReads<Connection extends Client> {
  readonly #settings: QuickReadsSettings<Connection>;
  readonly #places: readonly Place<Connection>[];
  #isClosed = false;

  constructor(settings: QuickReadsSettings<Connection>) {
    this.#settings = settings;
    const place = (): Place<Connection> => ({ line: undefined, isOpening: false, retryAt: 0 });
    this.#places = Array.from({ length: settings.connections }, place);
  }

  stats(): { readonly active: number; readonly idle: number } {
    const lines = this.#places.flatMap(({ line }) => line ?? []);
    const active = lines.filter(({ pending }) => pending > 0).length;
    return { active, idle: lines.length - active };
  }

  /**
   * Runs `exchange` at once on a connection that is open and responds.
   * @throws AppError `service_unavailable` (503) after the deadline
   * @returns undefined if there is none, so that the pool must run the statement. At the deadline the promise rejects
   *   with `service_unavailable` (503). The statement runs to its end, because a cancellation could meet the statement of
   *   another request
   */
  run(
    exchange: (connection: Connection) => Promise<ExchangeOutcome>,
    deadline: Deadline | undefined,
  ): Promise<ExchangeOutcome> | undefined {
    const line = this.#choose();
    if (line === undefined) return undefined;
    if (deadline === undefined) return send(line, exchange);
    const { promise, resolve, reject } = Promise.withResolvers<ExchangeOutcome>();
    const end = deadline.guard(() => {
      reject(pastDeadline());
    });
    void send(line, exchange).then(resolve, reject).finally(end);
    return promise;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all(this.#places.map(({ line }) => endConnection(line?.connection, CLOSE_MS_MAX)));
  }

  #choose(): Line<Connection> | undefined {
    const now = performance.now();
    let best: Line<Connection> | undefined;
    for (const place of this.#places) {
      const { line } = place;
      if (line === undefined) this.#reopen(place, now);
      else if (this.#settings.isSpoilt(line.connection)) abandon(place, line);
      else if (isReady(line, now) && (best === undefined || line.pending < best.pending)) best = line;
    }
    return best;
  }

  #reopen(place: Place<Connection>, now: number): void {
    if (place.isOpening || this.#isClosed || now < place.retryAt) return;
    place.isOpening = true;
    place.retryAt = now + RETRY_MS;
    void this.#open(place);
  }

  async #open(place: Place<Connection>): Promise<void> {
    try {
      const connection = await this.#settings.open();
      if (this.#isClosed) {
        await endConnection(connection, CLOSE_MS_MAX);
        return;
      }
      const line = { connection, pending: 0, since: 0, isCorked: false };
      connection.once('end', () => {
        if (place.line === line) place.line = undefined;
      });
      place.line = line;
    } catch {
      // The pool runs the statements, and tells why the database cannot be reached.
    } finally {
      place.isOpening = false;
    }
  }
}

function isReady({ pending, since }: Line<unknown>, now: number): boolean {
  return pending === 0 || (pending < PENDING_MAX && now - since < STALLED_MS);
}

/** The statements that run on it end: pg closes a pipelined connection after their results. */
function abandon<Connection extends Client>(place: Place<Connection>, { connection }: Line<Connection>): void {
  place.line = undefined;
  void connection.end().catch(() => undefined);
}

async function send<Connection extends Client>(
  line: Line<Connection>,
  exchange: (connection: Connection) => Promise<ExchangeOutcome>,
): Promise<ExchangeOutcome> {
  if (line.pending++ === 0) line.since = performance.now();
  cork(line);
  try {
    return await exchange(line.connection);
  } finally {
    line.pending -= 1;
    line.since = performance.now();
  }
}

/** Writes the statements of all requests that are read in one turn of the event loop together. */
function cork(line: Line<Client>): void {
  if (line.isCorked) return;
  line.isCorked = true;
  const { stream } = line.connection.connection;
  stream.cork();
  setImmediate(() => {
    line.isCorked = false;
    stream.uncork();
  });
}
