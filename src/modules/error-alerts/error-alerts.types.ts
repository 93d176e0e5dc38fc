import type { ErrorAlert, ErrorAlertRule } from '../../../generated/v2/types.ts';
import type { ProjectFacts } from '../projects/index.ts';

export const ruleColumns = [
  'id',
  'organization_id',
  'project_id',
  'name',
  'kind',
  'threshold',
  'window',
  'levels',
  'environments',
  'error_id',
  'is_active',
  'version',
  'created_at',
  'updated_at',
] as const satisfies readonly (keyof ErrorAlertRule)[];

export const alertColumns = [
  'id',
  'organization_id',
  'project_id',
  'rule_id',
  'name',
  'kind',
  'error_id',
  'status',
  'threshold',
  'window',
  'window_started_at',
  'value',
  'fired_at',
  'cleared_at',
] as const satisfies readonly (keyof ErrorAlert)[];

/** A rule with the facts of its project that the policy needs. */
export type RuleRow = ErrorAlertRule & ProjectFacts;

export interface RuleFilters {
  readonly project_id?: readonly string[] | undefined;
  readonly kind?: readonly ErrorAlertRule['kind'][] | undefined;
  readonly is_active?: boolean | undefined;
}

export interface AlertFilters {
  readonly project_id?: readonly string[] | undefined;
  readonly kind?: readonly ErrorAlert['kind'][] | undefined;
  readonly rule_id?: string | undefined;
  readonly error_id?: string | undefined;
  readonly status?: ErrorAlert['status'] | undefined;
  readonly fired_after?: string | undefined;
  readonly fired_before?: string | undefined;
}

/** A rule whose condition holds, and the window in which it does. */
export interface Firing {
  /** The id that the alert gets. */
  readonly id: string;
  readonly rule: ErrorAlertRule;
  readonly error_id: string | null;
  readonly window_started_at: string;
  readonly value: number;
  /** When the alert is cleared, unless the threshold is reached again before. */
  readonly clears_at: string;
}

/** What an error that was created, or occurred again, is matched with. */
export interface ErrorFacts {
  readonly organization_id: string;
  readonly project_id: string;
  readonly error_id: string;
  readonly level: string;
  readonly at: string;
}
