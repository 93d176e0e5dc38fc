import { resourceIdOf, type AnonymousUnit } from '../../../platform/unit.ts';
import type { Part } from '../incidents.types.ts';
import { openIncident } from './log.repository.ts';
import { closeRecovered, recordOpened } from './transitions.service.ts';

interface PastFailure extends Part {
  readonly title: string;
  readonly message: string;
  readonly lastedMs: number;
}

/** Records an incident that opened at the unit's time and closed a while later, for the demo. */
export async function recordPastIncident(unit: AnonymousUnit, { lastedMs, ...failure }: PastFailure): Promise<void> {
  const { now } = unit;
  const seen = { ...failure, id: resourceIdOf(unit), count: 1, first_at: now, last_at: now, error_id: null };
  await recordOpened(unit, await openIncident(unit.db, seen, now), now);
  const end = new Date(now.getTime() + lastedMs);
  await closeRecovered({ ...unit, now: end }, failure, end);
}
