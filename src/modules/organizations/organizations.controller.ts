import type { OrganizationsHandlers } from '../../../generated/v2/handlers.ts';
import { paths } from '../../../generated/v2/paths.ts';
import type { Pager } from '../../contract/controller/pager.ts';
import { created, noContent, okVersioned } from '../../contract/controller/responses.ts';
import { deleteOrganization } from './deletion/deletion.service.ts';
import * as organizations from './organizations.service.ts';
import type { EventRetentionOperation, InvitationOperation, MemberOperation } from './organizations.types.ts';

type OwnHandlers = Omit<OrganizationsHandlers, MemberOperation | InvitationOperation | EventRetentionOperation>;

export function createOrganizationsController({ pager }: { readonly pager: Pager }): OwnHandlers {
  return {
    async listOrganizations({ query }, unit) {
      const list = paths.listOrganizations();
      return pager.respond(list, query, await organizations.listOrganizations(unit, pager.read(list, query)));
    },
    async createOrganization({ body }, unit) {
      const organization = await organizations.createOrganization(unit, body);
      return created(organization, paths.getOrganization({ organization_id: organization.id }));
    },
    async getOrganization(_request, unit) {
      return okVersioned(await organizations.getOrganization(unit));
    },
    async updateOrganization({ precondition, body }, unit) {
      return okVersioned(await organizations.updateOrganization(unit, body, precondition));
    },
    async deleteOrganization({ precondition }, unit) {
      await deleteOrganization(unit, precondition);
      return noContent();
    },
  };
}
