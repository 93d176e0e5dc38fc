import type { OrganizationsHandlers } from '../../../generated/v2/handlers.ts';
import type { Pager } from '../../contract/pages.ts';
import { created, ifMatch, noContent, okVersioned } from '../../contract/replies.ts';
import { deleteOrganization } from './deletion.service.ts';
import * as invitations from './invitations.service.ts';
import * as members from './members.service.ts';
import * as organizations from './organizations.service.ts';

export interface OrganizationsCollaborators {
  readonly pager: Pager;
  readonly createInvitation: invitations.CreateInvitation;
}

export function createOrganizationsController(collaborators: OrganizationsCollaborators): OrganizationsHandlers {
  const { pager, createInvitation } = collaborators;
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
    async updateOrganization({ headers, body }, unit) {
      return okVersioned(await organizations.updateOrganization(unit, body, ifMatch(headers)));
    },
    async deleteOrganization({ headers }, unit) {
      await deleteOrganization(unit, ifMatch(headers));
      return noContent();
    },
    async listMembers({ path, query }, unit) {
      const list = `/api/v2/organizations/${path.organization_id}/members`;
      return pager.reply(list, query, await members.listMembers(unit, query, pager.read(list, query)));
    },
    async getMember({ path }, unit) {
      return okVersioned(await members.getMember(unit, path.user_id));
    },
    async updateMember({ path, headers, body }, unit) {
      return okVersioned(await members.updateMember(unit, path.user_id, body, ifMatch(headers)));
    },
    async removeMember({ path, headers }, unit) {
      await members.removeMember(unit, path.user_id, ifMatch(headers));
      return noContent();
    },
    async listInvitations({ path, query }, unit) {
      const list = `/api/v2/organizations/${path.organization_id}/invitations`;
      return pager.reply(list, query, await invitations.listInvitations(unit, query, pager.read(list, query)));
    },
    async createInvitation({ body }, unit) {
      const invitation = await createInvitation(unit, body);
      return created(invitation, `/api/v2/invitations/${invitation.id}`);
    },
    async revokeInvitation({ path, headers }, unit) {
      await invitations.revokeInvitation(unit, path.invitation_id, ifMatch(headers));
      return noContent();
    },
    async acceptInvitation({ body }, unit) {
      return okVersioned(await invitations.acceptInvitation(unit, body));
    },
  };
}
