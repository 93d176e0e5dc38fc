import { AppError } from '../../problems/app-error.ts';
import {
  assertPrecondition,
  failingCondition,
  type Selected,
  type VersionPrecondition,
} from '../../problems/precondition.ts';
import type { Operation } from '../operation.ts';
import type { FinishedResponse } from './idempotency.ts';

/** Who judges the preconditions of an operation's requests, and by what. */
export interface ConditionRule {
  /** The operation declares them: its service judges, under the lock of the row. */
  readonly isOfService: boolean;
  /** What a change acts on, where it succeeds and the engine judges. */
  readonly selected: Selected | undefined;
}

const headerNames = ['if-match', 'if-none-match'];
const untagged: Selected = { etag: undefined };

export function conditionRuleOf(
  { method, path, parameters }: Operation,
  operations: readonly Operation[],
): ConditionRule {
  const isDeclared = parameters.some(
    ({ in: place, name }) => place === 'header' && headerNames.includes(name.toLowerCase()),
  );
  // What can be changed or removed is there. A POST acts on what its path names, which is there where it can be read.
  const isThere = method !== 'POST' || operations.some((other) => other.path === path && other.method === 'GET');
  return { isOfService: isDeclared && method !== 'GET', selected: isThere ? untagged : undefined };
}

/** @throws AppError `precondition_failed` (412) for a change that must not happen */
export function assertChangeWanted(rule: ConditionRule, precondition: VersionPrecondition): void {
  if (!rule.isOfService) assertPrecondition(precondition, rule.selected);
}

/**
 * The response to a read with preconditions: itself, or 304.
 * @throws AppError `precondition_failed` (412)
 */
export function conditionalRead(response: FinishedResponse, precondition: VersionPrecondition): FinishedResponse {
  if (precondition === undefined || response.status !== 200) return response;
  const { etag } = response.headers;
  const tagged = typeof etag === 'string' ? { etag } : untagged;
  const failing = failingCondition(precondition, tagged);
  if (failing === undefined) return response;
  if (failing === 'ifMatch') throw new AppError('precondition_failed', 412);
  return { status: 304, headers: typeof etag === 'string' ? { etag } : {}, contentType: undefined, body: undefined };
}
