import type { AppContext } from '../../app-context.ts';
import type { Module } from '../module.ts';
import { createEventRetentionController } from './event-retention/event-retention.controller.ts';
import { createEventRetentionService } from './event-retention/event-retention.service.ts';
import { createInvitationService } from './invitations/invitations.service.ts';
import { createInvitationsController } from './invitations/invitations.controller.ts';
import { createMembersController } from './members/members.controller.ts';
import { createOrganizationsController } from './organizations.controller.ts';
import { eraseOrganization, sweepOrganizations } from './organizations.jobs.ts';
import { keptOrganizations } from './organizations.keeping.ts';

export function createOrganizationsModule({ config, pager, links }: AppContext) {
  return {
    v2: {
      ...createOrganizationsController({ pager }),
      ...createMembersController({ pager }),
      ...createEventRetentionController(createEventRetentionService(config.eventRetentionDays)),
      ...createInvitationsController({ pager, createInvitation: createInvitationService(links) }),
    },
    kept: { v2: keptOrganizations },
    jobs: { 'organizations.erase': eraseOrganization, 'organizations.sweep': sweepOrganizations },
    schedules: [{ job: 'organizations.sweep', cron: '35 * * * *' }],
  } satisfies Module;
}
