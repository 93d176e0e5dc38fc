import type { ErrorAlert, ErrorAlertRule } from '../../../../generated/v2/types.ts';
import { recordAll } from '../../../outbox/record-all.ts';
import type { PageRequest, Slice } from '../../../platform/cursor.ts';
import { newId } from '../../../platform/ids.ts';
import type { AnonymousUnit, Unit } from '../../../platform/unit.ts';
import { isLeadEverywhere, visibleProjects } from '../../projects/index.ts';
import { windowEnd } from '../error-alerts.policy.ts';
import type { AlertFilters, ErrorFacts, Firing } from '../error-alerts.types.ts';
import * as repository from './error-alerts.repository.ts';

export async function listErrorAlerts(
  unit: Unit,
  filters: AlertFilters,
  page: PageRequest,
): Promise<Slice<ErrorAlert>> {
  const { actor, db } = unit;
  const projects = isLeadEverywhere(actor) ? undefined : visibleProjects(db, actor).select('projects.id');
  return repository.listAlertRows(db, { organization_id: actor.organization_id, projects }, filters, page);
}

/** Makes the rules fire that watch for a new error, or for one that occurred again. A repetition has no effect. */
export async function fireForError(
  unit: AnonymousUnit,
  error: ErrorFacts,
  kind: Exclude<ErrorAlertRule['kind'], 'threshold'>,
): Promise<void> {
  const rules = await repository.claimRules(unit.db, error, kind);
  // Their last windows have ended, but the job that clears their alerts has not run yet.
  await clearAlertsOfRules(unit, rules);
  await fireAlerts(
    unit,
    rules.map((rule) => ({
      ...{ id: newId(), rule, error_id: error.error_id, window_started_at: error.at, value: 1 },
      clears_at: windowEnd(error.at, rule.window),
    })),
  );
}

export async function fireAlerts(unit: AnonymousUnit, firings: readonly Firing[]): Promise<void> {
  if (firings.length === 0) return;
  const alerts = await repository.insertAlerts(unit.db, firings, unit.now);
  await recordAll(
    unit,
    alerts.map((after) => ({
      ...{ audit: 'error_alert.fire', event: 'alert.fired' as const, ...circumstancesOf(after) },
      ...{ after, data: after },
    })),
  );
}

/** Clears the firing alerts of rules that the caller has locked. */
export async function clearAlertsOfRules(
  unit: AnonymousUnit,
  rules: readonly Pick<ErrorAlertRule, 'id' | 'organization_id'>[],
): Promise<void> {
  if (rules.length === 0) return;
  await recordCleared(unit, await repository.clearRowsOfRules(unit.db, rules, unit.now));
}

async function recordCleared(unit: AnonymousUnit, alerts: readonly ErrorAlert[]): Promise<void> {
  await recordAll(
    unit,
    alerts.map((after) => ({
      ...{ audit: 'error_alert.clear', event: 'alert.cleared' as const, ...circumstancesOf(after) },
      ...{ before: { ...after, status: 'firing', cleared_at: null }, after, data: after },
    })),
  );
}

function circumstancesOf({ id, organization_id, project_id }: ErrorAlert) {
  return { resource: { type: 'error_alert', id }, organization_id, project_id, is_system: true };
}
