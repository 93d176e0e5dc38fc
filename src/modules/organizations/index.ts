// What other modules may use of organizations.
export { addMember, foundOrganization, isMember } from './organizations.service.ts';
