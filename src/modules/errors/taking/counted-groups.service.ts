import { problems } from '../../../../generated/problems.ts';
import { constraintOf } from '../../../platform/database-errors.ts';
import { newId } from '../../../platform/ids.ts';
import { resourceIdOf, type AnonymousUnit } from '../../../platform/unit.ts';
import type { CountedError } from '../errors.types.ts';
import * as repository from './error-reports.repository.ts';
import type { NewGroup, Occurrence, Place } from './reports.types.ts';

/** So many errors a project has. Further ones are counted together in one, which no fingerprint of a report can be. */
const GROUPS_MAX = 50_000;
const OVERFLOW_FINGERPRINT = 'overflow';
const OVERFLOW_TITLE = `Further errors: the project has ${GROUPS_MAX.toLocaleString('en')} already`;

export interface CountedGroups {
  /** What was added to each group. */
  readonly groups: readonly NewGroup[];
  /** The groups with the new counts. */
  readonly counted: readonly CountedError[];
  /** Returns the fingerprint of the group that an occurrence was counted in. */
  readonly fingerprintOf: (occurrence: Occurrence) => string;
}

/**
 * Counts occurrences in the groups with their fingerprints, and locks these. A project that is full gets no new ones:
 * a program whose fingerprints are random must not fill the table.
 */
export async function countInGroups(
  unit: AnonymousUnit,
  place: Place,
  occurrences: readonly Occurrence[],
): Promise<CountedGroups> {
  const groups = newGroups(unit, occurrences);
  const counted = await countGroups(unit, place, groups);
  const ids = new Set(groups.map(({ id }) => id));
  const created = counted.filter(({ id, fingerprint }) => ids.has(id) && fingerprint !== OVERFLOW_FINGERPRINT);
  const fingerprintOf = ({ fingerprint }: Occurrence): string => fingerprint;
  if (created.length === 0 || !(await repository.hasMoreGroups(unit.db, place, GROUPS_MAX)))
    return { groups, counted, fingerprintOf };
  await repository.dropNewGroups(unit.db, place, created);
  const folded = new Set(created.map(({ fingerprint }) => fingerprint));
  const overflow = groups.filter(({ fingerprint }) => folded.has(fingerprint)).reduce(together);
  const further = { ...overflow, ...overflowFacts, id: newId() };
  const [overflowing] = await countGroups(unit, place, [further]);
  const stays = ({ fingerprint }: { readonly fingerprint: string }): boolean => !folded.has(fingerprint);
  return {
    groups: [...groups.filter(stays), further],
    counted: [...counted.filter(stays), ...(overflowing === undefined ? [] : [overflowing])],
    fingerprintOf: (one) => (stays(one) ? one.fingerprint : OVERFLOW_FINGERPRINT),
  };
}

const overflowFacts = {
  fingerprint: OVERFLOW_FINGERPRINT,
  type: null,
  title: OVERFLOW_TITLE,
  message: null,
  culprit: null,
  level: 'error',
  platform: null,
} as const;

function together(left: NewGroup, right: NewGroup): NewGroup {
  return {
    ...left,
    count: left.count + right.count,
    first_seen_at: right.first_seen_at < left.first_seen_at ? right.first_seen_at : left.first_seen_at,
    last_seen_at: right.last_seen_at > left.last_seen_at ? right.last_seen_at : left.last_seen_at,
    last_release: right.last_release ?? left.last_release,
  };
}

async function countGroups(
  { db, now }: AnonymousUnit,
  place: Place,
  groups: readonly NewGroup[],
): Promise<CountedError[]> {
  try {
    return await repository.countGroups(db, place, groups, now);
  } catch (error) {
    throw withoutProject(error, place);
  }
}

/** Returns one group for each fingerprint, made of the first report that has it. */
function newGroups(unit: AnonymousUnit, occurrences: readonly Occurrence[]): NewGroup[] {
  const groups = new Map<string, NewGroup>();
  for (const occurrence of occurrences) {
    const { fingerprint, type, title, message, culprit, level, platform, release, occurred_at } = occurrence;
    const known = groups.get(fingerprint);
    if (known === undefined) {
      const id = groups.size === 0 ? resourceIdOf(unit) : newId();
      const times = { first_seen_at: occurred_at, last_seen_at: occurred_at };
      const facts = { fingerprint, type, title, message, culprit, level, platform };
      groups.set(fingerprint, { id, ...facts, ...times, first_release: release, last_release: release, count: 1 });
      continue;
    }
    groups.set(fingerprint, {
      ...known,
      count: known.count + 1,
      first_seen_at: occurred_at < known.first_seen_at ? occurred_at : known.first_seen_at,
      last_seen_at: occurred_at > known.last_seen_at ? occurred_at : known.last_seen_at,
      last_release: release ?? known.last_release,
    });
  }
  return [...groups.values()];
}

/** Returns the problem to throw if an error of the database says that the project was deleted; else the error. */
export function withoutProject(error: unknown, { project_id }: Place): unknown {
  return constraintOf(error)?.kind === 'foreign_key'
    ? problems.project_unknown({ project_id }, { cause: error })
    : error;
}
