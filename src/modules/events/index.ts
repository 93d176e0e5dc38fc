// What other modules may use of reported events.
export { takeEvents } from './intake/intake.service.ts';
export { forgetReportedEvents } from './retention/erasure.service.ts';
