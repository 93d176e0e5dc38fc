import type { ErrorReport } from '../../../../generated/v2/types.ts';
import { createPauses } from '../../../platform/pauses.ts';
import type { AnonymousUnit } from '../../../platform/unit.ts';
import { resolveTraces } from '../../source-maps/index.ts';
import type { Failure } from '../grouping/failure.types.ts';
import { failureOf } from './occurrences.policy.ts';
import type { Place } from './reports.types.ts';

/**
 * Returns the failures that the reports describe, with the places in minified code replaced by those in its sources. The
 * number of statements does not depend on the number of reports, but on that of releases.
 */
export async function failuresOf(
  { db, now }: Pick<AnonymousUnit, 'db' | 'now'>,
  place: Place,
  reports: readonly ErrorReport[],
): Promise<ReadonlyMap<ErrorReport, Failure>> {
  const distinct = [...new Set(reports)];
  const failures: Failure[] = [];
  const pause = createPauses();
  for (const report of distinct) {
    await pause();
    failures.push(failureOf(report));
  }
  const byRelease = Map.groupBy(failures.keys(), (at) => distinct[at]?.release);
  for (const [release, positions] of byRelease) {
    if (release === undefined) continue;
    const members = positions.flatMap((at) => failures[at] ?? []);
    const traces = members.flatMap(({ frames, causes }) => [frames, ...causes.map((cause) => cause.frames)]);
    const resolved = (await resolveTraces(db, { ...place, release, now }, traces)).values();
    for (const [index, at] of positions.entries()) {
      const failure = members[index];
      if (failure !== undefined) failures[at] = withFrames(failure, resolved);
    }
  }
  return new Map(distinct.map((report, at) => [report, failures[at] ?? failureOf(report)]));
}

/** Takes one trace for the failure itself and one for each cause. */
function withFrames(failure: Failure, traces: Iterator<Failure['frames']>): Failure {
  const frames = nextOf(traces);
  return { ...failure, frames, causes: failure.causes.map((cause) => ({ ...cause, frames: nextOf(traces) })) };
}

function nextOf(traces: Iterator<Failure['frames']>): Failure['frames'] {
  const { value } = traces.next() as IteratorResult<Failure['frames'], undefined>;
  return value ?? [];
}
