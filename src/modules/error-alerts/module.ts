import type { AppContext } from '../../app-context.ts';
import type { Module } from '../module.ts';
import { createAlertCounter, errorWatch } from './alerts/error-alerts.subscriber.ts';
import { createErrorAlertsController } from './error-alerts.controller.ts';
import { evaluateErrorAlerts, sweepErrorAlerts } from './error-alerts.jobs.ts';
import { keptErrorAlerts } from './error-alerts.keeping.ts';

export function createErrorAlertsModule({ pager, metrics }: AppContext) {
  return {
    v2: createErrorAlertsController({ pager }),
    kept: { v2: keptErrorAlerts },
    jobs: { 'error_alerts.evaluate': evaluateErrorAlerts, 'error_alerts.sweep': sweepErrorAlerts },
    schedules: [
      { job: 'error_alerts.evaluate', cron: '* * * * *' },
      { job: 'error_alerts.sweep', cron: '45 3 * * *' },
    ],
    subscribers: [errorWatch, createAlertCounter(metrics)],
  } satisfies Module;
}
