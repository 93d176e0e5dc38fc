import { resourceIdOf, type AnonymousUnit } from '../../../platform/unit.ts';
import type { Part } from '../incidents.types.ts';
import { insertPastIncident } from './log.repository.ts';
import { recordClosed, recordOpened } from './transitions.service.ts';

interface PastFailure extends Part {
  readonly title: string;
  readonly message: string;
  readonly lastedMs: number;
}

/** Records an incident that opened at the unit's time and closed a while later, for the demo. */
export async function recordPastIncident(unit: AnonymousUnit, { lastedMs, ...failure }: PastFailure): Promise<void> {
  const opened = unit.now;
  const closed = new Date(opened.getTime() + lastedMs);
  const past = { ...failure, id: resourceIdOf(unit) };
  const incident = await insertPastIncident(unit.db, past, { opened, closed });
  const { opened_at } = incident;
  await recordOpened(unit, { ...incident, status: 'open', closed_at: null, version: 1, updated_at: opened_at }, opened);
  await recordClosed({ ...unit, now: closed }, incident);
}
