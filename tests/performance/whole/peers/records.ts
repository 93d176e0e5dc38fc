import { createHash } from 'node:crypto';
import type { Project, Task } from '../../../../generated/v2/types.ts';
import { newId } from '../../../../src/platform/ids.ts';

// What the peers share: the values of the rows that a change writes, as their authors would build them.

/** Who makes a request. */
export interface Caller {
  /** The API key. */
  readonly id: string;
  readonly user_id: string;
  readonly organization_id: string;
  readonly scopes: readonly string[];
  readonly role: string;
}

/** The fields of a new task that the requests of the benchmark set. */
export interface NewTask {
  readonly title: string;
  readonly description?: string | null;
  readonly type?: Task['type'];
  readonly status?: 'backlog' | 'todo';
  readonly priority?: Task['priority'];
  readonly due_on?: string | null;
}

export type TaskPatch = Partial<Pick<Task, 'title' | 'description' | 'type' | 'priority' | 'due_on'>>;

export interface TaskQuery {
  readonly limit: number;
  readonly status: readonly string[];
  readonly cursor?: string | undefined;
}

export interface TaskPage {
  readonly data: readonly Task[];
  readonly page: { readonly limit: number; readonly has_more: boolean; readonly next_cursor: string | null };
}

/** The operations of the benchmark on the tables of the product. `undefined` stands for 404. */
export interface Store {
  authenticate(tokenHash: Buffer): Promise<Caller | undefined>;
  findTask(caller: Caller, taskId: string): Promise<Task | undefined>;
  findProject(caller: Caller, projectId: string): Promise<Project | undefined>;
  listTasks(caller: Caller, projectId: string, query: TaskQuery): Promise<TaskPage | undefined>;
  createTask(caller: Caller, projectId: string, input: NewTask): Promise<Task | undefined>;
  updateTask(caller: Caller, taskId: string, patch: TaskPatch): Promise<Task | undefined>;
}

const bearer = 'Bearer ';

/** Returns the SHA-256 of the bearer token; undefined without one. */
export function hashBearer(authorization: string | undefined): Buffer | undefined {
  if (authorization?.startsWith(bearer) !== true) return undefined;
  return createHash('sha256').update(authorization.slice(bearer.length)).digest();
}

export function isLead({ role }: Pick<Caller, 'role'>): boolean {
  return role === 'owner' || role === 'admin';
}

export function etagOf({ version }: { readonly version: number }): string {
  return `"${version}"`;
}

/** A new task, but for the number that its project assigns. */
export function draftOf(caller: Caller, projectId: string, input: NewTask): Omit<Task, 'number' | 'key'> {
  const now = new Date().toISOString();
  return {
    id: newId(),
    organization_id: caller.organization_id,
    project_id: projectId,
    title: input.title,
    description: input.description ?? null,
    type: input.type ?? 'task',
    status: input.status ?? 'todo',
    priority: input.priority ?? 'none',
    assignee_id: null,
    due_on: input.due_on ?? null,
    milestone_id: null,
    label_ids: [],
    created_by_id: caller.user_id,
    completed_at: null,
    origin: null,
    version: 1,
    created_at: now,
    updated_at: now,
  };
}

/** The order of the fields in a response. */
export function numbered(draft: Omit<Task, 'number' | 'key'>, given: { number: number; key: string }): Task {
  const { id, organization_id, project_id, ...others } = draft;
  return { id, organization_id, project_id, number: given.number, key: given.key, ...others };
}

/** Returns the task after the change and what differs; undefined if nothing does. */
export function applyPatch(before: Task, patch: TaskPatch): { after: Task; changes: object[] } | undefined {
  const changes = Object.entries(patch)
    .filter(([field, to]) => before[field as keyof Task] !== to)
    .map(([field, to]) => ({ field, from: before[field as keyof Task], to }));
  if (changes.length === 0) return undefined;
  const after = { ...before, ...patch, version: before.version + 1, updated_at: new Date().toISOString() };
  return { after, changes };
}

/** The rows of audit_log, events and outbox for one change of a task, by column. */
export function traceOf(caller: Caller, change: { before?: Task; after: Task; changes?: readonly object[] }) {
  const { before, after, changes } = change;
  const { organization_id, project_id } = after;
  const eventId = newId();
  const now = after.updated_at;
  const type = before === undefined ? 'task.created' : 'task.updated';
  const data = before === undefined ? after : { task: after, changes, comment: null };
  const place = { organization_id, project_id };
  const audit = {
    ...{ id: newId(), ...place, actor_id: caller.user_id, actor_type: 'user', credential_id: caller.id },
    ...{ credential_type: 'api_key', action: before === undefined ? 'task.create' : 'task.update' },
    ...{ resource_type: 'task', resource_id: after.id },
    ...{ before: before === undefined ? null : JSON.stringify(before), after: JSON.stringify(after) },
    ...{ request_id: eventId, created_at: now },
  };
  const event = {
    ...{ id: eventId, ...place, user_id: caller.user_id, source: '/architect', type, subject: `task/${after.id}` },
    ...{ time: now, data: JSON.stringify(data), request_id: eventId, created_at: now },
  };
  const payload = JSON.stringify({ id: eventId, created_at: now });
  const outbox = { organization_id, kind: 'event', name: type, payload, created_at: now };
  return { audit, event, outbox };
}

/** A page of rows that were read with one more than its limit. */
export function pageOf(rows: readonly Task[], { limit }: TaskQuery): TaskPage {
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  const has_more = rows.length > limit && last !== undefined;
  const position = has_more ? JSON.stringify([last.updated_at, last.id]) : undefined;
  const next_cursor = position === undefined ? null : Buffer.from(position).toString('base64url');
  return { data, page: { limit, has_more, next_cursor } };
}

/** The position after which a page begins: `updated_at` and `id` of the row before it. */
export function positionOf(cursor: string): [string, string] {
  return JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [string, string];
}
