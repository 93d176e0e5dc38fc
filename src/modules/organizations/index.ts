// What other modules may use of organizations.
export { foundOrganization } from './organizations.service.ts';
