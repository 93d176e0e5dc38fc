import { inTime } from '../../../platform/bounded.ts';
import { createFailureLog, type FailureLog, type LineLog } from '../../../platform/failure-log.ts';
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

/** The part of a Redis client that counts. */
interface SharedCounter {
  incr(key: string): Promise<number>;
  expire(key: string, seconds: number): Promise<number>;
}

interface LimitsSettings {
  /** Counts for all processes. If it fails, each process counts on its own, from the last count that it was told. */
  readonly redis: SharedCounter | undefined;
  readonly logger: LineLog;
}

const COUNTS_MAX = 20_000;
const REDIS_MS_MAX = 100;
const EXPIRY_SECONDS = 120;

/** Limits each key by the minute of the clock. */
export function createReportLimits({ redis, logger }: LimitsSettings): ReportLimits {
  const failures = createFailureLog({ logger, subject: 'the count of reports in Redis' });
  const counts = new Map<string, number>();
  const keep = (name: string, count: number): void => {
    if (counts.size >= COUNTS_MAX && !counts.has(name)) counts.clear();
    counts.set(name, Math.max(count, counts.get(name) ?? 0));
  };
  return {
    async count({ key_id, category, max, now }) {
      const minute = Math.floor(now.getTime() / MINUTE_MS);
      const name = `${key_id} ${category} ${minute}`;
      const shared = redis && (await countInRedis(redis, name, failures));
      const count = shared ?? (counts.get(name) ?? 0) + 1;
      keep(name, count);
      return count <= max ? undefined : Math.max(1, Math.ceil(((minute + 1) * MINUTE_MS - now.getTime()) / 1000));
    },
  };
}

async function countInRedis(redis: SharedCounter, name: string, failures: FailureLog): Promise<number | undefined> {
  const key = `reports:${name}`;
  try {
    const count = await inTime(REDIS_MS_MAX, redis.incr(key));
    if (count === 1) await inTime(REDIS_MS_MAX, redis.expire(key, EXPIRY_SECONDS));
    failures.succeeded();
    return count;
  } catch (error) {
    failures.failed(error);
    return undefined;
  }
}
