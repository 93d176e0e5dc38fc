import { ArchitectConnectionError, ArchitectProblem } from './errors.ts';

// Which requests are repeated, when, and how often. Repeating a request is safe if it cannot have an effect twice:
//
//   GET, HEAD, DELETE     always. They are idempotent (RFC 9110, section 9.2.2). A DELETE that is repeated because its
//                         response was lost may throw `not_found`: the first request has deleted.
//   POST with a key       always. The server keeps the response and returns it again.
//   POST without a key    never. The operation offers no key, so a repetition could have a second effect.
//   PUT                   always; with a precondition as PATCH.
//   PATCH                 only if the server has refused the request without an effect. After a lost response, a
//                         repetition with If-Match would report the caller's own change as someone else's (412), and
//                         one without would overwrite changes that others made in the meantime.
//   a stream as body      never. It can be read only once.

export interface RetryOptions {
  /** How often a request is repeated; 3 by default, 0 for never. */
  readonly retriesMax?: number | undefined;
  /** The first wait is a random time up to this one, which doubles with each repetition; 250 by default. */
  readonly delayMs?: number | undefined;
  /** The upper bound of the random wait; 8,000 by default. */
  readonly delayMsMax?: number | undefined;
  /** A Retry-After that is longer ends the call with the problem; 60,000 by default. */
  readonly retryAfterMsMax?: number | undefined;
}

/** Time and chance. Tests replace them. */
export interface Timing {
  readonly now: () => number;
  /** From 0 up to, but not including, 1. */
  readonly random: () => number;
  /** @throws the reason of the signal when it aborts */
  readonly wait: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
}

/** After which failures a request may be repeated. */
export type RetryRule = 'always' | 'if-refused' | 'never';

interface RetryFacts {
  readonly method: string;
  readonly hasIdempotencyKey: boolean;
  readonly hasPrecondition: boolean;
  readonly hasStreamBody: boolean;
}

export function retryRuleOf({ method, hasIdempotencyKey, hasPrecondition, hasStreamBody }: RetryFacts): RetryRule {
  if (hasStreamBody) return 'never';
  switch (method) {
    case 'GET':
    case 'HEAD':
    case 'DELETE':
      return 'always';
    case 'PUT':
      return hasPrecondition ? 'if-refused' : 'always';
    case 'PATCH':
      return 'if-refused';
    default:
      return hasIdempotencyKey ? 'always' : 'never';
  }
}

/** 429 and 503 mean that the server did nothing. */
const REFUSED = [429, 503];
/** A gateway cannot tell whether the server did anything. */
const UNKNOWN = [502, 504];

function isRetryable(error: unknown, rule: RetryRule): boolean {
  if (rule === 'never') return false;
  if (error instanceof ArchitectConnectionError) return rule === 'always';
  if (!(error instanceof ArchitectProblem)) return false;
  if (REFUSED.includes(error.status)) return true;
  return rule === 'always' && (UNKNOWN.includes(error.status) || error.code === 'idempotency_in_progress');
}

/** Enough for any wait. */
const DOUBLINGS_MAX = 50;

type RetrySettings = Readonly<Record<keyof RetryOptions, number>>;

const DEFAULTS: RetrySettings = { retriesMax: 3, delayMs: 250, delayMsMax: 8000, retryAfterMsMax: 60_000 };

/**
 * Returns the settings of the caller, or the defaults.
 * @throws RangeError for a setting that is negative or not a number, which would repeat a request without an end
 */
export function retrySettings(options: RetryOptions | false = {}): RetrySettings {
  if (options === false) return { ...DEFAULTS, retriesMax: 0 };
  const settings = { ...DEFAULTS };
  for (const [name, value] of Object.entries(options) as [keyof RetryOptions, number | undefined][]) {
    if (value === undefined) continue;
    assertAtLeast(0, value, `retry.${name}`);
    settings[name] = value;
  }
  return settings;
}

/** @throws RangeError for a value that is smaller or, from a program without types, not a number */
export function assertAtLeast(min: number, value: number, name: string): void {
  if (typeof value === 'number' && value >= min) return;
  throw new RangeError(`${name} must be a number of ${min} or more, not ${String(value)}`);
}

interface Retries {
  readonly rule: RetryRule;
  readonly settings: RetrySettings;
  readonly timing: Timing;
  readonly signal: AbortSignal | undefined;
}

/**
 * Returns what an attempt returns, and repeats the attempt after a failure that the rule permits.
 * @throws the error of the last attempt, or the reason of the signal
 */
export async function withRetries<T>(attempt: () => Promise<T>, retries: Retries): Promise<T> {
  const { rule, settings, timing, signal } = retries;
  for (let count = 0; ; count += 1) {
    signal?.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      const waitMs = waitMsAfter(error, count, retries);
      if (count >= settings.retriesMax || !isRetryable(error, rule) || waitMs === undefined) throw error;
      await timing.wait(waitMs, signal);
    }
  }
}

/**
 * Returns the wait before the next attempt: "full jitter", which spreads the clients that failed together, on top of
 * Retry-After. Undefined if the server asks for a longer wait than the caller accepts.
 */
function waitMsAfter(error: unknown, count: number, { settings, timing }: Retries): number | undefined {
  const { delayMs, delayMsMax, retryAfterMsMax } = settings;
  // Bounded, because 0 times Infinity is not a number.
  const factor = 2 ** Math.min(count, DOUBLINGS_MAX);
  const jitterMs = timing.random() * Math.min(delayMsMax, delayMs * factor);
  const retryAfterMs = error instanceof ArchitectProblem ? (error.retryAfter ?? 0) * 1000 : 0;
  return retryAfterMs > retryAfterMsMax ? undefined : retryAfterMs + jitterMs;
}

/** Returns the seconds of a Retry-After header: a number of seconds, or a date (RFC 9110, section 10.2.3). */
export function retryAfterSeconds(headers: Headers, now: number): number | undefined {
  const written = headers.get('retry-after')?.trim();
  if (written === undefined || written === '') return undefined;
  if (/^\d+$/.test(written)) return Number(written);
  const date = Date.parse(written);
  if (Number.isNaN(date)) return undefined;
  // The clock of the server, if its response tells it: that of the caller may be wrong.
  const sentAt = Date.parse(headers.get('date') ?? '');
  return Math.max(0, Math.ceil((date - (Number.isNaN(sentAt) ? now : sentAt)) / 1000));
}

/** About 25 days. `setTimeout` takes a longer time for 1 ms. */
const TIMER_MS_MAX = 2 ** 31 - 1;

/** The clock and the chance of the platform. */
export const platformTiming: Timing = {
  now: () => Date.now(),
  random: () => Math.random(),
  wait: async (ms, signal) => {
    let restMs = ms;
    do {
      await waitOnTimer(Math.min(restMs, TIMER_MS_MAX), signal);
      restMs -= TIMER_MS_MAX;
    } while (restMs > 0);
  },
};

async function waitOnTimer(ms: number, signal: AbortSignal | undefined): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
    if (signal?.aborted === true) stop();
  });
}
