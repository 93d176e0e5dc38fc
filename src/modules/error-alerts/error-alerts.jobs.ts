import type { JobTask } from '../../queue/job-context.ts';
import { deleteAlertsBefore } from './alerts/error-alerts.repository.ts';
import { alertsKeptSince } from './error-alerts.policy.ts';
import { evaluateThresholds } from './thresholds/thresholds.service.ts';

declare module '../../queue/job-payloads.ts' {
  interface JobPayloads {
    'error_alerts.evaluate': Scheduled;
    'error_alerts.sweep': Scheduled;
  }
}

export const evaluateErrorAlerts: JobTask<'error_alerts.evaluate'> = (_payload, context) =>
  context.inUnit(undefined, evaluateThresholds);

/** Deletes alerts that were cleared a long time ago. */
export const sweepErrorAlerts: JobTask<'error_alerts.sweep'> = (_payload, { db, clock }) =>
  deleteAlertsBefore(db, alertsKeptSince(clock.now()));
