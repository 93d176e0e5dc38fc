import type {
  ErrorReport,
  ErrorReportResult,
  GithubArchive,
  Comment,
  Event,
  EventInput,
  Import,
  Label,
  Milestone,
  Project,
  ProjectMember,
  ReportingKey,
  SourceMap,
  SourceMapUpload,
  Task,
  TaskDependency,
} from '../../generated/v2/types.ts';
import type { Account } from './accounts.ts';

// Create resources through the API, as the given account. Functions take overrides, so that a test states only the
// values that matter.

let counter = 0;

/** Returns a number that is unique in this process, for unique names. */
function nextNumber(): number {
  counter += 1;
  return counter;
}

/**
 * Returns the body of a successful response.
 * @throws Error with the status and the problem of any other response
 */
export function bodyOf<Data>({ data, error, response }: { data?: Data; error?: unknown; response: Response }): Data {
  if (data === undefined) throw new Error(`${response.url} returned ${response.status}: ${JSON.stringify(error)}`);
  return data;
}

export async function createProject({ v2 }: Pick<Account, 'v2'>, overrides: Partial<Project> = {}): Promise<Project> {
  const number = nextNumber();
  const { key = `P${number}`, name = `Project ${number}`, description = null, visibility = 'organization' } = overrides;
  return bodyOf(await v2.POST('/api/v2/projects', { body: { key, name, description, visibility } }));
}

/** Gives an account a role in a project. */
export async function setProjectMember(
  { v2 }: Pick<Account, 'v2'>,
  project: Pick<Project, 'id'>,
  { user_id }: Pick<Account, 'user_id'>,
  role: 'lead' | 'contributor' | 'viewer' = 'contributor',
): Promise<ProjectMember> {
  const params = { path: { project_id: project.id, user_id } };
  return bodyOf(await v2.PUT('/api/v2/projects/{project_id}/members/{user_id}', { params, body: { role } }));
}

export async function createLabel(
  { v2 }: Pick<Account, 'v2'>,
  project: Pick<Project, 'id'>,
  overrides: Partial<Pick<Label, 'name' | 'color' | 'description'>> = {},
): Promise<Label> {
  const params = { path: { project_id: project.id } };
  const body = { name: `label ${nextNumber()}`, color: '#8b949e', ...overrides };
  return bodyOf(await v2.POST('/api/v2/projects/{project_id}/labels', { params, body }));
}

export async function createReportingKey(
  { v2 }: Pick<Account, 'v2'>,
  project: Pick<Project, 'id'>,
  overrides: Partial<Pick<ReportingKey, 'name' | 'reports_per_minute'>> = {},
): Promise<ReportingKey> {
  const params = { path: { project_id: project.id } };
  const body = { name: `key ${nextNumber()}`, ...overrides };
  return bodyOf(await v2.POST('/api/v2/projects/{project_id}/reporting-keys', { params, body }));
}

/** The map of a bundle of two files. */
export const plainMap: SourceMapUpload['map'] = {
  version: 3,
  sources: ['../src/basket.js', '../src/main.js'],
  names: ['addToBasket', 'article', 'startShop', 'addToBasket'],
  mappings: 'MAAO,SAASA,EAAYC,EAAS,CACnC,OAAOA,EAAQ,MAAM,MACvB,CCAA,SAASC,GAAY,CACnBC,EAAY,CAAC,CAAC,CAChB,CACAD,EAAU',
};

export async function createSourceMap(
  { v2 }: Pick<Account, 'v2'>,
  project: Pick<Project, 'id'>,
  overrides: Partial<SourceMapUpload> = {},
): Promise<SourceMap> {
  const params = { path: { project_id: project.id } };
  const body = { release: `1.${nextNumber()}.0`, file: 'assets/app.js', map: plainMap, ...overrides };
  return bodyOf(await v2.POST('/api/v2/projects/{project_id}/source-maps', { params, body }));
}

export async function createMilestone(
  { v2 }: Pick<Account, 'v2'>,
  project: Pick<Project, 'id'>,
  overrides: Partial<Pick<Milestone, 'name' | 'description' | 'due_on'>> = {},
): Promise<Milestone> {
  const params = { path: { project_id: project.id } };
  const body = { name: `milestone ${nextNumber()}`, ...overrides };
  return bodyOf(await v2.POST('/api/v2/projects/{project_id}/milestones', { params, body }));
}

export async function createTask(
  { v2 }: Pick<Account, 'v2'>,
  project: Pick<Project, 'id'>,
  overrides: Partial<
    Pick<Task, 'title' | 'description' | 'type' | 'priority' | 'assignee_id' | 'due_on' | 'milestone_id' | 'label_ids'>
  > & {
    readonly status?: 'backlog' | 'todo';
  } = {},
): Promise<Task> {
  const params = { path: { project_id: project.id } };
  const defaults = { type: 'task', status: 'todo', priority: 'none' } as const;
  const body = { title: `Task ${nextNumber()}`, ...defaults, ...overrides };
  return bodyOf(await v2.POST('/api/v2/projects/{project_id}/tasks', { params, body }));
}

/** Moves a task through the given statuses in order. */
export async function moveTask(
  { v2 }: Pick<Account, 'v2'>,
  task: Pick<Task, 'id'>,
  ...statuses: readonly Task['status'][]
): Promise<Task> {
  const params = { path: { task_id: task.id } };
  let moved: Task | undefined;
  for (const to of statuses)
    moved = bodyOf(await v2.POST('/api/v2/tasks/{task_id}/transitions', { params, body: { to } }));
  if (moved === undefined) throw new Error('moveTask needs at least one status');
  return moved;
}

/** Makes a task depend on another one. */
export async function addDependency(
  { v2 }: Pick<Account, 'v2'>,
  task: Pick<Task, 'id'>,
  blocking: Pick<Task, 'id'>,
): Promise<TaskDependency> {
  const params = { path: { task_id: task.id, blocking_task_id: blocking.id } };
  return bodyOf(await v2.PUT('/api/v2/tasks/{task_id}/dependencies/{blocking_task_id}', { params }));
}

export async function createComment(
  { v2 }: Pick<Account, 'v2'>,
  task: Pick<Task, 'id'>,
  body = 'Looks right to me.',
): Promise<Comment> {
  const params = { path: { task_id: task.id } };
  return bodyOf(await v2.POST('/api/v2/tasks/{task_id}/comments', { params, body: { body } }));
}

/** Reports one failure. Reports with the same overrides belong to one error. */
export async function reportError(
  { v2 }: Pick<Account, 'v2'>,
  project: Pick<Project, 'id'>,
  overrides: Partial<ErrorReport> = {},
): Promise<ErrorReportResult> {
  const report = { type: 'RangeError', message: 'The offset is out of range.', ...overrides };
  const body = { project_id: project.id, reports: [report] };
  return bodyOf(await v2.POST('/api/v2/errors', { body })).results[0]!;
}

const emptyArchive: GithubArchive = { repo: 'meridian/core', labels: [], issues: [], pulls: [] };

export async function createImport(
  { v2 }: Pick<Account, 'v2'>,
  project: Pick<Project, 'id'>,
  archive: GithubArchive = emptyArchive,
): Promise<Import> {
  const params = { path: { project_id: project.id } };
  return bodyOf(await v2.POST('/api/v2/projects/{project_id}/imports', { params, body: archive }));
}

/** Records one event, by default one of the whole organization, and returns it. */
export async function recordEvent({ v2 }: Pick<Account, 'v2'>, overrides: Partial<EventInput> = {}): Promise<Event> {
  const event = { source: '/tests', type: `test.${nextNumber()}`, ...overrides };
  const { results } = bodyOf(await v2.POST('/api/v2/events', { body: { events: [event] } }));
  const [result] = results;
  if (typeof result?.event_id !== 'string') throw new Error(`the event is refused: ${JSON.stringify(result?.problem)}`);
  return bodyOf(await v2.GET('/api/v2/events/{event_id}', { params: { path: { event_id: result.event_id } } }));
}
