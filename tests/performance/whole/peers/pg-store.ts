import type pg from 'pg';
import type { Project, Task } from '../../../../generated/v2/types.ts';
import { newId } from '../../../../src/platform/ids.ts';
import { statement, type StatementName } from './pg-statements.ts';
import { applyPatch, draftOf, isLead, numbered, pageOf, positionOf, traceOf } from './records.ts';
import type { Caller, Store } from './records.ts';

type Queryable = Pick<pg.Pool, 'query'>;

async function all<Row extends object>(db: Queryable, name: StatementName, values: readonly unknown[]): Promise<Row[]> {
  return (await db.query<Row>(statement(name, values))).rows;
}

/** The operations with pg: a named statement for each step, a transaction for each write. */
export function createPgStore(pool: pg.Pool): Store {
  const scopeOf = (caller: Caller, id: string): unknown[] => [
    caller.organization_id,
    id,
    caller.user_id,
    isLead(caller),
  ];
  return {
    authenticate: async (tokenHash) => (await all<Caller>(pool, 'authenticate', [tokenHash]))[0],
    findTask: async (caller, id) => (await all<Task>(pool, 'findTask', scopeOf(caller, id)))[0],
    findProject: async (caller, id) => (await all<Project>(pool, 'findProject', scopeOf(caller, id)))[0],
    listTasks: async (caller, projectId, query) => {
      const [project] = await all<Project>(pool, 'findProject', scopeOf(caller, projectId));
      if (project === undefined) return undefined;
      const values = [caller.organization_id, projectId, query.status, query.limit + 1];
      const rows =
        query.cursor === undefined
          ? await all<Task>(pool, 'listTasks', values)
          : await all<Task>(pool, 'listTasksAfter', [...values, ...positionOf(query.cursor)]);
      return pageOf(rows, query);
    },
    createTask: (caller, projectId, input) =>
      inTransaction(pool, async (client) => {
        const [given] = await all<{ number: number; key: string }>(client, 'nextNumber', scopeOf(caller, projectId));
        if (given === undefined) return undefined;
        const task = numbered(draftOf(caller, projectId, input), given);
        const { id, organization_id, project_id, number, key, title, description, type, status, priority } = task;
        await all(client, 'insertTask', [
          ...[id, organization_id, project_id, number, key, title, description, type, status, priority],
          ...[task.due_on, task.created_by_id, task.created_at],
        ]);
        await writeHistory(client, caller, { after: task, action: 'created', changes: [] });
        await writeTrace(client, traceOf(caller, { after: task }));
        return task;
      }),
    updateTask: (caller, taskId, patch) =>
      inTransaction(pool, async (client) => {
        const [before] = await all<Task>(client, 'lockTask', scopeOf(caller, taskId));
        if (before === undefined) return undefined;
        const change = applyPatch(before, patch);
        if (change === undefined) return before;
        const { after, changes } = change;
        const { id, title, description, type, priority, due_on, version, updated_at } = after;
        await all(client, 'replaceTask', [id, title, description, type, priority, due_on, version, updated_at]);
        await writeHistory(client, caller, { after, action: 'updated', changes });
        await writeTrace(client, traceOf(caller, { before, after, changes }));
        return after;
      }),
  };
}

async function writeHistory(
  client: pg.PoolClient,
  { user_id }: Caller,
  { after, action, changes }: { readonly after: Task; readonly action: string; readonly changes: readonly object[] },
): Promise<void> {
  const { id, organization_id, project_id, version, updated_at } = after;
  await all(client, 'insertHistory', [
    ...[newId(), organization_id, project_id, id, version, action, user_id, JSON.stringify(changes), updated_at],
  ]);
}

/** The columns of the rows stand in the order of the statements. */
async function writeTrace(client: pg.PoolClient, { audit, event, outbox }: ReturnType<typeof traceOf>): Promise<void> {
  await all(client, 'insertAudit', Object.values(audit));
  await all(client, 'insertEvent', Object.values(event));
  await all(client, 'insertOutbox', Object.values(outbox));
}

async function inTransaction<Result>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}
