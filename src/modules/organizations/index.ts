// What other modules may use of organizations.
export { assertOwnersRemain, leaveOrganizations, lockOrganizationsOf } from './members/departure.service.ts';
export {
  createInvitationService,
  listOwnInvitations,
  type CreateInvitation,
} from './invitations/invitations.service.ts';
export { listInstallationAddresses, setInstallationMember } from './installation/installation.service.ts';
export { INSTALLATION_ORGANIZATION_ID, INSTALLATION_PROJECT_ID } from './installation/installation.types.ts';
export { addMember, isMember, roleOf } from './members/members.service.ts';
export { foundOrganization } from './organizations.service.ts';
