import type { Incident } from '../../../../generated/v2/types.ts';
import { record } from '../../../outbox/record.ts';
import type { AnonymousUnit } from '../../../platform/unit.ts';
import { enqueue } from '../../../queue/enqueue.ts';
import { INSTALLATION_ORGANIZATION_ID } from '../../organizations/index.ts';
import { FAILED_ATTEMPTS_MIN } from './job-failures.policy.ts';
import { closeIncident } from './log.repository.ts';
import type { Part } from '../incidents.types.ts';

// The audit rows are in the installation's chain. The events belong to the installation's own organization, so that the
// webhooks of operators can have them.

/** Records that an incident has opened, or opened again, and lets the operators be told. */
export async function recordOpened(unit: AnonymousUnit, incident: Incident, mailAt: Date): Promise<void> {
  const { resource, ...installation } = placeOf(incident);
  await record(unit, { audit: 'incident.open', resource, ...installation, after: incident });
  await record(unit, {
    event: 'incident.opened',
    resource,
    organization_id: INSTALLATION_ORGANIZATION_ID,
    data: incident,
  });
  await enqueueFollowUp(unit, mailAt);
}

/** Closes the incident of a part, unless it has failed since. @returns whether this call has closed it */
export async function closeRecovered(unit: AnonymousUnit, part: Part, seenBefore: Date | string): Promise<boolean> {
  const when = { seenBefore, now: unit.now, attemptsMin: FAILED_ATTEMPTS_MIN };
  const incident = await closeIncident(unit.db, part, when);
  if (incident === undefined) return false;
  await recordClosed(unit, incident);
  return true;
}

/** Records that an incident has closed, and lets the operators be told. */
export async function recordClosed(unit: AnonymousUnit, incident: Incident): Promise<void> {
  const { resource, ...installation } = placeOf(incident);
  await record(unit, { audit: 'incident.close', resource, ...installation, after: incident });
  await record(unit, {
    event: 'incident.closed',
    resource,
    organization_id: INSTALLATION_ORGANIZATION_ID,
    data: incident,
  });
  await enqueueFollowUp(unit, unit.now);
}

function placeOf({ id }: Incident) {
  return { resource: { type: 'incident', id }, organization_id: null, is_system: true };
}

/** One job for all incidents that open at about the same time, so that operators get one mail. */
async function enqueueFollowUp(unit: AnonymousUnit, run_at: Date): Promise<void> {
  await enqueue(unit, 'incidents.follow_up', {}, { key: 'incidents.follow_up', run_at });
}
