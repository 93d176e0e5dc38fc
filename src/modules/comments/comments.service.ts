import { problems } from '../../../generated/problems.ts';
import type { Comment, CommentCreate, CommentUpdate } from '../../../generated/v2/types.ts';
import { assertVersion, type VersionPrecondition } from '../../problems/precondition.ts';
import { record } from '../../outbox/record.ts';
import type { PageRequest, Slice } from '../../platform/cursor.ts';
import { constraintOf } from '../../platform/database-errors.ts';
import { resourceIdOf, type Unit } from '../../platform/unit.ts';
import { accessTo, assertProjectRole, assertWritable } from '../projects/index.ts';
import { requireTask } from '../tasks/index.ts';
import { assertAuthor, roleToDelete } from './comments.policy.ts';
import * as repository from './comments.repository.ts';
import type { CommentFilters } from './comments.types.ts';

export async function listComments(
  unit: Unit,
  taskId: string,
  filters: CommentFilters,
  page: PageRequest,
): Promise<Slice<Comment>> {
  const { resource: task } = await requireTask(unit, taskId);
  const { organization_id, id: task_id } = task;
  return repository.listCommentRows(unit.db, { organization_id, task_id }, filters, page);
}

export async function getComment(unit: Unit, commentId: string): Promise<Comment> {
  return accessTo(unit.actor, await repository.findComment(unit.db, unit.actor, commentId)).resource;
}

export async function createComment(unit: Unit, taskId: string, { body }: CommentCreate): Promise<Comment> {
  const { resource: task, role, archived_at } = await requireTask(unit, taskId);
  assertProjectRole(role, 'contributor');
  assertWritable({ archived_at });
  const now = unit.now.toISOString();
  const comment: Comment = {
    id: resourceIdOf(unit),
    organization_id: task.organization_id,
    project_id: task.project_id,
    task_id: task.id,
    kind: 'comment',
    body,
    author_id: unit.actor.user_id,
    parent_id: null,
    origin: null,
    version: 1,
    created_at: now,
    updated_at: now,
  };
  await insert(unit, comment);
  await record(unit, {
    audit: 'comment.create',
    event: 'comment.created',
    resource: { type: 'comment', id: comment.id },
    project_id: comment.project_id,
    after: comment,
    data: comment,
  });
  return comment;
}

export async function updateComment(
  unit: Unit,
  commentId: string,
  { body }: CommentUpdate,
  precondition: VersionPrecondition,
): Promise<Comment> {
  const access = accessTo(unit.actor, await repository.lockComment(unit.db, unit.actor, commentId));
  const before = access.resource;
  assertProjectRole(access.role, 'contributor');
  assertAuthor(unit.actor, before);
  assertVersion(before, precondition);
  assertWritable(access);
  const after = { ...before, body, version: before.version + 1, updated_at: unit.now.toISOString() };
  if (!(await repository.replaceComment(unit.db, after))) throw problems.precondition_failed();
  await record(unit, {
    audit: 'comment.update',
    event: 'comment.updated',
    resource: { type: 'comment', id: after.id },
    project_id: after.project_id,
    before,
    after,
    data: after,
  });
  return after;
}

export async function deleteComment(unit: Unit, commentId: string, precondition: VersionPrecondition): Promise<void> {
  const access = accessTo(unit.actor, await repository.lockComment(unit.db, unit.actor, commentId));
  const comment = access.resource;
  assertProjectRole(access.role, roleToDelete(unit.actor, comment));
  assertVersion(comment, precondition);
  assertWritable(access);
  await repository.deleteCommentRow(unit.db, comment);
  await record(unit, {
    audit: 'comment.delete',
    event: 'comment.deleted',
    resource: { type: 'comment', id: comment.id },
    project_id: comment.project_id,
    before: comment,
    data: comment,
  });
}

/**
 * Deleting a task deletes its comments. If the task is deleted between the read and the insert, the response is 404, as
 * it would be a moment later.
 */
async function insert(unit: Unit, comment: Comment): Promise<void> {
  try {
    await repository.insertComment(unit.db, comment);
  } catch (error) {
    if (constraintOf(error)?.kind !== 'foreign_key') throw error;
    throw problems.not_found({}, { cause: error });
  }
}
