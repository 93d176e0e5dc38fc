// The organization and the project that the migration of incidents creates: the installation's own error log.
export const INSTALLATION_ORGANIZATION_ID = '00000000-0000-7000-8000-000000000001';
export const INSTALLATION_PROJECT_ID = '00000000-0000-7000-8000-000000000002';
