import type { AnonymousUnit } from '../../../platform/unit.ts';
import { noteReleases } from '../releases/seen-releases.service.ts';
import { summed, worstOf, type BadSession, type SessionCounts } from './sessions.policy.ts';
import { addSessionCounts, rememberBadSessions } from './sessions.repository.ts';

interface SessionReports {
  readonly organization_id: string;
  readonly project_id: string;
  readonly counts: readonly SessionCounts[];
  readonly bad: readonly BadSession[];
}

/** Counts sessions. Each session counts once as started, and once with its worst outcome. */
export async function countSessions(unit: AnonymousUnit, { counts, bad, ...place }: SessionReports): Promise<void> {
  const worst = worstOf(bad);
  await noteReleases(unit, place, [...counts, ...bad]);
  const news = new Map(
    (await rememberBadSessions(unit.db, place, worst, unit.now)).map(({ session_id, is_first }) => [
      session_id,
      is_first,
    ]),
  );
  const outcomes = worst.flatMap((session) => {
    const isFirst = news.get(session.session_id);
    return isFirst === undefined ? [] : [toCounts(session, isFirst)];
  });
  await addSessionCounts(unit.db, place, summed([...counts, ...outcomes]));
}

function toCounts({ release, environment, bucket, outcome }: BadSession, isFirst: boolean): SessionCounts {
  const none = { started: 0, errored: isFirst ? 0 : -1, abnormal: 0, crashed: 0 };
  return { release, environment, bucket, ...none, [outcome]: 1 };
}
