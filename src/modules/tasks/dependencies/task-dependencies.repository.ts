import type { TaskDependency, TaskStatus } from '../../../../generated/v2/types.ts';
import { fetchSlice, type PageRequest, type Slice, type SortKey } from '../../../platform/cursor.ts';
import type { Db, Statement } from '../../../platform/database.ts';
import type { TaskScope } from '../task-lists.repository.ts';

// An advisory lock per organization: two concurrent dependencies could form a cycle that neither transaction sees.
const lockDependenciesStatement: Statement = {
  name: 'task_dependencies.turn',
  text: `SELECT pg_advisory_xact_lock(hashtextextended('task dependencies ' || $1::text, 0))`,
};

const cycleStatement: Statement = {
  name: 'task_dependencies.cycle',
  text: `
    WITH RECURSIVE upstream AS (
      SELECT $2::uuid AS task_id
      UNION
      SELECT d.blocking_task_id FROM upstream
        JOIN task_dependencies d ON d.organization_id = $1 AND d.task_id = upstream.task_id
    )
    SELECT 1 FROM upstream WHERE task_id = $3`,
};

const insertStatement: Statement = {
  name: 'task_dependencies.insert',
  text: `INSERT INTO task_dependencies (id, organization_id, project_id, task_id, blocking_project_id, blocking_task_id,
           created_by_id, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
};

const findStatement: Statement = {
  name: 'task_dependencies.find',
  text: `SELECT id, organization_id, task_id, blocking_task_id, created_by_id, created_at FROM task_dependencies
          WHERE organization_id = $1 AND task_id = $2 AND blocking_task_id = $3`,
};

const deleteStatement: Statement = {
  name: 'task_dependencies.delete',
  text: 'DELETE FROM task_dependencies WHERE organization_id = $1 AND id = ANY ($2::uuid[])',
};

const waitingStatement: Statement = {
  name: 'task_dependencies.waiting',
  text: `SELECT id, organization_id, task_id, blocking_task_id, created_by_id, created_at FROM task_dependencies
          WHERE organization_id = $1 AND blocking_task_id = ANY ($2::uuid[]) ORDER BY id`,
};

const waitingElsewhereStatement: Statement = {
  name: 'task_dependencies.waiting_elsewhere',
  text: `SELECT id, organization_id, task_id, blocking_task_id, created_by_id, created_at FROM task_dependencies
          WHERE organization_id = $1 AND blocking_project_id = $2 AND project_id <> $2 ORDER BY id`,
};

const blockersStatement: Statement = {
  name: 'task_dependencies.blockers',
  text: `SELECT d.task_id, d.blocking_task_id, b.status FROM task_dependencies d
           JOIN tasks b ON b.organization_id = d.organization_id AND b.id = d.blocking_task_id
          WHERE d.organization_id = $1 AND d.task_id = ANY ($2::uuid[])`,
};

/** Takes the lock that serialises new dependencies of the organization until the end of the transaction. */
export async function lockDependencies(db: Db, organizationId: string): Promise<void> {
  await db.query(lockDependenciesStatement, [organizationId]);
}

/** Returns whether a task depends, directly or through others, on the other one, or is the same task. */
export async function isWaitingFor(db: Db, organizationId: string, taskId: string, otherId: string): Promise<boolean> {
  return (await db.query(cycleStatement, [organizationId, taskId, otherId])).length > 0;
}

interface Projects {
  readonly project_id: string;
  readonly blocking_project_id: string;
}

export async function insertDependency(db: Db, dependency: TaskDependency, projects: Projects): Promise<void> {
  const { id, organization_id, task_id, blocking_task_id, created_by_id, created_at } = dependency;
  const { project_id, blocking_project_id } = projects;
  await db.query(insertStatement, [
    ...[id, organization_id, project_id, task_id, blocking_project_id, blocking_task_id, created_by_id, created_at],
  ]);
}

export async function findDependency(
  db: Db,
  {
    organization_id,
    task_id,
    blocking_task_id,
  }: Pick<TaskDependency, 'organization_id' | 'task_id' | 'blocking_task_id'>,
): Promise<TaskDependency | undefined> {
  const [row] = await db.query<TaskDependency>(findStatement, [organization_id, task_id, blocking_task_id]);
  return row;
}

export async function deleteDependencies(db: Db, organizationId: string, ids: readonly string[]): Promise<void> {
  await db.query(deleteStatement, [organizationId, ids]);
}

/** Returns the dependencies on these tasks, which end if the tasks are deleted. */
export async function listWaiting(
  db: Db,
  organizationId: string,
  taskIds: readonly string[],
): Promise<TaskDependency[]> {
  return db.query<TaskDependency>(waitingStatement, [organizationId, taskIds]);
}

/** Returns the dependencies of other projects' tasks on tasks of this one. */
export async function listWaitingElsewhere(
  db: Db,
  organizationId: string,
  projectId: string,
): Promise<TaskDependency[]> {
  return db.query<TaskDependency>(waitingElsewhereStatement, [organizationId, projectId]);
}

/** A task that blocks another, and its status. */
export interface Blocker {
  readonly task_id: string;
  readonly blocking_task_id: string;
  readonly status: TaskStatus;
}

export async function listBlockers(db: Db, organizationId: string, taskIds: readonly string[]): Promise<Blocker[]> {
  return db.query<Blocker>(blockersStatement, [organizationId, taskIds]);
}

const createdAt: SortKey<TaskDependency> = {
  column: 'created_at',
  type: 'timestamptz',
  valueOf: (row) => row.created_at,
};
const columns = [
  'id',
  'organization_id',
  'task_id',
  'blocking_task_id',
  'created_by_id',
  'created_at',
] as const satisfies readonly (keyof TaskDependency)[];

/** Lists what the task depends on or, with `blocks`, what depends on it, if the actor sees the other task's project. */
export async function listDependencyRows(
  db: Db,
  { actor, projects }: TaskScope,
  { task_id, direction }: { readonly task_id: string; readonly direction: 'blocked_by' | 'blocks' },
  page: PageRequest,
): Promise<Slice<TaskDependency>> {
  const { organization_id } = actor;
  const [own, project] =
    direction === 'blocks'
      ? (['blocking_task_id', 'project_id'] as const)
      : (['task_id', 'blocking_project_id'] as const);
  const query = db
    .knex('task_dependencies')
    .select(columns)
    .where({ organization_id, [own]: task_id });
  if (projects !== undefined) void query.whereIn(project, projects);
  return fetchSlice<TaskDependency>(query, page, createdAt);
}
