import type { AnyTask, Part } from './world.ts';

/** A request before it is written in its wire form. */
export interface BenchRequest {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Returns the bytes of a request as text (its body is ASCII). */
export function toWire({ method, path, headers, body = '' }: BenchRequest): string {
  const length = body === '' ? {} : { 'Content-Length': String(body.length) };
  const lines = Object.entries({ Host: '127.0.0.1', ...headers, ...length }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return [`${method} ${path} HTTP/1.1`, ...lines, '', body].join('\r\n');
}

/** One request of each kind, on what chance picks of an organization's part. */
export function createRequests(random: () => number) {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const number = (): number => Math.floor(random() * 1_000_000_000);
  const getTask = (part: Part): BenchRequest => get(part, `/api/v2/tasks/${pick(part.read).id}`);
  const revalidateTask = (part: Part): BenchRequest => {
    const { id, version } = pick(part.read);
    return get(part, `/api/v2/tasks/${id}`, { 'If-None-Match': `"${version}"` });
  };
  const getProject = (part: Part): BenchRequest => get(part, `/api/v2/projects/${pick(part.projects)}`);
  const listProjectTasks = (part: Part): BenchRequest =>
    get(part, `/api/v2/projects/${pick(part.projects)}/tasks?limit=20&status=todo&status=in_progress&sort=-updated_at`);
  const createTask = (part: Part): BenchRequest => {
    const title = `Renew certificate ${number()}`;
    const body = { title, description: 'It ends in a week.', priority: 'high' };
    return send(part, 'POST', `/api/v2/projects/${pick(part.projects)}/tasks`, body);
  };
  const updateTask = (part: Part): BenchRequest =>
    send(part, 'PATCH', `/api/v2/tasks/${pick(part.changed).id}`, { title: `Rotate the keys, ${number()}` });

  /** Reads and writes keep their shares among themselves: 75, 15 and 5 of 95 reads, 3 and 2 of 5 writes. */
  const mix =
    (readShare: number) =>
    (part: Part): BenchRequest => {
      if (random() < readShare) {
        const lot = random() * 95;
        if (lot < 75) return getTask(part);
        return lot < 90 ? getProject(part) : listProjectTasks(part);
      }
      return random() < 0.6 ? createTask(part) : updateTask(part);
    };
  return { getTask, revalidateTask, getProject, listProjectTasks, createTask, updateTask, mix };
}

export function getAnyTask(task: AnyTask): BenchRequest {
  return get(task, `/api/v2/tasks/${task.id}`);
}

function get({ token }: { readonly token: string }, path: string, headers = {}): BenchRequest {
  return { method: 'GET', path, headers: { Authorization: `Bearer ${token}`, ...headers } };
}

function send({ token }: Part, method: 'POST' | 'PATCH', path: string, body: object): BenchRequest {
  const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': type };
  return { method, path, headers, body: JSON.stringify(body) };
}
