// The part of the composition root that creates the rate limits.
import type { Config } from './config.ts';
import type { AppContext } from './app-context.ts';
import { RateLimiter, type CountTogether } from './contract/access/rate-limits.ts';
import type { LineLog } from './platform/failure-log.ts';

interface Counting {
  readonly redis?: AppContext['redis'];
  readonly countTogether?: CountTogether | undefined;
  readonly log: LineLog;
}

/** @returns undefined if rate limits are off */
export function createRateLimiter(
  { rateLimits }: Pick<Config, 'rateLimits'>,
  { redis, countTogether, log }: Counting,
): RateLimiter | undefined {
  if (!rateLimits.enabled) return undefined;
  const quotas = Object.entries(rateLimits.perMinute).map(([name, max]) => [name, { max, windowMs: 60_000 }] as const);
  return new RateLimiter({ classes: Object.fromEntries(quotas), clientsMax: 100_000, redis, countTogether, log });
}
