import type { Redis } from 'ioredis';
import type { FailureLog } from './failure-log.ts';
import {
  LINE_CONNECT_MS_MAX,
  LINE_RESPONSE_MS_MAX,
  reconnectDelayMs,
  type LineWatcher,
  type MessageLine,
} from './message-line.ts';

interface RedisLineSettings {
  /** redis://:password@host:port/0 */
  readonly url: string;
  /** Channels are common to all databases of a Redis, so the name tells installations apart. */
  readonly channel: string;
  /** The connection that sends, because one that has subscribed cannot. */
  readonly sender: Redis;
  readonly failures: FailureLog;
}

/** Loads the client, which processes without Redis do not need. */
export async function loadRedisLine() {
  const { Redis: RedisClient } = await import('ioredis');
  /** Opens a line over Redis' publish and subscribe. Returns at once; `onOpen` tells when it is open. */
  return (settings: RedisLineSettings, watcher: LineWatcher): MessageLine => {
    const client = new RedisClient(settings.url, {
      enableOfflineQueue: false,
      autoResubscribe: false,
      maxRetriesPerRequest: 0,
      connectTimeout: LINE_CONNECT_MS_MAX,
      commandTimeout: LINE_RESPONSE_MS_MAX,
      retryStrategy: reconnectDelayMs,
    });
    return new RedisLine(client, settings, watcher);
  };
}

class RedisLine implements MessageLine {
  readonly #client: Redis;
  readonly #settings: RedisLineSettings;
  readonly #watcher: LineWatcher;
  #isOpen = false;

  constructor(client: Redis, settings: RedisLineSettings, watcher: LineWatcher) {
    this.#client = client;
    this.#settings = settings;
    this.#watcher = watcher;
    client.on('error', settings.failures.failed);
    client.on('message', (_channel: string, text: string) => watcher.onText(text));
    client.on('ready', () => void this.#subscribe());
    client.on('close', () => this.#lose());
  }

  isOpen(): boolean {
    return this.#isOpen;
  }

  /** Redis serves a connection in the order of its events: messages that were published before come first. */
  async confirm(): Promise<void> {
    if (!this.#isOpen) throw new Error('the connection is closed');
    try {
      await this.#client.ping();
    } catch (error) {
      this.#cut(error);
      throw error;
    }
  }

  async send(texts: readonly string[]): Promise<void> {
    const { sender, channel } = this.#settings;
    await Promise.all(texts.map((text) => sender.publish(channel, text)));
  }

  async close(): Promise<void> {
    this.#isOpen = false;
    this.#client.disconnect();
  }

  async #subscribe(): Promise<void> {
    try {
      await this.#client.subscribe(this.#settings.channel);
      this.#isOpen = true;
      this.#settings.failures.succeeded();
      this.#watcher.onOpen();
    } catch (error) {
      this.#cut(error);
    }
  }

  /** Ends a connection to a server that hangs, which does not end it by itself. */
  #cut(error: unknown): void {
    this.#settings.failures.failed(error);
    this.#lose();
    this.#client.stream.destroy();
  }

  #lose(): void {
    const wasOpen = this.#isOpen;
    this.#isOpen = false;
    if (wasOpen) this.#watcher.onLost();
  }
}
