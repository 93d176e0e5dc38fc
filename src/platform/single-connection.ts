import pg from 'pg';
import { endsWithin } from './bounded.ts';
import { destroyConnection, endConnection } from './end-connection.ts';

const COMMAND_CONNECT_MS_MAX = 10_000;
const COMMAND_CLOSE_MS_MAX = 1000;

interface SingleConnectionSettings {
  /** postgres://user:password@host:port/database */
  readonly url: string;
  readonly applicationName: string;
  readonly connectMsMax: number;
  /** The limit for the response to a statement. */
  readonly responseMsMax: number;
}

/** A connection outside of all pools, for work that must not wait for a pool: presence locks and pings. */
export interface SingleConnection {
  /**
   * @throws the database's error, or an Error if it does not respond in time. Do not use the connection after either.
   */
  query(text: string, values?: readonly unknown[]): Promise<void>;
  destroy(): void;
  /** Closes the connection gracefully, or destroys it after `limitMs`. */
  close(limitMs: number): Promise<void>;
}

/** @throws the driver's error if the database cannot be reached */
export async function openSingleConnection(settings: SingleConnectionSettings): Promise<SingleConnection> {
  const { url, applicationName, connectMsMax, responseMsMax } = settings;
  const client = new pg.Client({
    connectionString: url,
    application_name: applicationName,
    connectionTimeoutMillis: connectMsMax,
    keepAlive: true,
  });
  // The next statement fails on a broken connection. Without a listener the error would end the process.
  client.on('error', () => undefined);
  await client.connect();
  return {
    query: async (text, values = []) => {
      const response = client.query(text, [...values]);
      // The outcome of a statement after its time limit is ignored.
      response.catch(() => undefined);
      if (!(await endsWithin(responseMsMax, response))) throw new Error(`no response within ${responseMsMax} ms`);
    },
    destroy: () => destroyConnection(client),
    close: (limitMs) => endConnection(client, limitMs),
  };
}

/** A connection of a command, with the statements that it needs. */
export type Connection = Pick<pg.Client, 'query'>;

/** Runs `work` with a connection of its own, which is closed afterwards. */
export async function withConnection<Result>(
  url: string,
  work: (client: Connection) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'architect command',
    connectionTimeoutMillis: COMMAND_CONNECT_MS_MAX,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await endConnection(client, COMMAND_CLOSE_MS_MAX);
  }
}
