import pg from 'pg';
import { inTime } from './bounded.ts';
import { destroyConnection, endConnection } from './end-connection.ts';
import type { FailureLog } from './failure-log.ts';
import {
  LINE_CONNECT_MS_MAX,
  LINE_RESPONSE_MS_MAX,
  reconnectDelayMs,
  type LineWatcher,
  type MessageLine,
} from './message-line.ts';

interface PostgresLineSettings {
  /** postgres://user:password@host:port/database. Not of a pooler, which has no sessions that could listen. */
  readonly url: string;
  readonly failures: FailureLog;
}

const APPLICATION_NAME = 'architect cache';
const CLOSE_MS_MAX = 1000;

/** Several texts in one transaction. Not one inside of another transaction: NOTIFY takes a lock at commit. */
export const NOTIFY = 'SELECT pg_notify($1, text) FROM unnest($2::text[]) AS text';

/** The channel of NOTIFY. It belongs to one database. */
export const NOTIFY_CHANNEL = 'architect_cache';

// The session is idle between messages. The server notices within a minute that its client is gone.
const LISTEN = `
  SET idle_session_timeout = 0;
  SET tcp_keepalives_idle = 30;
  SET tcp_keepalives_interval = 10;
  SET tcp_keepalives_count = 3;
  LISTEN architect_cache`;

/** Opens a line over LISTEN and NOTIFY, on a connection of its own. Returns at once; `onOpen` tells when it is open. */
export function openPostgresLine(settings: PostgresLineSettings, watcher: LineWatcher): MessageLine {
  return new PostgresLine(settings, watcher);
}

class PostgresLine implements MessageLine {
  readonly #settings: PostgresLineSettings;
  readonly #watcher: LineWatcher;
  /** Set while the line is open. */
  #client: pg.Client | undefined;
  /** Set while it is being opened. */
  #attempt: pg.Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  /** Settles with the last response. */
  #last: Promise<unknown> = Promise.resolve();
  #failures = 0;
  #isClosed = false;

  constructor(settings: PostgresLineSettings, watcher: LineWatcher) {
    this.#settings = settings;
    this.#watcher = watcher;
    this.#connect();
  }

  isOpen(): boolean {
    return this.#client !== undefined;
  }

  /** PostgreSQL sends the notifications that are due before it reports that it is ready for the next statement. */
  confirm(): Promise<void> {
    return this.#request({ name: 'cache_line.confirm', text: 'SELECT 1' });
  }

  send(texts: readonly string[]): Promise<void> {
    return this.#request({ name: 'cache_line.notify', text: NOTIFY, values: [NOTIFY_CHANNEL, texts] });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    destroyConnection(this.#attempt);
    await endConnection(this.#client, CLOSE_MS_MAX);
  }

  #connect(): void {
    const client = new pg.Client({
      connectionString: this.#settings.url,
      application_name: APPLICATION_NAME,
      connectionTimeoutMillis: LINE_CONNECT_MS_MAX,
      keepAlive: true,
    });
    this.#attempt = client;
    client.on('notification', ({ payload = '' }) => this.#watcher.onText(payload));
    client.on('error', (error) => this.#lose(client, error));
    client.on('end', () => this.#lose(client, new Error('Connection terminated')));
    this.#subscribe(client).catch((error: unknown) => this.#lose(client, error));
  }

  async #subscribe(client: pg.Client): Promise<void> {
    await client.connect();
    await inTime(LINE_RESPONSE_MS_MAX, client.query(LISTEN));
    if (this.#attempt !== client) return;
    this.#attempt = undefined;
    this.#client = client;
    this.#last = Promise.resolve();
    this.#failures = 0;
    this.#settings.failures.succeeded();
    this.#watcher.onOpen();
  }

  #lose(client: pg.Client, error: unknown): void {
    const wasOpen = client === this.#client;
    if (!wasOpen && client !== this.#attempt) return;
    this.#client = undefined;
    this.#attempt = undefined;
    destroyConnection(client);
    if (this.#isClosed) return;
    this.#settings.failures.failed(error);
    this.#timer = setTimeout(() => this.#connect(), wasOpen ? 0 : reconnectDelayMs(this.#failures++));
    if (wasOpen) this.#watcher.onLost();
  }

  /** @param statement has a name, so that the server parses and plans it once for each connection */
  async #request(statement: pg.QueryConfig & { readonly name: string }): Promise<void> {
    const client = this.#client;
    if (client === undefined) throw new Error('the connection is closed');
    // pg sends a statement after the response to the one before.
    const response = this.#last.then(() => client.query(statement));
    this.#last = response.catch(() => undefined);
    try {
      await inTime(LINE_RESPONSE_MS_MAX, response);
    } catch (error) {
      this.#lose(client, error);
      throw error;
    }
  }
}
