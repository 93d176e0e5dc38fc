import pg from 'pg';
import { endsWithin } from './bounded.ts';
import { isReadOnlyServer } from './database-errors.ts';
import { destroyConnection, endConnection } from './end-connection.ts';
import { SilenceWatch } from './silence-watch.ts';

interface BoundedPoolSettings {
  /** postgres://user:password@host:port/database */
  readonly url: string;
  readonly applicationName: string;
  readonly max: number;
  /** Called when a connection breaks. The code that uses the connection gets the error as well. */
  readonly onError: (error: Error) => void;
  readonly statementTimeoutMs?: number;
  /** How long a statement may wait for a response before its connection is cut. */
  readonly silenceMsMax?: number;
  readonly connectTimeoutMs?: number;
}

export interface BoundedPool {
  readonly pool: pg.Pool;
  /** Ends the connections. Cuts those that are still in use after `limitMs`. */
  close(limitMs: number): Promise<void>;
}

/** A pg pool for code with its own statements (the job queue). It cuts connections whose server stops responding. */
export function createBoundedPool(settings: BoundedPoolSettings): BoundedPool {
  const { statementTimeoutMs = 30_000, silenceMsMax = 35_000, connectTimeoutMs = 5000 } = settings;
  const watch = new SilenceWatch<pg.PoolClient>({ silenceMsMax, cut: destroyConnection });
  const pool = new ForgivingPool({
    connectionString: settings.url,
    application_name: settings.applicationName,
    max: settings.max,
    connectionTimeoutMillis: connectTimeoutMs,
    statement_timeout: statementTimeoutMs,
    keepAlive: true,
  });
  pool.on('error', settings.onError);
  pool.on('connect', (client) => {
    // The same for a connection in use: without a listener its error would end the process.
    client.on('error', settings.onError);
    watch.add(client);
    client.once('end', () => watch.remove(client));
    observeStatements(client, watch);
  });
  const timer = setInterval(() => watch.look(), 1000).unref();
  return {
    pool,
    close: async (limitMs) => {
      clearInterval(timer);
      const ended = pool.end();
      if (await endsWithin(limitMs, ended)) return;
      watch.cutAll();
    },
  };
}

type Connected = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  release: pg.PoolClient['release'],
) => void;

/**
 * If the connection that graphile-worker 0.18 listens on breaks while the queue stops, it is released twice. pg-pool
 * throws at the second release, in an unhandled promise, which would end the process.
 */
class ForgivingPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Connected): void;
  override connect(callback?: Connected): Promise<pg.PoolClient> | undefined {
    if (callback === undefined) {
      // For some error codes graphile-worker backs off, up to minutes. Without a code it retries after a second.
      return super.connect().catch((error: unknown) => {
        throw new Error('no connection for the job queue', { cause: error });
      });
    }
    super.connect((error, client, release) => {
      let isReleased = false;
      callback(error, client, (failure) => {
        if (!isReleased && client !== undefined) release(failure);
        isReleased = true;
      });
    });
    return undefined;
  }
}

/** The limit for closing a connection to a server that takes no writes. */
const READ_ONLY_CLOSE_MS_MAX = 1000;

type AnyQuery = (...values: unknown[]) => unknown;

/**
 * Reports every statement to the watch, whether its result goes to a promise or to a callback. Closes the connection if
 * its server takes no writes: the next one may lead to the server that was promoted.
 */
function observeStatements(client: pg.PoolClient, watch: SilenceWatch<pg.PoolClient>): void {
  const query = client.query.bind(client) as AnyQuery;
  const observed: AnyQuery = (...values) => {
    const ended = watch.begin(client);
    const end = (error?: unknown): void => {
      ended();
      if (isReadOnlyServer(error)) void endConnection(client, READ_ONLY_CLOSE_MS_MAX);
    };
    const callback = values.at(-1);
    if (typeof callback === 'function') {
      const notify = callback as AnyQuery;
      return query(...values.slice(0, -1), (...results: unknown[]) => {
        end(results[0]);
        notify(...results);
      });
    }
    const result = query(...values) as Promise<unknown>;
    result.then(() => end(), end);
    return result;
  };
  client.query = observed as typeof client.query;
}
