import type { Knex } from 'knex';
import type { Task, TaskHistoryEntry } from '../../../generated/v2/types.ts';
import { fetchSlice, type PageRequest, type Slice, type SortKey } from '../../platform/cursor.ts';
import type { Db } from '../../platform/database.ts';
import type { Actor } from '../../platform/unit.ts';
import { partsOf } from './task-keys.policy.ts';
import { historyColumns, taskColumns, type TaskFilters } from './tasks.types.ts';

type Query = Knex.QueryBuilder;

/** Whose tasks are listed, and in which projects: `projects` selects ids; undefined means all of the organization. */
export interface TaskScope {
  readonly actor: Actor;
  readonly projects?: Query | undefined;
}

const priorityRanks: Readonly<Record<Task['priority'], number>> = { none: 0, low: 1, medium: 2, high: 3, urgent: 4 };

export const sortKeys = {
  created_at: { column: 'tasks.created_at', type: 'timestamptz', valueOf: (row) => row.created_at },
  updated_at: { column: 'tasks.updated_at', type: 'timestamptz', valueOf: (row) => row.updated_at },
  number: { column: 'tasks.number', type: 'integer', valueOf: (row) => row.number },
  priority: { column: 'tasks.priority_rank', type: 'integer', valueOf: (row) => priorityRanks[row.priority] },
  title: { column: 'tasks.title', type: 'text', valueOf: (row) => row.title },
  due_on: { column: 'tasks.due_on', type: 'date', isNullable: true, valueOf: (row) => row.due_on },
} satisfies Record<string, SortKey<Task>>;

export async function listTaskRows(
  db: Db,
  scope: TaskScope,
  filters: TaskFilters,
  page: PageRequest,
): Promise<Slice<Task>> {
  const query = selectTasks(db, filteredTasks(db, scope, filters));
  return fetchSlice<Task>(query, page, sortKeys[page.sort as keyof typeof sortKeys], 'tasks.id');
}

/** By offset, as v1 pages: newest first. */
export async function listTaskRowsByOffset(
  db: Db,
  scope: TaskScope,
  filters: TaskFilters,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: Task[]; readonly total: number }> {
  const query = filteredTasks(db, scope, filters);
  const counted = (await query.clone().count({ total: '*' }).first()) as { total: number } | undefined;
  const newestFirst = ['tasks.created_at', 'tasks.id'].map((column) => ({ column, order: 'desc' }));
  // The other columns are read only for the rows of the page, not for skipped rows.
  const ids = query.select('tasks.id').orderBy(newestFirst).limit(limit).offset(offset);
  const rows = (await selectTasks(db, db.knex('tasks').whereIn('tasks.id', ids)).orderBy(newestFirst)) as Task[];
  return { rows, total: counted?.total ?? 0 };
}

const historySortKey: SortKey<TaskHistoryEntry> = { column: 'version', type: 'integer', valueOf: (row) => row.version };

export async function listHistoryRows(db: Db, task: Task, page: PageRequest): Promise<Slice<TaskHistoryEntry>> {
  const { organization_id, id: task_id } = task;
  const query = db.knex('task_history').select(historyColumns).where({ organization_id, task_id });
  return fetchSlice<TaskHistoryEntry>(query, page, historySortKey);
}

/** Returns those of the tasks whose project is outside of the scope. */
export async function listHiddenIds(db: Db, { actor, projects }: TaskScope, ids: readonly string[]): Promise<string[]> {
  if (projects === undefined) return [];
  const { organization_id } = actor;
  const query = db.knex('tasks').where({ organization_id }).whereIn('id', ids).whereNotIn('project_id', projects);
  return (await query.pluck('id')) as string[];
}

function selectTasks(db: Db, query: Query): Query {
  const labels = db.knex.raw(
    'ARRAY (SELECT tl.label_id FROM task_labels tl WHERE tl.task_id = tasks.id ORDER BY tl.label_id) AS label_ids',
  );
  return query.select(...taskColumns.map((column) => `tasks.${column}`), labels);
}

function filteredTasks(db: Db, { actor, projects }: TaskScope, filters: TaskFilters): Query {
  const query: Query = db.knex('tasks').where('tasks.organization_id', actor.organization_id);
  if (projects !== undefined) void query.whereIn('tasks.project_id', projects);
  const [project_id, ...others] = filters.project_id ?? [];
  if (others.length > 0) void query.whereIn('tasks.project_id', filters.project_id ?? []);
  else if (project_id !== undefined) void query.where('tasks.project_id', project_id);
  if (filters.key !== undefined) filterByKeys(db, query, { actor, keys: filters.key });
  for (const name of ['status', 'type', 'priority'] as const) {
    const values = filters[name];
    if (values !== undefined) void query.whereIn(`tasks.${name}`, values);
  }
  if (filters.milestone_id === 'none') void query.whereNull('tasks.milestone_id');
  else if (filters.milestone_id !== undefined) void query.where('tasks.milestone_id', filters.milestone_id);
  filterByPeople(query, actor, filters);
  filterByTime(query, filters);
  if (filters.blocked !== undefined) filterByBlockers(db, query, filters.blocked);
  for (const label_id of new Set(filters.label_id)) {
    const carried = db.knex('task_labels').select(db.knex.raw('1')).whereRaw('task_labels.task_id = tasks.id');
    void query.whereExists(carried.where({ label_id }));
  }
  if (filters.external_kind !== undefined)
    void query.whereRaw("tasks.origin ->> 'kind' = ANY (?)", [[...filters.external_kind]]);
  if (filters.q !== undefined) void query.whereRaw('tasks.search @@ search_query(?)', [filters.q]);
  return query;
}

/** Uses the indexes on projects' keys and on the numbers of their tasks. */
function filterByKeys(
  db: Db,
  query: Query,
  { actor, keys }: { readonly actor: Actor; readonly keys: readonly string[] },
): void {
  const parts = keys.flatMap((key) => partsOf(key) ?? []);
  const named = db
    .knex('projects as p')
    .select('k.id')
    .join('tasks as k', 'k.project_id', 'p.id')
    .where('p.organization_id', actor.organization_id)
    .whereIn(
      ['p.key', 'k.number'],
      parts.map(({ project_key, number }) => [project_key, number]),
    );
  void query.whereIn('tasks.id', named);
}

function filterByPeople(query: Query, actor: Actor, filters: TaskFilters): void {
  if (filters.assignee_id !== undefined) filterByAssignees(query, filters.assignee_id);
  if (filters.created_by_id !== undefined) void query.where('tasks.created_by_id', filters.created_by_id);
  if (filters.assigned_to_me === true) void query.where('tasks.assignee_id', actor.user_id);
  if (filters.assigned_to_me === false) void query.whereRaw('tasks.assignee_id IS DISTINCT FROM ?', [actor.user_id]);
  if (filters.unassigned === true) void query.whereNull('tasks.assignee_id');
  if (filters.unassigned === false) void query.whereNotNull('tasks.assignee_id');
}

function filterByAssignees(query: Query, assignees: readonly string[]): void {
  const ids = assignees.filter((id) => id !== 'none');
  void query.where((either) => {
    if (ids.length > 0) void either.whereIn('tasks.assignee_id', ids);
    if (ids.length < assignees.length) void either.orWhereNull('tasks.assignee_id');
  });
}

/** Filters by whether a task is blocked. Tasks that the caller cannot see count as blockers, too. */
function filterByBlockers(db: Db, query: Query, isBlocked: boolean): void {
  const open = db
    .knex('task_dependencies as d')
    .select(db.knex.raw('1'))
    .join('tasks as b', 'b.id', 'd.blocking_task_id')
    .whereRaw('d.organization_id = tasks.organization_id AND d.task_id = tasks.id')
    .whereNotIn('b.status', ['done', 'cancelled']);
  if (isBlocked) void query.whereExists(open);
  else void query.whereNotExists(open);
}

const bounds = [
  ['created_after', 'tasks.created_at', '>='],
  ['created_before', 'tasks.created_at', '<'],
  ['updated_after', 'tasks.updated_at', '>='],
  ['updated_before', 'tasks.updated_at', '<'],
  ['completed_after', 'tasks.completed_at', '>='],
  ['completed_before', 'tasks.completed_at', '<'],
  ['due_after', 'tasks.due_on', '>='],
  ['due_before', 'tasks.due_on', '<'],
] as const;

function filterByTime(query: Query, filters: TaskFilters): void {
  for (const [name, column, operator] of bounds) {
    const bound = filters[name];
    if (bound !== undefined) void query.where(column, operator, bound);
  }
}
