import { HOUR_MS, MINUTE_MS } from '../../../platform/durations.ts';
import type { Occurrence, Tally } from './reports.types.ts';

/** Kept of each group: so many first occurrences, and so many last ones. */
export const OCCURRENCES_KEPT_EACH = 100;
/** Counts are kept by the minute for so long, then by the quarter of an hour. */
export const COUNTED_BY_MINUTE_MS = 48 * HOUR_MS;
const QUARTER_MS = 15 * MINUTE_MS;
/**
 * What occurred longer ago may have been added up, and is late: a report that is not late must be committed, and clocks
 * may differ, before the hour is over after which it is added up.
 */
const LATE_MS = 45 * MINUTE_MS;
export const ADDED_UP_AFTER_MS = HOUR_MS;

/** Returns the start of the bucket that an occurrence is counted in. */
function bucketOf(occurredAt: string, now: Date): string {
  const time = Date.parse(occurredAt);
  const width = time < now.getTime() - COUNTED_BY_MINUTE_MS ? QUARTER_MS : MINUTE_MS;
  return new Date(Math.floor(time / width) * width).toISOString();
}

/** Returns what occurrences of groups add to the counters of their groups. */
export function tallyOf(occurrences: readonly (Occurrence & { readonly error_id: string })[], now: Date): Tally {
  const counts = new Map<string, Tally['counts'][number]>();
  const facets = new Map<string, Tally['facets'][number]>();
  const persons = new Map<string, Tally['persons'][number]>();
  const releases = new Map<string, Tally['releases'][number]>();
  for (const occurrence of occurrences) {
    const { error_id, person_hash: hash, release, occurred_at } = occurrence;
    const environment = occurrence.environment ?? '';
    const bucket = bucketOf(occurred_at, now);
    add(counts, JSON.stringify([error_id, environment, bucket]), { error_id, environment, bucket });
    for (const [name, value] of facetsOf(occurrence)) {
      add(facets, JSON.stringify([error_id, name, value]), { error_id, name, value });
    }
    if (release !== null) {
      const key = JSON.stringify([release, environment]);
      const last = releases.get(key)?.last_occurred_at ?? occurred_at;
      add(releases, key, { release, environment, last_occurred_at: last > occurred_at ? last : occurred_at });
    }
    if (hash !== undefined) persons.set(`${error_id} ${hash}`, { error_id, hash });
  }
  const lateBefore = new Date(now.getTime() - LATE_MS).toISOString();
  return {
    counts: [...counts.values()],
    late: [...counts.values()].filter((count) => count.bucket < lateBefore),
    facets: [...facets.values()],
    persons: [...persons.values()],
    releases: [...releases.values()],
  };
}

function add<Key>(tally: Map<string, Key & { readonly count: number }>, name: string, key: Key): void {
  tally.set(name, { ...key, count: (tally.get(name)?.count ?? 0) + 1 });
}

/** What lists are filtered by, as it is stored. */
function facetsOf({ release, environment, tags }: Occurrence): (readonly [name: string, value: string])[] {
  const facets = Object.entries(tags).map(([name, value]) => [tagFacet(name), value] as const);
  return [
    ...facets,
    ...(release === null ? [] : [['release', release] as const]),
    ...(environment === null ? [] : [['environment', environment] as const]),
  ];
}

/** Returns the stored name of a reporter's tag, which must not be taken for one of our own. */
export function tagFacet(name: string): string {
  return `tag:${name}`;
}
