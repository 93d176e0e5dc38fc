// What other modules may use of organizations.
export { leaveOrganizations } from './departure.service.ts';
export { createInvitationService, listOwnInvitations, type CreateInvitation } from './invitations.service.ts';
export { addMember, isMember, roleOf } from './members.service.ts';
export { foundOrganization } from './organizations.service.ts';
