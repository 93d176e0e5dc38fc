import type { Knex } from 'knex';
import type { Project, Task } from '../../../../generated/v2/types.ts';
import { newId } from '../../../../src/platform/ids.ts';
import { applyPatch, draftOf, isLead, numbered, pageOf, positionOf, traceOf } from './records.ts';
import type { Caller, Store, TaskQuery } from './records.ts';

const taskColumns = ['id', 'organization_id', 'project_id', 'number', 'key', 'title', 'description', 'type', 'status']
  .concat(['priority', 'assignee_id', 'due_on', 'milestone_id', 'created_by_id', 'completed_at', 'origin', 'version'])
  .concat(['created_at', 'updated_at'])
  .map((column) => `tasks.${column}`);
const projectColumns = ['id', 'organization_id', 'key', 'name', 'description', 'visibility', 'archived_at']
  .concat(['created_by_id', 'version', 'created_at', 'updated_at'])
  .map((column) => `projects.${column}`);

/** The operations with knex, as its documentation builds queries. */
export function createKnexStore(knex: Knex): Store {
  return {
    authenticate: (tokenHash) => authenticate(knex, tokenHash),
    findTask: (caller, id) => findTask(knex, caller, id),
    findProject: (caller, id) => findProject(knex, caller, id),
    listTasks: async (caller, projectId, query) => {
      const project = await findProject(knex, caller, projectId);
      return project && pageOf(await listTasks(knex, caller, projectId, query), query);
    },
    createTask: (caller, projectId, input) =>
      knex.transaction(async (trx) => {
        const [given] = await nextNumber(trx, caller, projectId);
        if (given === undefined) return undefined;
        const task = numbered(draftOf(caller, projectId, input), given);
        const { label_ids: _labels, ...row } = task;
        await trx('tasks').insert(row);
        await writeTrace(trx, caller, { after: task, action: 'created', changes: [] });
        return task;
      }),
    updateTask: (caller, taskId, patch) =>
      knex.transaction(async (trx) => {
        const before = await findTask(trx, caller, taskId, true);
        const change = before && applyPatch(before, patch);
        if (before === undefined || change === undefined) return before;
        const { after, changes } = change;
        await trx('tasks')
          .where({ id: taskId })
          .update({ ...patch, version: after.version, updated_at: after.updated_at });
        await writeTrace(trx, caller, { before, after, action: 'updated', changes });
        return after;
      }),
  };
}

function authenticate(knex: Knex, tokenHash: Buffer): Promise<Caller | undefined> {
  return knex('api_keys as k')
    .join('organization_members as o', { 'o.organization_id': 'k.organization_id', 'o.user_id': 'k.user_id' })
    .join('users as u', 'u.id', 'k.user_id')
    .where('k.token_hash', tokenHash)
    .where((live) => {
      void live.whereNull('k.expires_at').orWhere('k.expires_at', '>', knex.fn.now());
    })
    .whereNull('u.deactivated_at')
    .first<Caller | undefined>('k.id', 'k.user_id', 'k.organization_id', 'k.scopes', 'o.role');
}

/** Joins the caller's membership in the project of a row, and hides what they must not see. */
function onlyVisible(query: Knex.QueryBuilder, caller: Caller): Knex.QueryBuilder {
  void query.leftJoin('project_members as m', (on) =>
    on.on('m.project_id', 'projects.id').andOnVal('m.user_id', caller.user_id),
  );
  if (isLead(caller)) return query;
  return query.where((visible) => {
    void visible.where('projects.visibility', 'organization').orWhereNotNull('m.user_id');
  });
}

function withLabels(knex: Knex): Knex.Raw {
  return knex.raw(
    'ARRAY (SELECT tl.label_id FROM task_labels tl WHERE tl.task_id = tasks.id ORDER BY tl.label_id) AS label_ids',
  );
}

async function findTask(knex: Knex, caller: Caller, id: string, isLocked = false): Promise<Task | undefined> {
  const query = knex('tasks')
    .join('projects', 'projects.id', 'tasks.project_id')
    .where({ 'tasks.organization_id': caller.organization_id, 'tasks.id': id })
    .select(...taskColumns, withLabels(knex));
  if (isLocked) void query.whereNull('projects.archived_at').forNoKeyUpdate('tasks');
  const [task] = (await onlyVisible(query, caller)) as Task[];
  return task;
}

async function findProject(knex: Knex, caller: Caller, id: string): Promise<Project | undefined> {
  const query = knex('projects').where({ 'projects.organization_id': caller.organization_id, 'projects.id': id });
  const [project] = (await onlyVisible(query.select(projectColumns), caller)) as Project[];
  return project;
}

async function listTasks(knex: Knex, caller: Caller, projectId: string, query: TaskQuery): Promise<Task[]> {
  const rows = knex('tasks')
    .where({ organization_id: caller.organization_id, project_id: projectId })
    .whereIn('status', query.status)
    .orderBy([
      { column: 'updated_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(query.limit + 1)
    .select(...taskColumns, withLabels(knex));
  if (query.cursor !== undefined)
    void rows.whereRaw('(updated_at, id) < (?::timestamptz, ?::uuid)', positionOf(query.cursor));
  return (await rows) as Task[];
}

function nextNumber(trx: Knex, caller: Caller, projectId: string): Promise<{ number: number; key: string }[]> {
  const query = trx('projects')
    .where({ organization_id: caller.organization_id, id: projectId })
    .whereNull('archived_at')
    .increment('last_task_number', 1)
    .returning([trx.raw('last_task_number AS number'), trx.raw("key || '-' || last_task_number AS key")]);
  if (!isLead(caller)) {
    const own = trx('project_members').whereRaw('project_id = projects.id').where({ user_id: caller.user_id });
    void query.where((visible) => {
      void visible.where({ visibility: 'organization' }).orWhereExists(own);
    });
  }
  return query;
}

interface Written {
  readonly before?: Task;
  readonly after: Task;
  readonly action: string;
  readonly changes: readonly object[];
}

async function writeTrace(trx: Knex, caller: Caller, { action, ...change }: Written): Promise<void> {
  const { id, organization_id, project_id, version, updated_at } = change.after;
  const changes = JSON.stringify(change.changes);
  const note = { id: newId(), organization_id, project_id, task_id: id, version, action, actor_id: caller.user_id };
  await trx('task_history').insert({ ...note, changes, created_at: updated_at });
  const { audit, event, outbox } = traceOf(caller, change);
  await trx('audit_log').insert(audit);
  await trx('events').insert(event);
  await trx('outbox').insert(outbox);
}
