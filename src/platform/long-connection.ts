import pg from 'pg';
import { endConnection } from './end-connection.ts';

/** A connection without time limits, for commands that read a whole database in one transaction. */
export interface LongConnection {
  /** @throws the database's error */
  query<Row extends pg.QueryResultRow>(text: string): Promise<Row[]>;
  /** Closes the connection gracefully, or destroys it after a second, with the statement that runs. */
  close(): Promise<void>;
}

const CLOSE_MS_MAX = 1000;

/**
 * @param url postgres://user:password@host:port/database
 * @throws the driver's error if the database cannot be reached
 */
export async function openLongConnection(url: string, applicationName: string): Promise<LongConnection> {
  const client = new pg.Client({ connectionString: url, application_name: applicationName, keepAlive: true });
  // The next statement fails on a broken connection. Without a listener the error would end the process.
  client.on('error', () => undefined);
  await client.connect();
  await client.query('SET statement_timeout = 0; SET lock_timeout = 0; SET idle_in_transaction_session_timeout = 0');
  return {
    query: async <Row extends pg.QueryResultRow>(text: string) => (await client.query<Row>(text)).rows,
    close: () => endConnection(client, CLOSE_MS_MAX),
  };
}
