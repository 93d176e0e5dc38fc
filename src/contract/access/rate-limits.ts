import ratelimit from 'koa-ratelimit';
import { AppError } from '../../problems/app-error.ts';
import { inTime } from '../../platform/bounded.ts';
import { createFailureLog, type FailureLog, type LineLog } from '../../platform/failure-log.ts';
import { BoundedMap } from './bounded-map.ts';

export interface RateLimitSettings {
  /**
   * Requests per window, by class. The class `address` counts requests that could not be authenticated. When an address
   * has used up this quota, the engine refuses its next request before it checks the credentials.
   */
  readonly classes: Readonly<Record<string, RateQuota>>;
  /** The greatest number of clients that this process remembers per class. */
  readonly clientsMax: number;
  /** An ioredis client that shares the counts between processes. If it fails, each process counts on its own. */
  readonly redis: object | undefined;
  /** Counts for all processes of this server, where there are several; undefined if this process counts alone. */
  readonly countTogether?: CountTogether | undefined;
  readonly log: LineLog;
}

/** Counts one request of a client. May fail. */
export type CountTogether = (request: {
  readonly className: string;
  readonly client: string;
}) => Promise<RequestCount | undefined>;

/** A client's quota after one more request. */
export interface RequestCount {
  readonly isLimited: boolean;
  readonly remaining: number;
  /** When the window ends, in Unix seconds. */
  readonly reset: number;
}

export interface RateQuota {
  readonly max: number;
  readonly windowMs: number;
}

/** The remaining quota, in the fields of draft-ietf-httpapi-ratelimit-headers. */
export interface RateState {
  readonly policy: string;
  readonly limit: string;
}

type Limiter = (probe: LimitProbe, next: () => Promise<void>) => Promise<void>;

const REDIS_MS_MAX = 100;
const REDIS_RETRY_MS = 5_000;

/**
 * Rate limits by class, with one koa-ratelimit per class. The engines of v1 and v2 share one instance, so that both
 * draw on the same quota.
 */
export class RateLimiter {
  readonly #classes: ReadonlyMap<string, ClassLimiter>;

  constructor(settings: RateLimitSettings) {
    const { classes, log } = settings;
    const failures = createFailureLog({ logger: log, subject: 'the count of requests in Redis' });
    this.#classes = new Map(
      Object.entries(classes).map(([name, quota]) => [name, new ClassLimiter({ name, quota }, settings, failures)]),
    );
  }

  /**
   * Counts one request of a client.
   * @returns undefined where the class has no quota
   * @throws AppError `rate_limited` with `retry-after` when the quota is used up
   */
  async count(className: string, client: string): Promise<RateState | undefined> {
    return this.#classes.get(className)?.count(client);
  }

  /**
   * The same for another process: a used-up quota is a value.
   * @returns undefined where the class has no quota
   */
  async countFor(className: string, client: string): Promise<RequestCount | undefined> {
    return this.#classes.get(className)?.countFor(client);
  }

  /**
   * Refuses a client that `count` has refused in this process and that still has to wait. Counts nothing.
   * @throws AppError `rate_limited` with `retry-after`
   */
  assertOpen(className: string, client: string): void {
    this.#classes.get(className)?.assertOpen(client);
  }
}

class ClassLimiter {
  readonly #name: string;
  readonly #quota: RateQuota;
  readonly #memory: Limiter;
  readonly #redis: Limiter | undefined;
  readonly #countTogether: CountTogether | undefined;
  readonly #failures: FailureLog;
  readonly #policy: string;
  /** Client key -> the time from which a refused client is served again (milliseconds since 1970). */
  readonly #closedUntil: BoundedMap<string, number>;
  #redisDownUntil = 0;

  constructor(
    { name, quota }: { readonly name: string; readonly quota: RateQuota },
    settings: RateLimitSettings,
    failures: FailureLog,
  ) {
    this.#name = name;
    this.#quota = quota;
    this.#failures = failures;
    this.#memory = limiterOf('memory', new BoundedMap<string, unknown>(settings.clientsMax), { name, quota });
    this.#redis = settings.redis && limiterOf('redis', settings.redis, { name, quota });
    this.#countTogether = settings.countTogether;
    this.#closedUntil = new BoundedMap(settings.clientsMax);
    this.#policy = `"${name}";q=${quota.max};w=${Math.ceil(quota.windowMs / 1000)}`;
  }

  async count(client: string): Promise<RateState> {
    const probe = await this.countFor(client);
    const seconds = Math.min(
      Math.max(1, Math.ceil(probe.reset - Date.now() / 1000)),
      Math.ceil(this.#quota.windowMs / 1000),
    );
    if (!probe.isLimited) return this.#stateOf(probe.remaining, seconds);
    this.#closedUntil.set(client, Date.now() + seconds * 1000);
    throw this.#refusal(seconds);
  }

  async countFor(client: string): Promise<RequestCount> {
    const inRedis = await this.#countInRedis(client);
    if (inRedis !== undefined) return inRedis;
    // While the process that counts for all is away, this one counts alone.
    const together = await this.#countTogether?.({ className: this.#name, client }).catch(() => undefined);
    return together ?? this.#countHere(client);
  }

  assertOpen(client: string): void {
    const until = this.#closedUntil.size === 0 ? undefined : this.#closedUntil.get(client);
    if (until === undefined) return;
    const waitMs = until - Date.now();
    if (waitMs > 0) throw this.#refusal(Math.ceil(waitMs / 1000));
    this.#closedUntil.delete(client);
  }

  #stateOf(remaining: number, seconds: number): RateState {
    return { policy: this.#policy, limit: `"${this.#name}";r=${remaining};t=${seconds}` };
  }

  #refusal(seconds: number): AppError {
    const { policy, limit } = this.#stateOf(0, seconds);
    const headers = { 'retry-after': String(seconds), 'ratelimit-policy': policy, ratelimit: limit };
    return new AppError('rate_limited', 429, { class: this.#name, retry_after: seconds }, { headers });
  }

  async #countInRedis(client: string): Promise<RequestCount | undefined> {
    if (this.#redis === undefined || performance.now() < this.#redisDownUntil) return undefined;
    const probe = new LimitProbe(client);
    try {
      await inTime(REDIS_MS_MAX, this.#redis(probe, pass));
      this.#failures.succeeded();
      return probe;
    } catch (error) {
      this.#redisDownUntil = performance.now() + REDIS_RETRY_MS;
      // This server counts on its own until Redis responds again.
      this.#failures.failed(error);
      return undefined;
    }
  }

  async #countHere(client: string): Promise<RequestCount> {
    const probe = new LimitProbe(client);
    await this.#memory(probe, pass);
    return probe;
  }
}

/**
 * Stands in for a Koa context. The engine chooses the key after authentication and translates the headers itself, so
 * koa-ratelimit must not change the real context.
 */
class LimitProbe {
  readonly client: string;
  readonly state: Record<string, unknown> = {};
  body: unknown = undefined;
  remaining = 0;
  /** Unix seconds. */
  reset = 0;
  isLimited = false;

  constructor(client: string) {
    this.client = client;
  }

  set(fields: string | Readonly<Record<string, number>>): void {
    if (typeof fields === 'string') return;
    this.remaining = fields['remaining'] ?? 0;
    this.reset = fields['reset'] ?? 0;
  }

  /** koa-ratelimit sets a status only when it refuses a request. */
  set status(_code: number) {
    this.isLimited = true;
  }

  get status(): number {
    return this.isLimited ? 429 : 200;
  }
}

function limiterOf(
  driver: 'memory' | 'redis',
  db: unknown,
  { name, quota }: { readonly name: string; readonly quota: RateQuota },
): Limiter {
  return ratelimit<LimitProbe>({
    driver,
    db,
    namespace: `rate:${name}`,
    duration: quota.windowMs,
    max: quota.max,
    id: (probe) => probe.client,
    headers: { remaining: 'remaining', reset: 'reset', total: 'total' },
    errorMessage: 'rate limited',
  });
}

const pass = (): Promise<void> => Promise.resolve();
