import type { TimeInterval } from '../../../src/platform/time-buckets.ts';

const STEP_MS = 15 * 60_000;

/**
 * Divides a range as readTimeBuckets does, but by looking at the clock of the zone every quarter of an hour: a bucket
 * ends when what the clock shows of the interval changes. The ends of the range are quarters of an hour.
 */
export function localBounds(
  { from, to }: { readonly from: string; readonly to: string },
  interval: TimeInterval,
  timeZone: string,
): string[] {
  const bounds = [from];
  const labelOf = labeller(interval, timeZone);
  let label = labelOf(Date.parse(from));
  for (let at = Date.parse(from) + STEP_MS; at < Date.parse(to); at += STEP_MS) {
    const next = labelOf(at);
    if (next !== label) bounds.push(new Date(at).toISOString());
    label = next;
  }
  return [...bounds, to];
}

function labeller(interval: TimeInterval, timeZone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', timeZoneName: 'longOffset' },
  });
  return (at) => {
    const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
    const date = `${parts['year']}-${parts['month']}-${parts['day']}`;
    if (interval === 'hour') return `${date} ${parts['hour']} ${parts['timeZoneName']}`;
    if (interval === 'day') return date;
    if (interval === 'month') return date.slice(0, 7);
    const day = new Date(`${date}T00:00:00Z`);
    return new Date(day.getTime() - ((day.getUTCDay() + 6) % 7) * 86_400_000).toISOString().slice(0, 10);
  };
}

/** Returns the number of the bucket that a time is in: 0 before the first, and one more than the last after it. */
export function bucketOf(bounds: readonly string[], at: string): number {
  return bounds.filter((bound) => Date.parse(bound) <= Date.parse(at)).length;
}
