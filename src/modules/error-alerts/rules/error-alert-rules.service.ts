import { problems } from '../../../../generated/problems.ts';
import type { ErrorAlertRule, ErrorAlertRuleCreate, ErrorAlertRuleUpdate } from '../../../../generated/v2/types.ts';
import { assertVersion, type VersionPrecondition } from '../../../problems/precondition.ts';
import { AppError } from '../../../problems/app-error.ts';
import { record } from '../../../outbox/record.ts';
import type { PageRequest, Slice } from '../../../platform/cursor.ts';
import { constraintOf } from '../../../platform/database-errors.ts';
import { trimName } from '../../../platform/names.ts';
import { resourceIdOf, type Unit } from '../../../platform/unit.ts';
import {
  accessTo,
  assertProjectRole,
  assertWritable,
  isLeadEverywhere,
  requireProject,
  visibleProjects,
  type AccessedProject,
} from '../../projects/index.ts';
import { clearAlertsOfRules } from '../alerts/error-alerts.service.ts';
import { assertThreshold } from '../error-alerts.policy.ts';
import type { RuleFilters } from '../error-alerts.types.ts';
import * as repository from './error-alert-rules.repository.ts';

const DEFAULT_WINDOW = 'PT1H';

export async function listErrorAlertRules(
  unit: Unit,
  filters: RuleFilters,
  page: PageRequest,
): Promise<Slice<ErrorAlertRule>> {
  const { actor, db } = unit;
  const projects = isLeadEverywhere(actor) ? undefined : visibleProjects(db, actor).select('projects.id');
  return repository.listRuleRows(db, { organization_id: actor.organization_id, projects }, filters, page);
}

export async function getErrorAlertRule(unit: Unit, ruleId: string): Promise<ErrorAlertRule> {
  return accessTo(unit.actor, await repository.findRule(unit.db, unit.actor, ruleId)).resource;
}

export async function createErrorAlertRule(unit: Unit, input: ErrorAlertRuleCreate): Promise<ErrorAlertRule> {
  const { project, role } = await namedProject(unit, input.project_id);
  assertProjectRole(role, 'lead');
  assertWritable(project);
  const now = unit.now.toISOString();
  const rule: ErrorAlertRule = {
    id: resourceIdOf(unit),
    organization_id: project.organization_id,
    project_id: project.id,
    name: trimName(input.name),
    kind: input.kind,
    threshold: input.threshold ?? 1,
    window: input.window ?? DEFAULT_WINDOW,
    levels: input.levels ?? [],
    environments: input.environments ?? [],
    error_id: input.error_id ?? null,
    is_active: input.is_active ?? true,
    version: 1,
    created_at: now,
    updated_at: now,
  };
  assertThreshold(rule);
  await assertError(unit, rule);
  await insert(unit, rule);
  await record(unit, { audit: 'error_alert_rule.create', ...placeOf(rule), after: rule });
  return rule;
}

/** If the project is deleted between the read and the write, the response is what it would be a moment later. */
async function insert({ db }: Unit, rule: ErrorAlertRule): Promise<void> {
  try {
    await repository.insertRule(db, rule);
  } catch (error) {
    if (constraintOf(error)?.kind !== 'foreign_key') throw error;
    throw problems.project_unknown({ project_id: rule.project_id }, { cause: error });
  }
}

export async function updateErrorAlertRule(
  unit: Unit,
  ruleId: string,
  change: ErrorAlertRuleUpdate,
  precondition: VersionPrecondition,
): Promise<ErrorAlertRule> {
  const before = await lockForWriting(unit, ruleId, precondition);
  const after: ErrorAlertRule = {
    ...before,
    name: change.name === undefined ? before.name : trimName(change.name),
    threshold: change.threshold ?? before.threshold,
    window: change.window ?? before.window,
    levels: change.levels ?? before.levels,
    environments: change.environments ?? before.environments,
    error_id: change.error_id === undefined ? before.error_id : change.error_id,
    is_active: change.is_active ?? before.is_active,
    version: before.version + 1,
    updated_at: unit.now.toISOString(),
  };
  assertThreshold(after);
  if (after.error_id !== before.error_id) await assertError(unit, after);
  if (!(await repository.replaceRule(unit.db, after))) throw problems.precondition_failed();
  if (!after.is_active) await clearAlertsOfRules(unit, [after]);
  await record(unit, { audit: 'error_alert_rule.update', ...placeOf(after), before, after });
  return after;
}

export async function deleteErrorAlertRule(
  unit: Unit,
  ruleId: string,
  precondition: VersionPrecondition,
): Promise<void> {
  const rule = await lockForWriting(unit, ruleId, precondition);
  await clearAlertsOfRules(unit, [rule]);
  await repository.deleteRuleRow(unit.db, rule);
  const touches = [`error_alert@${rule.project_id}`, `error_alert@${rule.organization_id}`];
  await record(unit, { audit: 'error_alert_rule.delete', ...placeOf(rule), touches, before: rule });
}

/** Locks the rule until the end of the transaction, for a caller who may change it. */
async function lockForWriting(unit: Unit, ruleId: string, precondition: VersionPrecondition): Promise<ErrorAlertRule> {
  const access = accessTo(unit.actor, await repository.lockRule(unit.db, unit.actor, ruleId));
  assertProjectRole(access.role, 'lead');
  assertVersion(access.resource, precondition);
  assertWritable(access);
  return access.resource;
}

/** @throws AppError `project_unknown` (409), because the body names the project and not the path */
async function namedProject(unit: Unit, projectId: string): Promise<AccessedProject> {
  try {
    return await requireProject(unit, projectId);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not_found') throw error;
    throw problems.project_unknown({ project_id: projectId }, { cause: error });
  }
}

async function assertError(unit: Unit, rule: ErrorAlertRule): Promise<void> {
  const { error_id } = rule;
  if (error_id !== null && !(await repository.hasError(unit.db, rule, error_id)))
    throw problems.error_not_in_project({ error_id });
}

function placeOf({ id, project_id }: ErrorAlertRule) {
  return { resource: { type: 'error_alert_rule', id }, project_id };
}
