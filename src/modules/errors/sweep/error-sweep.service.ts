import type { Db } from '../../../platform/database.ts';
import { DAY_MS, HOUR_MS } from '../../../platform/durations.ts';
import { ADDED_UP_AFTER_MS, COUNTED_BY_MINUTE_MS } from '../taking/tally.policy.ts';
import * as repository from './error-sweep.repository.ts';

const OCCURRENCES_KEPT_MS = 30 * DAY_MS;
const REPORT_IDS_KEPT_MS = 7 * DAY_MS;
const COUNTS_KEPT_MS = 400 * DAY_MS;
const SESSIONS_KEPT_MS = 90 * DAY_MS;
/** As long as what was counted of its errors: then nothing is known of it but its name. */
const RELEASES_KEPT_MS = COUNTS_KEPT_MS;
/** A session that is older is over. */
const BAD_SESSIONS_KEPT_MS = 7 * DAY_MS;
/** Rows per statement: few enough that no report waits noticeably. */
const BATCH = 1000;

/** Deletes what is too old, and adds up counts of minutes, in bounded steps, until nothing is left or it must stop. */
export async function sweepErrors(db: Db, now: Date, signal: AbortSignal): Promise<void> {
  const ago = (ms: number): Date => new Date(now.getTime() - ms);
  const counted = { since: ago(OCCURRENCES_KEPT_MS), before: ago(COUNTED_BY_MINUTE_MS + DAY_MS / 24) };
  const passed = new Date(Math.floor((now.getTime() - ADDED_UP_AFTER_MS) / HOUR_MS) * HOUR_MS);
  const steps = [
    () => repository.addQuarters(db, passed),
    () => repository.deleteOldOccurrences(db, ago(OCCURRENCES_KEPT_MS), BATCH),
    () => repository.deleteOldReports(db, ago(REPORT_IDS_KEPT_MS), BATCH),
    () => repository.deleteOldCounts(db, ago(COUNTS_KEPT_MS), BATCH),
    () => repository.deleteOldQuarters(db, ago(COUNTS_KEPT_MS), BATCH),
    () => repository.compactCounts(db, counted, BATCH),
    () => repository.deleteOldSessions(db, ago(SESSIONS_KEPT_MS), BATCH),
    () => repository.deleteOldReleases(db, ago(RELEASES_KEPT_MS), BATCH),
    () => repository.deleteOldBadSessions(db, ago(BAD_SESSIONS_KEPT_MS), BATCH),
  ];
  for (const step of steps) while (!signal.aborted && (await step()) > 0);
}
