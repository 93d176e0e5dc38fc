// What other modules may use of organizations.
export { addMember, foundOrganization } from './organizations.service.ts';
