import pg from 'pg';
import { endsWithin } from './bounded.ts';
import { destroyConnection, endConnection } from './end-connection.ts';

interface SingleConnectionSettings {
  /** postgres://user:password@host:port/database */
  readonly url: string;
  readonly applicationName: string;
  readonly connectMsMax: number;
  /** For the response to a statement. */
  readonly responseMsMax: number;
}

/** One connection outside of every pool, for what must not wait for a pool: a lock that says who is there, a sign of life. */
export interface SingleConnection {
  /** @throws what the database says, or an Error when it says nothing in time; the connection is of no use after either */
  query(text: string, values?: readonly unknown[]): Promise<void>;
  destroy(): void;
  /** Ends it in good order, or at once after `limitMs`. */
  close(limitMs: number): Promise<void>;
}

/** @throws what the driver says, where the database cannot be reached */
export async function openSingleConnection(settings: SingleConnectionSettings): Promise<SingleConnection> {
  const { url, applicationName, connectMsMax, responseMsMax } = settings;
  const client = new pg.Client({
    connectionString: url,
    application_name: applicationName,
    connectionTimeoutMillis: connectMsMax,
    keepAlive: true,
  });
  // The next statement sees that it broke; without a listener the error would end the process.
  client.on('error', () => undefined);
  await client.connect();
  return {
    query: async (text, values = []) => {
      const response = client.query(text, [...values]);
      // What happens later to a statement that was given up is of no interest.
      response.catch(() => undefined);
      if (!(await endsWithin(responseMsMax, response))) throw new Error(`no response within ${responseMsMax} ms`);
    },
    destroy: () => destroyConnection(client),
    close: (limitMs) => endConnection(client, limitMs),
  };
}
