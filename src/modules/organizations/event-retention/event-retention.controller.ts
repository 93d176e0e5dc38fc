import type { OrganizationsHandlers } from '../../../../generated/v2/handlers.ts';
import { okVersioned } from '../../../contract/controller/responses.ts';
import type { EventRetentionOperation } from '../organizations.types.ts';
import type { EventRetentionService } from './event-retention.service.ts';

export function createEventRetentionController(
  retention: EventRetentionService,
): Pick<OrganizationsHandlers, EventRetentionOperation> {
  return {
    async getEventRetention(_request, unit) {
      return okVersioned(await retention.get(unit));
    },
    async replaceEventRetention({ body, precondition }, unit) {
      return okVersioned(await retention.replace(unit, body, precondition));
    },
  };
}
