import type { Redis } from 'ioredis';
import type { FailureLog } from '../../../platform/failure-log.ts';
import { MINUTE_MS } from '../../../platform/durations.ts';

/** The categories of Sentry's protocol that a key limits apart, so that neither uses up the quota of the other. */
export type LimitedCategory = 'error' | 'session';

interface LimitedUse {
  readonly key_id: string;
  readonly category: LimitedCategory;
  readonly max: number;
  readonly now: Date;
}

export interface ReportLimits {
  /** Counts one envelope. Returns the seconds to wait if the key's quota of this minute is used up, else undefined. */
  readonly count: (use: LimitedUse) => Promise<number | undefined>;
}

interface LimitsSettings {
  /** Counts for all processes. If it fails, each process counts on its own. */
  readonly redis: Redis | undefined;
  readonly failures: FailureLog;
}

const COUNTS_MAX = 20_000;
const REDIS_TIMEOUT_MS = 100;
const EXPIRY_SECONDS = 120;

/** Limits each key by the minute of the clock. */
export function createReportLimits({ redis, failures }: LimitsSettings): ReportLimits {
  const counts = new Map<string, number>();
  const countHere = (name: string): number => {
    if (counts.size >= COUNTS_MAX && !counts.has(name)) counts.clear();
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count;
  };
  return {
    async count({ key_id, category, max, now }) {
      const minute = Math.floor(now.getTime() / MINUTE_MS);
      const name = `${key_id} ${category} ${minute}`;
      const count = (redis && (await countInRedis(redis, name, failures))) ?? countHere(name);
      return count <= max ? undefined : Math.max(1, Math.ceil(((minute + 1) * MINUTE_MS - now.getTime()) / 1000));
    },
  };
}

async function countInRedis(redis: Redis, name: string, failures: FailureLog): Promise<number | undefined> {
  const key = `reports:${name}`;
  let timer: NodeJS.Timeout | undefined;
  try {
    const late = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), REDIS_TIMEOUT_MS)));
    const replies = await Promise.race([redis.multi().incr(key).expire(key, EXPIRY_SECONDS).exec(), late]);
    const count = replies?.[0]?.[1];
    failures.succeeded();
    return typeof count === 'number' ? count : undefined;
  } catch (error) {
    failures.failed(error);
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
