// What other modules may use of errors.
export { unassignSomeErrors } from './assignment/error-unassignment.service.ts';
export { forgetPerson } from './erasure/person-erasure.service.ts';
export type { BadSession, SessionCounts } from './sessions/sessions.policy.ts';
export { countSessions } from './sessions/sessions.service.ts';
export { takeErrorReports } from './taking/error-reports.service.ts';
export { createReportCounter } from './taking/report-counter.service.ts';
