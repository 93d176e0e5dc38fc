import { inTime } from '../platform/bounded.ts';
import { CircuitBreaker, CircuitOpenError } from '../platform/circuit-breaker.ts';
import type { FailureLog } from '../platform/failure-log.ts';
import type { LineWatcher, MessageLine } from '../platform/message-line.ts';
import { Lease } from './lease.ts';
import { parseText, toTexts } from './message.ts';
import { Publisher } from './publisher.ts';
import type { Trust } from './trust.ts';

export interface ChannelSettings {
  /** Tells the messages of this process from those of others. */
  readonly processId: string;
  /**
   * Open the lines on which the process listens. Absent for a process that keeps no copies and only tells others what it
   * has changed.
   */
  readonly openPostgres?: ((watcher: LineWatcher) => MessageLine) | undefined;
  readonly openRedis?: ((watcher: LineWatcher) => MessageLine) | undefined;
  /** Sends texts to the lines over PostgreSQL of all processes, on a connection of the pool. */
  readonly notify: (texts: readonly string[]) => Promise<unknown>;
  readonly failures: FailureLog;
}

interface ChannelParts extends ChannelSettings {
  /** Called with what another process has changed. */
  readonly onTags: (tags: readonly string[] | 'all') => void;
  /** Called when messages may have been missed. */
  readonly onGap: () => void;
  readonly elapsed: () => number;
}

/** After this time a message takes the way over PostgreSQL instead. */
const REDIS_MS_MAX = 50;
const REDIS_RETRY_MS = 1000;
/** How long a change waits for the pool, if no line is open. */
const NOTIFY_MS_MAX = 2000;

/**
 * How processes tell each other what they have changed. Messages go over Redis, if there is one, and otherwise over
 * PostgreSQL; also if Redis does not take them in time. So every process listens to both.
 */
export class Channel implements Trust {
  readonly #parts: ChannelParts;
  readonly #postgres: MessageLine | undefined;
  readonly #redis: MessageLine | undefined;
  readonly #lease: Lease;
  readonly #publisher = new Publisher((tags) => this.#send(tags));
  readonly #breaker = new CircuitBreaker({ openMs: REDIS_RETRY_MS });

  constructor(parts: ChannelParts) {
    this.#parts = parts;
    this.#lease = new Lease({ confirm: () => this.#confirm(), elapsed: parts.elapsed });
    const watcher: LineWatcher = {
      onText: (text) => this.#receive(text),
      onOpen: () => {
        parts.onGap();
        this.#lease.end();
        this.#publisher.retry();
      },
      onLost: () => this.#lease.end(),
    };
    this.#postgres = parts.openPostgres?.(watcher);
    this.#redis = parts.openRedis?.(watcher);
  }

  isHeldAt(now: number): boolean {
    return this.#lease.isHeldAt(now);
  }

  renew(): Promise<boolean> {
    return this.#lease.renew();
  }

  /** Resolves when the other processes that use their copies have been told. Never rejects. */
  publish(tags: Iterable<string>): Promise<void> {
    return this.#publisher.publish(tags);
  }

  async close(): Promise<void> {
    this.#lease.end();
    await Promise.all([this.#postgres?.close(), this.#redis?.close()]);
  }

  /**
   * With Redis, cached reads go on while PostgreSQL is away, because nothing changes then. A process that has lost only
   * PostgreSQL misses the messages of one that has lost only Redis.
   */
  #confirm(): Promise<unknown> | undefined {
    const postgres = this.#postgres?.isOpen() === true ? this.#postgres : undefined;
    if (this.#redis === undefined) return postgres?.confirm();
    if (!this.#redis.isOpen()) return undefined;
    return Promise.all([this.#redis.confirm(), postgres?.confirm()]);
  }

  #receive(text: string): void {
    const { from, tags } = parseText(text);
    if (from !== this.#parts.processId) this.#parts.onTags(tags);
  }

  async #send(tags: ReadonlySet<string> | 'all'): Promise<boolean> {
    const { processId, failures } = this.#parts;
    const texts = toTexts(processId, tags);
    for (const way of this.#ways()) {
      try {
        await way(texts);
        failures.succeeded();
        return true;
      } catch (error) {
        if (!(error instanceof CircuitOpenError)) failures.failed(error);
      }
    }
    return false;
  }

  #ways(): readonly ((texts: readonly string[]) => Promise<unknown>)[] {
    const redis = this.#redis;
    const postgres = this.#postgres;
    return [
      ...(redis === undefined
        ? []
        : [(texts: readonly string[]) => this.#breaker.run('redis', () => inTime(REDIS_MS_MAX, redis.send(texts)))]),
      ...(postgres?.isOpen() === true ? [(texts: readonly string[]) => postgres.send(texts)] : []),
      (texts) => inTime(NOTIFY_MS_MAX, this.#parts.notify(texts)),
    ];
  }
}
