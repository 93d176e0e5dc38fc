import { inTime } from '../platform/bounded.ts';
import { CircuitBreaker, CircuitOpenError } from '../platform/circuit-breaker.ts';
import type { FailureLog } from '../platform/failure-log.ts';
import { LINE_CONNECT_MS_MAX, reconnectDelayMs } from '../platform/message-line.ts';

/** A value as processes share it. */
export interface SharedValue {
  readonly value: unknown;
  readonly tags: readonly string[];
  /** When its load began, by the clock of the process that loaded it, in milliseconds since 1970. */
  readonly loadedAt: number;
  /** How long after that it may be used. */
  readonly ttlMs: number;
}

/** The values that processes share. It may be slow or away: then it has none. */
export interface SharedStore {
  /** Never rejects. */
  get(key: string): Promise<SharedValue | undefined>;
  /** Keeps a value as long as it may be used, in the background. */
  set(key: string, value: SharedValue): void;
  close(): Promise<void>;
}

interface SharedStoreSettings {
  /** redis://:password@host:port/0 */
  readonly url: string;
  /** Tells installations and releases apart, so that none reads what another has written. */
  readonly namespace: string;
  readonly failures: FailureLog;
}

const RESPONSE_MS_MAX = 50;
const RETRY_MS = 1000;
/** Commands that wait for a response. Further ones fail at once. */
const QUEUE_MAX = 1000;

/** Opens the store in Redis. Returns at once; the connection opens in the background, and again when it is lost. */
export async function openSharedStore({ url, namespace, failures }: SharedStoreSettings): Promise<SharedStore> {
  const [{ Keyv }, { default: KeyvRedis, createClient }] = await Promise.all([import('keyv'), import('@keyv/redis')]);
  const client = createClient({
    url,
    disableOfflineQueue: true,
    commandsQueueMaxLength: QUEUE_MAX,
    socket: { connectTimeout: LINE_CONNECT_MS_MAX, reconnectStrategy: reconnectDelayMs },
  });
  client.on('error', failures.failed);
  client.on('ready', failures.succeeded);
  const store = new KeyvRedis(client, { namespace, throwOnErrors: true });
  const keyv = new Keyv<SharedValue>({ store, namespace, useKeyPrefix: false, throwOnErrors: true });
  // Errors reach the callers. Without listeners they would end the process.
  store.on('error', () => undefined);
  keyv.on('error', () => undefined);
  // Connecting ends only when the store is closed: attempts that fail are repeated.
  client.connect().catch(() => undefined);
  const breaker = new CircuitBreaker({ openMs: RETRY_MS });

  async function ask<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
    if (!client.isReady) return undefined;
    try {
      return await breaker.run('redis', () => inTime(RESPONSE_MS_MAX, work()));
    } catch (error) {
      if (!(error instanceof CircuitOpenError)) failures.failed(error);
      return undefined;
    }
  }

  return {
    get: async (key) => {
      const found: unknown = await ask(() => keyv.get(key));
      return isSharedValue(found) ? found : undefined;
    },
    set: (key, value) => void ask(() => keyv.set(key, value, value.ttlMs)),
    close: async () => client.destroy(),
  };
}

/** Anybody who reaches Redis can write there. */
function isSharedValue(found: unknown): found is SharedValue {
  if (typeof found !== 'object' || found === null) return false;
  const { value, tags, loadedAt, ttlMs } = found as Partial<Record<keyof SharedValue, unknown>>;
  const hasTimes = typeof loadedAt === 'number' && typeof ttlMs === 'number';
  return value !== undefined && hasTimes && Array.isArray(tags) && tags.every((tag) => typeof tag === 'string');
}
