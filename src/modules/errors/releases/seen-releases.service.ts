import { newId } from '../../../platform/ids.ts';
import type { AnonymousUnit } from '../../../platform/unit.ts';
import type { Place } from '../taking/reports.types.ts';
import { addReleases, type SeenRelease } from './releases.repository.ts';

/** Of a project, and of each release: names that differ in every report must not fill the tables. */
const RELEASES_MAX = 10_000;
const ENVIRONMENTS_MAX = 100;

interface Report {
  readonly release: string | null;
  readonly environment: string | null;
}

/**
 * Notes the releases, and the environments of them, that reports name. They keep their order of appearance. What a project
 * names beyond its limits is not noted: it is counted without a release, or without an environment.
 */
export async function noteReleases(
  { db, now }: Pick<AnonymousUnit, 'db' | 'now'>,
  place: Place,
  reports: readonly Report[],
): Promise<void> {
  const seen = seenIn(reports);
  const releases = [...new Set(seen.map(({ release }) => release))];
  if (releases.length === 0) return;
  const limits = { releases_max: RELEASES_MAX, environments_max: ENVIRONMENTS_MAX };
  await addReleases(db, place, { ids: releases.map(() => newId()), releases, seen, now, ...limits });
}

/** Returns each release in each of its environments once. */
function seenIn(reports: readonly Report[]): SeenRelease[] {
  const seen = new Map<string, SeenRelease>();
  for (const { release, environment: named } of reports) {
    if (release === null) continue;
    const environment = named ?? '';
    seen.set(JSON.stringify([release, environment]), { release, environment });
  }
  return [...seen.values()];
}
