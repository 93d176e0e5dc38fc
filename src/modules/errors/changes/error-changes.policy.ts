import { problems } from '../../../../generated/problems.ts';
import type { ErrorGroup, ErrorStatus, ErrorUpdate } from '../../../../generated/v2/types.ts';

/**
 * Returns the error after a change, or undefined if it changes nothing.
 * @throws AppError `error_not_resolved` (409)
 */
export function errorAfter(before: ErrorGroup, edit: ErrorUpdate, now: string): ErrorGroup | undefined {
  const status = edit.status ?? before.status;
  const isResolved = status === 'resolved';
  const { resolved_in_release: named } = edit;
  if (!isResolved && named !== undefined && named !== null) throw problems.error_not_resolved();
  const resolved_in_release = isResolved ? (named === undefined ? before.resolved_in_release : named) : null;
  const content = {
    title: edit.title ?? before.title,
    status,
    assignee_id: edit.assignee_id === undefined ? before.assignee_id : edit.assignee_id,
    resolved_at: isResolved ? (before.resolved_at ?? now) : null,
    resolved_in_release,
  };
  const names = Object.keys(content) as (keyof typeof content)[];
  if (names.every((name) => content[name] === before[name])) return undefined;
  return { ...before, ...content, version: before.version + 1, updated_at: now };
}

/** Whether a change gives an error this status. */
export function becomes(status: ErrorStatus, before: ErrorGroup, after: ErrorGroup): boolean {
  return after.status === status && before.status !== status;
}
