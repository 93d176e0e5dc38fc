import { AppError } from '../../problems/app-error.ts';
import {
  assertPrecondition,
  failingCondition,
  type Selected,
  type VersionPrecondition,
} from '../../problems/precondition.ts';
import type { Operation } from '../operation.ts';
import type { FinishedResponse } from './idempotency.ts';

/** Who checks the preconditions of an operation's requests, and against what. */
export interface ConditionRule {
  /** The operation declares the headers: its service checks them while it holds the row lock. */
  readonly isOfService: boolean;
  /** The read operation of the resource that a change acts on, if the engine checks the preconditions. */
  readonly selected: Selected | undefined;
}

const headerNames = ['if-match', 'if-none-match'];
const untagged: Selected = { etag: undefined };

/** Finds out, once per operation, who checks its preconditions. */
export function conditionRuleOf(
  { method, path, parameters }: Operation,
  operations: readonly Operation[],
): ConditionRule {
  const isDeclared = parameters.some(
    ({ in: place, name }) => place === 'header' && headerNames.includes(name.toLowerCase()),
  );
  // A resource that can be changed or deleted exists. A POST acts on the resource that its path names, which exists if
  // it can be read.
  const isThere = method !== 'POST' || operations.some((other) => other.path === path && other.method === 'GET');
  return { isOfService: isDeclared, selected: isThere ? untagged : undefined };
}

/**
 * Checks the preconditions of a change.
 * @throws AppError `precondition_failed` (412)
 */
export function assertChangeWanted(rule: ConditionRule, precondition: VersionPrecondition): void {
  if (!rule.isOfService) assertPrecondition(precondition, rule.selected);
}

/**
 * Returns the response to a read with preconditions: the given response, or 304.
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
