import type { OrganizationsHandlers } from '../../../generated/v2/handlers.ts';
import type { Pager } from '../../contract/pages.ts';
import { created, okVersioned } from '../../contract/replies.ts';
import * as organizations from './organizations.service.ts';

export function createOrganizationsController({ pager }: { readonly pager: Pager }): OrganizationsHandlers {
  return {
    async listOrganizations({ query }, unit) {
      const list = '/api/v2/organizations';
      return pager.reply(list, query, await organizations.listOrganizations(unit, pager.read(list, query)));
    },
    async createOrganization({ body }, unit) {
      const organization = await organizations.createOrganization(unit, body);
      return created(organization, `/api/v2/organizations/${organization.id}`);
    },
    async getOrganization(_request, unit) {
      return okVersioned(await organizations.getOrganization(unit));
    },
    async listMembers({ path, query }, unit) {
      const list = `/api/v2/organizations/${path.organization_id}/members`;
      return pager.reply(list, query, await organizations.listMembers(unit, query, pager.read(list, query)));
    },
  };
}
