import type { OrganizationsHandlers } from '../../../../generated/v2/handlers.ts';
import { paths } from '../../../../generated/v2/paths.ts';
import type { Pager } from '../../../contract/controller/pager.ts';
import { created, noContent, ok, okVersioned } from '../../../contract/controller/responses.ts';
import * as invitations from './invitations.service.ts';
import type { InvitationOperation } from '../organizations.types.ts';

type InvitationsHandlers = Pick<OrganizationsHandlers, InvitationOperation>;

interface InvitationsCollaborators {
  readonly pager: Pager;
  readonly createInvitation: invitations.CreateInvitation;
}

export function createInvitationsController(collaborators: InvitationsCollaborators): InvitationsHandlers {
  const { pager, createInvitation } = collaborators;
  return {
    async listInvitations({ path, query }, unit) {
      const list = paths.listInvitations(path);
      return pager.respond(list, query, await invitations.listInvitations(unit, query, pager.read(list, query)));
    },
    async createInvitation({ body }, unit) {
      const invitation = await createInvitation(unit, body);
      return created(invitation, paths.revokeInvitation({ invitation_id: invitation.id }));
    },
    async revokeInvitation({ path, precondition }, unit) {
      await invitations.revokeInvitation(unit, path.invitation_id, precondition);
      return noContent();
    },
    async acceptInvitation({ body }, unit) {
      return okVersioned(await invitations.acceptInvitation(unit, body));
    },
    async previewInvitation({ body }, unit) {
      return ok(await invitations.previewInvitation(unit, body));
    },
  };
}
