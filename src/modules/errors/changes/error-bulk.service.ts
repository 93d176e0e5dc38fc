import { catalogue, problems, type ProblemCode } from '../../../../generated/problems.ts';
import type {
  ErrorBulk,
  ErrorBulkOperation,
  ErrorBulkReport,
  ErrorGroup,
  Refusal,
} from '../../../../generated/v2/types.ts';
import type { Unit } from '../../../platform/unit.ts';
import { AppError } from '../../../problems/app-error.ts';
import { inVersion } from '../../../problems/precondition.ts';
import { problemDetail } from '../../../problems/problem-text.ts';
import { findAssignable } from '../../tasks/index.ts';
import type { ErrorRow } from '../errors.types.ts';
import { errorAfter } from './error-changes.policy.ts';
import * as repository from './error-changes.repository.ts';
import { errorForWriting, writeSteps, type ErrorStep } from './error-changes.service.ts';

type Result = ErrorBulkReport['results'][number];
/** What an operation leads to: the error, nothing after a deletion, or a refusal. */
type Outcome = { readonly error: ErrorGroup } | { readonly error: null } | { readonly problem: Refusal };

interface Plan {
  readonly unit: Unit;
  /** The errors as the operations so far have left them. */
  readonly rows: Map<string, ErrorRow>;
  /** `<project_id> <user_id>` of each user who may be assigned. */
  readonly assignable: ReadonlySet<string>;
  readonly steps: ErrorStep[];
}

/**
 * Runs operations in order, each against the result of those before, and writes everything at the end.
 * @throws AppError `bulk_refused` (409) if `atomic` is set and one of them is refused
 */
export async function bulkErrors(unit: Unit, { atomic = false, operations }: ErrorBulk): Promise<ErrorBulkReport> {
  const ids = [...new Set(operations.map(({ error_id }) => error_id.toLowerCase()))];
  const rows = new Map((await repository.lockErrors(unit.db, unit.actor, ids)).map((row) => [row.id, row]));
  const plan: Plan = { unit, rows, assignable: await readAssignable(unit, operations, rows), steps: [] };
  const outcomes = operations.map((operation) => attempt(plan, operation));
  const refusals = outcomes.flatMap((outcome, index) => ('problem' in outcome ? [{ index, ...outcome }] : []));
  if (atomic && refusals.length > 0) throw bulkRefused(refusals);
  await writeSteps(unit, plan.steps);
  return {
    succeeded: outcomes.length - refusals.length,
    failed: refusals.length,
    results: outcomes.map((outcome, index) => resultOf(outcome, index, operations[index]?.error_id ?? '')),
  };
}

async function readAssignable(
  unit: Unit,
  operations: readonly ErrorBulkOperation[],
  rows: ReadonlyMap<string, ErrorRow>,
): Promise<Set<string>> {
  const pairs = operations.flatMap((operation) => {
    const row = rows.get(operation.error_id.toLowerCase());
    const user_id = operation.action === 'update' ? operation.changes.assignee_id : undefined;
    return row === undefined || user_id === undefined || user_id === null
      ? []
      : [{ project_id: row.project_id, user_id }];
  });
  const found = pairs.length === 0 ? [] : await findAssignable(unit.db, unit.actor.organization_id, pairs);
  return new Set(found.map(({ project_id, user_id }) => `${project_id} ${user_id}`));
}

function attempt(plan: Plan, operation: ErrorBulkOperation): Outcome {
  try {
    return run(plan, operation);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { status, params } = error;
    const code = error.code as ProblemCode;
    const { title, detail } = catalogue[code];
    return { problem: { type: `/api/problems/${code}`, title, status, detail: problemDetail(detail, params), code } };
  }
}

function run({ unit, rows, assignable, steps }: Plan, operation: ErrorBulkOperation): Outcome {
  const id = operation.error_id.toLowerCase();
  const row = rows.get(id);
  const before = errorForWriting(unit, row, inVersion(operation.version));
  if (operation.action === 'delete') {
    rows.delete(id);
    steps.push({ before, after: undefined });
    return { error: null };
  }
  const after = errorAfter(before, operation.changes, unit.now.toISOString());
  if (after === undefined || row === undefined) return { error: before };
  const { project_id, assignee_id } = after;
  if (assignee_id !== null && assignee_id !== before.assignee_id && !assignable.has(`${project_id} ${assignee_id}`))
    throw problems.assignee_not_in_project({ user_id: assignee_id });
  rows.set(id, { ...row, ...after });
  steps.push({ before, after });
  return { error: after };
}

function bulkRefused(refusals: readonly { readonly index: number; readonly problem: Refusal }[]): AppError {
  const violations = refusals.map(({ index, problem: { code, detail } }) => ({
    ...{ in: 'body' as const, pointer: `/operations/${index}`, code, detail },
  }));
  return problems.bulk_refused({ count: refusals.length }, { violations });
}

function resultOf(outcome: Outcome, index: number, errorId: string): Result {
  const place = { index, error_id: errorId.toLowerCase() };
  if ('problem' in outcome) return { ...place, status: outcome.problem.status, error: null, problem: outcome.problem };
  return { ...place, status: outcome.error === null ? 204 : 200, error: outcome.error, problem: null };
}
