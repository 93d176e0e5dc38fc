import type { ErrorGroup, ErrorReport } from '../../../../generated/v2/types.ts';
import type { FullChange } from '../../../outbox/record.ts';
import { recordAll } from '../../../outbox/record-all.ts';
import { newId } from '../../../platform/ids.ts';
import { createPauses } from '../../../platform/pauses.ts';
import type { AnonymousUnit } from '../../../platform/unit.ts';
import { errorColumns, type CountedError } from '../errors.types.ts';
import { noteReleases } from '../releases/seen-releases.service.ts';
import * as repository from './error-reports.repository.ts';
import { countInGroups, withoutProject, type CountedGroups } from './counted-groups.service.ts';
import { failureOf, occurrenceOf } from './occurrences.policy.ts';
import { failuresOf } from './original-places.service.ts';
import type { Occurrence, Place, ReportsToTake, TakenReport } from './reports.types.ts';
import { OCCURRENCES_KEPT_EACH, tallyOf } from './tally.policy.ts';

/**
 * Takes reports of failures: counts each in the group with its fingerprint, keeps the first and the last occurrences,
 * reopens resolved groups, and records what is new. The caller has checked that the reports may be written. The number of
 * statements does not depend on the number of reports.
 * @returns what became of each report, in their order
 * @throws AppError `project_unknown` (409) if the project has been deleted
 */
export async function takeErrorReports(unit: AnonymousUnit, input: ReportsToTake): Promise<TakenReport[]> {
  const { organization_id, project_id } = input;
  const place: Place = { organization_id, project_id };
  const all: Occurrence[] = [];
  const failures = await failuresOf(unit, place, input.reports);
  // The same object again is the same failure again, which is how the installation reports a flood of its own failures.
  const known = new Map<ErrorReport, Occurrence>();
  const pause = createPauses();
  for (const report of input.reports) {
    await pause();
    const again = known.get(report);
    if (again?.is_named === false) {
      all.push({ ...again, id: newId() });
      continue;
    }
    const failure = failures.get(report) ?? failureOf(report);
    const occurrence = occurrenceOf(report, { organization_id, now: unit.now, new_id: newId(), failure });
    known.set(report, occurrence);
    all.push(occurrence);
  }
  const requests = new Map(all.map(({ id }, index) => [id, requestIn(input, index)]));
  const requestOf = ({ id }: Occurrence): string => requests.get(id) ?? unit.request_id;
  const { fresh, repeated } = await withoutRepeated(unit, place, all);
  const taken = await take(unit, place, { occurrences: fresh, requestOf });
  return all.map((occurrence) => {
    const result = taken.get(occurrence);
    if (result !== undefined) return result;
    const error_id = repeated.get(occurrence.id) ?? first(taken, occurrence.id)?.error_id ?? '';
    return { id: occurrence.id, error_id, is_new: false, is_regression: false, is_repeated: true };
  });
}

function first(taken: ReadonlyMap<Occurrence, TakenReport>, id: string): TakenReport | undefined {
  return [...taken.values()].find((report) => report.id === id);
}

/** Leaves out reports whose id was received before, in another call or in this one. */
async function withoutRepeated({ db, now }: AnonymousUnit, place: Place, all: readonly Occurrence[]) {
  await noteReleases({ db, now }, place, all);
  const ids = new Set(all.filter(({ is_named }) => is_named).map(({ id }) => id));
  const unknown = await insertIds({ db, now }, place, [...ids]);
  const repeated = await repository.findRepeated(
    db,
    place,
    [...ids].filter((id) => !unknown.has(id)),
  );
  const fresh = all.filter(({ id, is_named }) => !is_named || unknown.delete(id));
  return { fresh, repeated };
}

/** The ids are the first rows that are written for the project. */
async function insertIds({ db, now }: Pick<AnonymousUnit, 'db' | 'now'>, place: Place, ids: readonly string[]) {
  try {
    return await repository.insertReportIds(db, place, ids, now);
  } catch (error) {
    throw withoutProject(error, place);
  }
}

function requestIn({ reports, request_ids }: ReportsToTake, index: number): string | undefined {
  const report = reports[index];
  return report && request_ids?.get(report);
}

interface FreshReports {
  readonly occurrences: readonly Occurrence[];
  /** Returns the id of the request that brought an occurrence. */
  readonly requestOf: (occurrence: Occurrence) => string;
}

async function take(
  unit: AnonymousUnit,
  place: Place,
  { occurrences, requestOf }: FreshReports,
): Promise<Map<Occurrence, TakenReport>> {
  if (occurrences.length === 0) return new Map();
  const { groups, counted, fingerprintOf } = await countInGroups(unit, place, occurrences);
  const created = new Set(groups.map(({ id }) => id));
  const regressed = await regress(unit, place, { counted, occurrences, fingerprintOf });
  const byFingerprint = new Map(counted.map((group) => [group.fingerprint, group]));
  const numbers = new Map(groups.map(({ fingerprint, count }) => [fingerprint, -count]));
  const stored = occurrences.flatMap((occurrence) => {
    const group = byFingerprint.get(fingerprintOf(occurrence));
    if (group === undefined) return [];
    const offset = (numbers.get(group.fingerprint) ?? 0) + 1;
    numbers.set(group.fingerprint, offset);
    return [{ ...occurrence, occurrence, group, error_id: group.id, number: group.occurrence_count + offset }];
  });
  await repository.storeOccurrences(unit.db, place, {
    kept: stored.filter(isKept).map(({ occurrence: _occurrence, group: _group, ...row }) => row),
    named: stored.filter(({ is_named }) => is_named),
    trims: groups.flatMap(({ fingerprint, count }) => trimOf(byFingerprint.get(fingerprint), count)),
    tally: tallyOf(stored, unit.now),
  });
  const brought = new Map(occurrences.toReversed().map((one) => [fingerprintOf(one), requestOf(one)]));
  await recordTaken(unit, { created: counted.filter(({ id }) => created.has(id)), regressed, brought });
  const reported = new Set<string>();
  return new Map(
    stored.map(({ occurrence, id, error_id }) => {
      const isFirst = !reported.has(error_id);
      reported.add(error_id);
      const is_new = isFirst && created.has(error_id);
      const is_regression = isFirst && regressed.some((group) => group.id === error_id);
      return [occurrence, { id, error_id, is_new, is_regression, is_repeated: false }];
    }),
  );
}

/** Whether an occurrence is among the first, or among the last after this call. */
function isKept({ number, group }: { readonly number: number; readonly group: CountedError }): boolean {
  return number <= OCCURRENCES_KEPT_EACH || number > group.occurrence_count - OCCURRENCES_KEPT_EACH;
}

/** Returns which stored occurrences are no longer among the last. */
function trimOf(group: CountedError | undefined, added: number) {
  if (group === undefined) return [];
  const until = Math.min(group.occurrence_count - OCCURRENCES_KEPT_EACH, group.occurrence_count - added);
  return until > OCCURRENCES_KEPT_EACH ? [{ error_id: group.id, after: OCCURRENCES_KEPT_EACH, until }] : [];
}

interface Counted extends Pick<CountedGroups, 'counted' | 'fingerprintOf'> {
  readonly occurrences: readonly Occurrence[];
}

/** Reopens the groups that were resolved and have occurred in a release that should have the correction. */
async function regress(
  unit: AnonymousUnit,
  place: Place,
  { counted, occurrences, fingerprintOf }: Counted,
): Promise<ErrorGroup[]> {
  const reopened: ErrorGroup[] = [];
  for (const group of counted) {
    if (group.status !== 'resolved') continue;
    const releases = occurrences.filter((one) => fingerprintOf(one) === group.fingerprint);
    if (!(await isReopenedBy(unit, place, { group, releases: releases.map(({ release }) => release) }))) continue;
    reopened.push({
      ...errorOf(group),
      status: 'regressed',
      resolved_at: null,
      resolved_in_release: null,
      version: group.version + 1,
      updated_at: unit.now.toISOString(),
    });
  }
  await repository.regressGroups(unit.db, reopened, unit.now);
  return reopened;
}

/** An occurrence without a release reopens a group, too: nothing says that it is older than the correction. */
async function isReopenedBy(
  { db }: AnonymousUnit,
  place: Place,
  { group, releases }: { readonly group: ErrorGroup; readonly releases: readonly (string | null)[] },
): Promise<boolean> {
  if (group.resolved_in_release === null || releases.includes(null)) return true;
  const named = releases.filter((release) => release !== null);
  return (await repository.listLaterReleases(db, place, [...new Set(named)], group)).size > 0;
}

/** Returns the error without its counts. */
export function errorOf(row: ErrorGroup): ErrorGroup {
  return Object.fromEntries(errorColumns.map((column) => [column, row[column]])) as unknown as ErrorGroup;
}

interface NewsOfErrors {
  readonly created: readonly CountedError[];
  readonly regressed: readonly ErrorGroup[];
  /** The id of the request that brought the first report of each, by fingerprint. */
  readonly brought: ReadonlyMap<string, string>;
}

async function recordTaken(unit: AnonymousUnit, { created, regressed, brought }: NewsOfErrors): Promise<void> {
  const where = ({ id, organization_id, project_id }: ErrorGroup) => ({
    ...{ resource: { type: 'error', id }, organization_id, project_id, is_system: true },
  });
  const changes: FullChange<'error.created' | 'error.regressed'>[] = [
    ...created.map((row) => {
      const group = errorOf(row);
      return { audit: 'error.create', event: 'error.created', after: group, data: group, ...where(group) } as const;
    }),
    ...regressed.map(
      (group) =>
        ({ audit: 'error.update', event: 'error.regressed', after: group, data: group, ...where(group) }) as const,
    ),
  ];
  const byRequest = Map.groupBy(changes, ({ data }) => brought.get(data.fingerprint) ?? unit.request_id);
  for (const [request_id, ofRequest] of byRequest) await recordAll({ ...unit, request_id }, ofRequest);
}
