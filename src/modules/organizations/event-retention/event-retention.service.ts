import type { EventRetention, EventRetentionReplacement, Organization } from '../../../../generated/v2/types.ts';
import { record } from '../../../outbox/record.ts';
import type { Unit } from '../../../platform/unit.ts';
import { assertVersion, type VersionPrecondition } from '../../../problems/precondition.ts';
import { assertOrganizationRole } from '../members/members.policy.ts';
import { getOrganization, lockOwn } from '../organizations.service.ts';
import { findRetention, replaceRetention } from './event-retention.repository.ts';

export interface EventRetentionService {
  readonly get: (unit: Unit) => Promise<EventRetention>;
  readonly replace: (
    unit: Unit,
    input: EventRetentionReplacement,
    precondition: VersionPrecondition,
  ) => Promise<EventRetention>;
}

/** @param defaultDays for which organizations keep events that have said nothing */
export function createEventRetentionService(defaultDays: number): EventRetentionService {
  const current = async ({ db }: Unit, { id, created_at }: Organization): Promise<EventRetention> =>
    (await findRetention(db, id)) ?? { days: defaultDays, version: 1, updated_at: created_at };
  return {
    async get(unit) {
      return current(unit, await getOrganization(unit));
    },
    async replace(unit, { days }, precondition) {
      const organization = await lockOwn(unit);
      assertOrganizationRole(unit.actor.role, 'admin');
      const before = await current(unit, organization);
      assertVersion(before, precondition);
      const after = { days, version: before.version + 1, updated_at: unit.now.toISOString() };
      await replaceRetention(unit.db, organization.id, after);
      await record(unit, {
        audit: 'event_retention.update',
        resource: { type: 'event_retention', id: organization.id },
        before,
        after,
      });
      return after;
    },
  };
}
