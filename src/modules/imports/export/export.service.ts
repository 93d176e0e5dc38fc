import type { CommentRecord, DependencyRecord, ProjectRecord, TaskRow } from '../../../../generated/v2/types.ts';
import type { Db } from '../../../platform/database.ts';
import { readBoundedSnapshot } from '../../../platform/bounded-read.ts';
import { inParts } from '../../../platform/snapshot.ts';
import type { Unit } from '../../../platform/unit.ts';
import { requireProject } from '../../projects/index.ts';
import { exportedId } from '../../tasks/index.ts';
import * as repository from './export.repository.ts';
import type { ExportedComment, ExportedDependency, ExportedTask } from './export.types.ts';

/** An export of a project. Reading starts when the first record is requested. */
interface ProjectExport {
  /** The project's key. */
  readonly name: string;
  /** All records: labels, milestones, tasks, comments, dependencies. */
  readonly records: () => AsyncIterable<ProjectRecord>;
  /** The tasks only. */
  readonly rows: () => AsyncIterable<TaskRow>;
}

export async function exportProject(unit: Unit, projectId: string): Promise<ProjectExport> {
  const { project } = await requireProject(unit, projectId);
  const { organization_id, id: project_id, key: name } = project;
  const scope = { organization_id, project_id };
  return {
    name,
    records: () => readBoundedSnapshot(unit, (db) => readRecords(db, scope)),
    rows: () => readBoundedSnapshot(unit, (db) => readRows(db, scope)),
  };
}

async function* readRecords(db: Db, scope: repository.ExportScope): AsyncGenerator<ProjectRecord> {
  for await (const { id: _id, ...label } of inParts(db, scope, repository.nextLabels))
    yield { record: 'label', ...label };
  for await (const { id: _id, ...milestone } of inParts(db, scope, repository.nextMilestones))
    yield { record: 'milestone', ...milestone };
  for await (const row of readRows(db, scope)) yield { record: 'task', ...row };
  for (const hasParent of [false, true]) {
    const said = inParts(db, { ...scope, hasParent }, repository.nextComments);
    for await (const comment of said) yield commentRecord(comment);
  }
  const waiting = inParts(db, scope, repository.nextDependencies);
  for await (const dependency of waiting) yield dependencyRecord(dependency);
}

async function* readRows(db: Db, scope: repository.ExportScope): AsyncGenerator<TaskRow> {
  for await (const task of inParts(db, scope, repository.nextTasks)) yield taskRow(task);
}

function taskRow({ id, origin, creator, ...task }: ExportedTask): TaskRow {
  const { number, title, description, type, status, priority, labels, milestone, assignee } = task;
  const { due_on, completed_at, created_at, updated_at } = task;
  const { external_id, author, ...source } = sourceOf({ id, origin, creator }, 'task');
  const plain = { title, description, type, status, priority, labels, milestone, assignee, due_on, completed_at };
  return { number, external_id, ...plain, author, created_at, updated_at, ...source };
}

function commentRecord({ id, origin, creator, ...comment }: ExportedComment): CommentRecord {
  const { task_id, task_external_id, parent_id, parent_external_id, kind, body, created_at, updated_at } = comment;
  const { external_id, author, ...source } = sourceOf({ id, origin, creator }, kind);
  const task = task_external_id ?? exportedId(task_id);
  const parent = parent_id === null ? null : (parent_external_id ?? exportedId(parent_id));
  return { record: 'comment', external_id, task, kind, body, parent, author, created_at, updated_at, ...source };
}

function dependencyRecord(dependency: ExportedDependency): DependencyRecord {
  const { task_id, task_external_id, blocking_task_id, blocking_external_id, created_at } = dependency;
  return {
    record: 'dependency',
    task: task_external_id ?? exportedId(task_id),
    blocking_task: blocking_external_id ?? exportedId(blocking_task_id),
    created_at,
  };
}

/** Returns the author and source of a record: those of its import if there are any, else those known here. */
function sourceOf({ id, origin, creator }: Pick<ExportedTask, 'id' | 'origin' | 'creator'>, kind: string) {
  if (origin === null) {
    const source = { source: 'architect', source_kind: kind, source_state: null, url: null };
    return { external_id: exportedId(id), author: creator, ...source };
  }
  const { source, external_id, url, author } = origin;
  return { external_id, author, source, source_kind: origin.kind, source_state: origin.state, url };
}
