import type { Metrics } from '../../../platform/metrics.ts';

type ReportIntake = 'api' | 'sdk' | 'v1';

/** Counts what became of reports of errors, once that is committed. Each was stored unless it was repeated. */
export type CountReports = (intake: ReportIntake, reports: { readonly all: number; readonly repeated: number }) => void;

/** @param intakes those that the caller counts */
export function createReportCounter(
  { reportedErrors }: Pick<Metrics, 'reportedErrors'>,
  intakes: readonly ReportIntake[],
): CountReports {
  const count: CountReports = (intake, { all, repeated }) => {
    reportedErrors.inc({ intake, outcome: 'stored' }, all - repeated);
    reportedErrors.inc({ intake, outcome: 'repeated' }, repeated);
  };
  // Counters begin at 0, because increase() does not see the first report of one that begins at 1.
  for (const intake of intakes) count(intake, { all: 0, repeated: 0 });
  return count;
}
