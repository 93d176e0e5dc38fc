// What other modules may use of error alerts.
export { createErrorAlertRule } from './rules/error-alert-rules.service.ts';
