import type { ErrorReport } from '../../../../generated/v2/types.ts';
import type { AnonymousUnit } from '../../../platform/unit.ts';
import { takeErrorReports } from '../../errors/index.ts';
import { INSTALLATION_ORGANIZATION_ID, INSTALLATION_PROJECT_ID } from '../../organizations/index.ts';
import type { CountedFailure } from '../incidents.types.ts';

/** What all failures of a process have in common. */
interface Origin {
  readonly release: string;
  readonly environment: string;
  readonly server_name: string;
}

/** Reports of one statement. */
const CHUNK = 500;
/** A flood of one failure between two writes is not counted further in the error log, but in its incident. */
const COPIES_MAX = 10_000;

/** Creates the function that writes failures to the installation's own error log. It returns their groups. */
export function createFailureReports(origin: Origin) {
  const place = { organization_id: INSTALLATION_ORGANIZATION_ID, project_id: INSTALLATION_PROJECT_ID };
  return async (
    unit: AnonymousUnit,
    failures: readonly CountedFailure[],
  ): Promise<ReadonlyMap<CountedFailure, string>> => {
    const groups = new Map<CountedFailure, string>();
    for (const failure of failures) {
      const report = reportOf(failure, origin);
      for (let left = Math.min(failure.count, COPIES_MAX); left > 0; left -= CHUNK) {
        const reports = Array.from({ length: Math.min(left, CHUNK) }, () => report);
        const [taken] = await takeErrorReports(unit, { ...place, reports });
        if (taken !== undefined) groups.set(failure, taken.error_id);
      }
    }
    return groups;
  };
}

function reportOf(failure: CountedFailure, origin: Origin): ErrorReport {
  const { type, message, stack, level, tags, fingerprint, last_at } = failure;
  return {
    ...origin,
    type,
    level,
    tags,
    platform: 'node',
    occurred_at: last_at.toISOString(),
    ...(message === null ? {} : { message }),
    ...(stack === null ? {} : { stack_trace: stack }),
    ...(fingerprint === undefined ? {} : { fingerprint: [...fingerprint] }),
  };
}
