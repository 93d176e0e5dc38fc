// Ranges of time, divided into hours, days, weeks or months of a time zone.
import type { Db, Statement } from './db.ts';
import { DAY_MS } from './durations.ts';

export type TimeInterval = 'hour' | 'day' | 'week' | 'month';

/** A range as it is asked for: RFC 3339 times; `from` is the start of the day 29 days before `to` if absent. */
interface TimeRange {
  readonly from?: string | undefined;
  readonly to: string;
  readonly interval: TimeInterval;
  /** A name of the IANA database. */
  readonly time_zone: string;
}

/** A half-open range. Its buckets follow each other without a gap. */
interface TimeBuckets {
  readonly from: string;
  readonly to: string;
  /**
   * Where each bucket begins, and last where the range ends. `width_bucket(at, bounds)` is a bucket's number, beginning
   * with 1; 0 before the range, and one more than there are buckets after it.
   */
  readonly bounds: readonly string[];
}

// Days, weeks and months are counted in local time. Local times that a change of the clock skips mean the time after
// the change in PostgreSQL, so that a day that a zone skips begins with the next one, and is none of its own; of those
// that occur twice, the first begins the day. Hours are counted in absolute time,
// because a local hour can occur twice; half an hour is the least by which a clock is changed.
const boundsStatement: Statement = {
  name: 'time_buckets.bounds',
  text: `
    WITH asked AS (
      SELECT coalesce(date_trunc('milliseconds', $1::timestamptz),
                      (date_trunc('day', $2::timestamptz AT TIME ZONE $4) - interval '29 days') AT TIME ZONE $4) AS "from",
             date_trunc('milliseconds', $2::timestamptz) AS "to"
    ), hours AS (
      SELECT half AS starts_at
        FROM asked, generate_series(date_trunc('hour', "from", $4), "to", interval '30 minutes') AS half
       WHERE $3 = 'hour'
         AND (date_part('minute', half AT TIME ZONE $4) = 0
              OR half AT TIME ZONE $4 - (half - interval '30 minutes') AT TIME ZONE $4 <> interval '30 minutes')
    ), dates AS (
      SELECT local, local AT TIME ZONE $4 AS at
        FROM asked, generate_series(date_trunc($3, "from" AT TIME ZONE $4), "to" AT TIME ZONE $4,
                                    ('1 ' || $3)::interval) AS local
       WHERE $3 <> 'hour'
    ), starts AS (
      SELECT starts_at FROM hours
      UNION ALL
      SELECT CASE WHEN (at - interval '1 hour') AT TIME ZONE $4 = local THEN at - interval '1 hour' ELSE at END FROM dates
    )
    SELECT "from", "to",
           ARRAY["from"] || ARRAY(SELECT DISTINCT starts_at FROM starts WHERE starts_at > "from" AND starts_at < "to" ORDER BY 1)
             || ARRAY["to"] AS bounds
      FROM asked`,
};

/** Divides a range, which is not empty, into buckets. Only a range of `leastBuckets` that can be stored is cheap. */
export async function readTimeBuckets(db: Db, { from, to, interval, time_zone }: TimeRange): Promise<TimeBuckets> {
  const [row] = await db.query<TimeBuckets>(boundsStatement, [from ?? null, to, interval, time_zone]);
  if (row === undefined) throw new Error('a range has no bounds');
  return row;
}

const HOUR_MS = DAY_MS / 24;
const longestMs: Readonly<Record<TimeInterval, number>> = {
  hour: 2 * HOUR_MS,
  day: DAY_MS + HOUR_MS,
  week: 7 * DAY_MS + HOUR_MS,
  month: 31 * DAY_MS + HOUR_MS,
};

/** Returns a number of buckets that the range has at least, without asking the database. */
export function leastBuckets({ from, to, interval }: TimeRange): number {
  return from === undefined ? 0 : Math.floor((Date.parse(to) - Date.parse(from)) / longestMs[interval]);
}

/**
 * Returns where the first whole day of UTC in a range begins, and where the last one ends. If there is none, both are
 * where the range ends, so that all of it lies before them.
 */
export function wholeDaysIn({ from, to }: { readonly from: string; readonly to: string }): readonly [string, string] {
  const begin = Math.ceil(Date.parse(from) / DAY_MS) * DAY_MS;
  const end = Math.floor(Date.parse(to) / DAY_MS) * DAY_MS;
  return begin < end ? [new Date(begin).toISOString(), new Date(end).toISOString()] : [to, to];
}
