// What other modules may use of reporting-keys.
export { createReportingKey } from './reporting-keys.service.ts';
