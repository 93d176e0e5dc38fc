// What other modules may use of errors.
export { forgetPerson } from './erasure/person-erasure.service.ts';
export { takeErrorReports } from './taking/error-reports.service.ts';
