import type { LabelRecord, MilestoneRecord } from '../../../../generated/v2/types.ts';
import type { Db } from '../../../platform/database.ts';
import type { Part } from '../../../platform/snapshot.ts';
import type { ExportedComment, ExportedDependency, ExportedTask, Placed } from './export.types.ts';

// Each function returns the next batch of rows, after the last row of the batch before.

export interface ExportScope {
  readonly organization_id: string;
  readonly project_id: string;
}

type Labels = Omit<LabelRecord, 'record'> & Placed;
type Milestones = Omit<MilestoneRecord, 'record'> & Placed;

export async function nextLabels(db: Db, scope: ExportScope, { last, limit }: Part<Labels>): Promise<Labels[]> {
  const query = db.knex('labels').where(scope);
  if (last !== undefined) void query.whereRaw('(created_at, id) > (?, ?)', [last.created_at, last.id]);
  const columns = ['id', 'name', 'color', 'description', 'created_at', 'updated_at'] as const;
  return query.orderBy(['created_at', 'id']).limit(limit).select<Labels[]>(columns);
}

export async function nextMilestones(
  db: Db,
  scope: ExportScope,
  { last, limit }: Part<Milestones>,
): Promise<Milestones[]> {
  const query = db.knex('milestones').where(scope);
  if (last !== undefined) void query.whereRaw('(created_at, id) > (?, ?)', [last.created_at, last.id]);
  const columns = ['id', 'name', 'description', 'due_on', 'state', 'closed_at', 'created_at', 'updated_at'] as const;
  return query.orderBy(['created_at', 'id']).limit(limit).select<Milestones[]>(columns);
}

export async function nextTasks(
  db: Db,
  scope: ExportScope,
  { last, limit }: Part<ExportedTask>,
): Promise<ExportedTask[]> {
  const { knex } = db;
  return (
    knex('tasks as t')
      .leftJoin('milestones as m', 'm.id', 't.milestone_id')
      // Whoever has left keeps their address for themselves.
      .leftJoin('organization_members as o', (member) => {
        void member.on('o.organization_id', 't.organization_id').on('o.user_id', 't.assignee_id');
      })
      .leftJoin('users as a', 'a.id', 'o.user_id')
      .leftJoin('users as c', 'c.id', 't.created_by_id')
      .where({ 't.organization_id': scope.organization_id, 't.project_id': scope.project_id })
      .where('t.number', '>', last?.number ?? 0)
      .orderBy('t.number')
      .limit(limit)
      .select<ExportedTask[]>([
        ...['t.id', 't.number', 't.title', 't.description', 't.type', 't.status', 't.priority', 't.due_on'],
        ...['t.completed_at', 't.origin', 't.created_at', 't.updated_at'],
        ...['m.name as milestone', 'a.email as assignee', 'c.name as creator'],
        knex.raw(`ARRAY (SELECT l.name FROM task_labels tl JOIN labels l ON l.id = tl.label_id
                        WHERE tl.task_id = t.id ORDER BY l.name) AS labels`),
      ])
  );
}

/** @param hasParent false for comments without a parent, true for the others, whose parents are exported first */
export async function nextComments(
  db: Db,
  scope: ExportScope & { readonly hasParent: boolean },
  { last, limit }: Part<ExportedComment>,
): Promise<ExportedComment[]> {
  const { knex } = db;
  const query = knex('comments as c')
    .join('tasks as t', 't.id', 'c.task_id')
    .leftJoin('comments as p', 'p.id', 'c.parent_id')
    .leftJoin('users as u', 'u.id', 'c.author_id')
    .where({ 'c.organization_id': scope.organization_id, 'c.project_id': scope.project_id });
  void (scope.hasParent ? query.whereNotNull('c.parent_id') : query.whereNull('c.parent_id'));
  if (last !== undefined) void query.whereRaw('(c.created_at, c.id) > (?, ?)', [last.created_at, last.id]);
  return query
    .orderBy(['c.created_at', 'c.id'])
    .limit(limit)
    .select<ExportedComment[]>([
      ...['c.id', 'c.kind', 'c.body', 'c.origin', 'c.created_at', 'c.updated_at', 'u.name as creator'],
      ...['t.id as task_id', 't.external_id as task_external_id', 'p.id as parent_id'],
      'p.external_id as parent_external_id',
    ]);
}

/**
 * Exports dependencies between tasks of the project only. A dependency on another project's task cannot be imported
 * with it.
 */
export async function nextDependencies(
  db: Db,
  scope: ExportScope,
  { last, limit }: Part<ExportedDependency>,
): Promise<ExportedDependency[]> {
  const query = db
    .knex('task_dependencies as d')
    .join('tasks as t', 't.id', 'd.task_id')
    .join('tasks as b', 'b.id', 'd.blocking_task_id')
    .where({
      'd.organization_id': scope.organization_id,
      'd.project_id': scope.project_id,
      'd.blocking_project_id': scope.project_id,
    });
  if (last !== undefined) void query.whereRaw('(d.created_at, d.id) > (?, ?)', [last.created_at, last.id]);
  return query
    .orderBy(['d.created_at', 'd.id'])
    .limit(limit)
    .select<ExportedDependency[]>([
      ...['d.id', 'd.created_at', 't.id as task_id', 't.external_id as task_external_id'],
      ...['b.id as blocking_task_id', 'b.external_id as blocking_external_id'],
    ]);
}
