import { constraintOf } from '../../../platform/database-errors.ts';
import type { Db } from '../../../platform/database.ts';
import type { Clock } from '../../../platform/clock.ts';
import { newId } from '../../../platform/ids.ts';
import type { AnonymousUnit } from '../../../platform/unit.ts';
import { MINUTE_MS } from '../../../platform/durations.ts';
import * as repository from './log.repository.ts';
import { closeRecovered, recordOpened } from './transitions.service.ts';
import type { CountedFailure, Part, Recovery } from '../incidents.types.ts';

/** An incident that closed less than this ago opens again. */
const REOPEN_MS = 10 * MINUTE_MS;

interface WriterSettings {
  /** A connection of its own, so that requests never wait for the error log. */
  readonly db: Db;
  readonly clock: Clock;
  /** Writes failures to the error log. */
  readonly report: (
    unit: AnonymousUnit,
    failures: readonly CountedFailure[],
  ) => Promise<ReadonlyMap<CountedFailure, string>>;
  /** How long operators are not told of what opens, so that one mail tells of all that opens at about the same time. */
  readonly mailDelayMs: number;
  /** How long operators are not told again of an incident that stays open. */
  readonly mailRepeatMs: number;
}

export type FailureWriter = ReturnType<typeof createFailureWriter>;

/** Writes failures and recoveries. Each function is one transaction, and rejects as the database does. */
export function createFailureWriter(settings: WriterSettings) {
  const inUnit = <Result>(work: (unit: AnonymousUnit) => Promise<Result>): Promise<Result> => {
    const unit = { actor: undefined, request_id: `incident-${newId()}`, now: settings.clock.now() };
    return settings.db.transaction((db) => work({ ...unit, db }));
  };
  const count = (failures: readonly CountedFailure[]): Promise<void> =>
    inUnit(async (unit) => {
      for (const part of byPart(failures)) await countPart(unit, part, settings);
    });
  return {
    /** Reports the failures to the error log. @returns the group of each failure */
    report: (failures: readonly CountedFailure[]): Promise<ReadonlyMap<CountedFailure, string>> =>
      inUnit((unit) => settings.report(unit, failures)),
    /** Counts the failures in the incidents of their parts. */
    count: async (failures: readonly CountedFailure[]): Promise<void> => {
      try {
        await count(failures);
      } catch (error) {
        // Another process has opened an incident of a part while this one opened the part's last one again.
        if (constraintOf(error)?.name !== 'incidents_open_key') throw error;
        await count(failures);
      }
    },
    /** Names the groups of failures that are counted already. */
    link: (failures: readonly CountedFailure[]): Promise<void> =>
      inUnit(async (unit) => {
        for (const { error_id, ...part } of failures)
          if (typeof error_id === 'string') await repository.linkError(unit.db, part, error_id, unit.now);
      }),
    /** Closes the incidents of parts that work again. */
    close: (recoveries: readonly Recovery[]): Promise<void> =>
      inUnit(async (unit) => {
        for (const { at, ...part } of recoveries) await closeRecovered(unit, part, at);
      }),
    listOpen: (kinds: readonly Part['kind'][]): Promise<readonly Part[]> => repository.listOpen(settings.db, kinds),
  };
}

async function countPart(
  unit: AnonymousUnit,
  failures: readonly CountedFailure[],
  { mailDelayMs, mailRepeatMs }: WriterSettings,
): Promise<void> {
  const [latest] = failures.toSorted((one, other) => other.last_at.getTime() - one.last_at.getTime());
  if (latest === undefined) return;
  const { now } = unit;
  const count = failures.reduce((sum, one) => sum + one.count, 0);
  const first_at = failures.map((one) => one.first_at).reduce((one, other) => (one <= other ? one : other));
  const error_id = latest.error_id ?? null;
  const seen = { ...latest, count, first_at, error_id };
  if ((await repository.countOccurrences(unit.db, seen, now)) !== undefined) return;
  const closedAfter = new Date(now.getTime() - REOPEN_MS);
  const reopened = await repository.reopenIncident(unit.db, seen, { now, closedAfter, repeatMs: mailRepeatMs });
  const id = newId();
  const incident = reopened ?? (await repository.openIncident(unit.db, { ...seen, id }, now));
  if (reopened === undefined && incident.id !== id) return;
  await recordOpened(unit, incident, new Date(now.getTime() + mailDelayMs));
}

/** Sorted, so that processes that write the same rows do not deadlock. */
function byPart(failures: readonly CountedFailure[]): readonly (readonly CountedFailure[])[] {
  const parts = Map.groupBy(failures, ({ kind, service }) => `${kind} ${service}`);
  return [...parts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, list]) => list);
}
