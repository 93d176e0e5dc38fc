import { randomBytes } from 'node:crypto';

/** What a client does again and again, and what went wrong. */
interface Traffic {
  /** The tasks of finished rounds: their ids and final titles. */
  readonly tasks: ReadonlyMap<string, string>;
  /** One line per request whose response was not the expected one. */
  readonly failures: readonly string[];
  /** Waits until `count` more rounds are finished. */
  rounds(count: number): Promise<void>;
  /** Ends after the rounds that are under way. */
  stop(): Promise<void>;
}

interface TrafficOptions {
  /** The proxy, which sends the requests of one round to different servers. */
  readonly url: string;
  readonly token: string;
  readonly projectId: string;
  readonly loops?: number;
}

/** Uses a project as its clients do, in parallel loops, until stopped. Nothing is sent again. */
export function startTraffic({ url, token, projectId, loops = 3 }: TrafficOptions): Traffic {
  const tasks = new Map<string, string>();
  const failures: string[] = [];
  const waiters = new Set<() => void>();
  const state = { isStopped: false, rounds: 0 };
  const client = createClient({ url, token, onFailure: (failure) => failures.push(failure) });

  async function loop(): Promise<void> {
    while (!state.isStopped) {
      const task = await playRound(client, projectId);
      if (task !== undefined) tasks.set(task.id, task.title);
      state.rounds++;
      for (const check of waiters) check();
    }
  }

  const running = Array.from({ length: loops }, loop);
  return {
    tasks,
    failures,
    rounds: (count) => {
      const until = state.rounds + count;
      return new Promise((resolve) => {
        waiters.add(() => {
          if (state.rounds >= until) resolve();
        });
      });
    },
    stop: async () => {
      state.isStopped = true;
      await Promise.all(running);
    },
  };
}

interface Call {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly expected?: number;
}

type Body = Readonly<Record<string, unknown>>;

interface Client {
  readonly call: (method: string, path: string, call?: Call) => Promise<Body>;
  readonly fail: (failure: string) => void;
}

interface ClientOptions {
  readonly url: string;
  readonly token: string;
  readonly onFailure: (failure: string) => void;
}

/** Its calls return an empty body where the response is not the expected one. */
function createClient({ url, token, onFailure: fail }: ClientOptions): Client {
  async function call(method: string, path: string, { body, headers = {}, expected = 200 }: Call = {}): Promise<Body> {
    const type = method === 'PATCH' && path.startsWith('/api/v2') ? 'application/merge-patch+json' : 'application/json';
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': type, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch((error: unknown) => new Response(String(error), { status: 599 }));
    const text = await response.text();
    if (response.status === expected) return text === '' ? {} : (JSON.parse(text) as Body);
    fail(`${method} ${path}: ${response.status} ${text}`.replace(/[0-9a-f-]{36}/g, '…').slice(0, 500));
    return {};
  }
  return { call, fail };
}

/** @returns the round's task, if it was created */
async function playRound(
  { call, fail }: Client,
  projectId: string,
): Promise<{ id: string; title: string } | undefined> {
  // One word, however a version splits texts into words.
  const mark = `x${randomBytes(8).toString('hex')}`;
  const project = `/api/v2/projects/${projectId}`;
  const label = await call('POST', `${project}/labels`, { body: { name: `Label ${mark}` }, expected: 201 });
  const milestone = await call('POST', `${project}/milestones`, { body: { name: `M ${mark}` }, expected: 201 });
  const creation = {
    body: { title: `Task ${mark}`, label_ids: [label['id']], milestone_id: milestone['id'] },
    headers: { 'idempotency-key': mark },
    expected: 201,
  };
  const task = await call('POST', `${project}/tasks`, creation);
  if (typeof task['id'] !== 'string') return undefined;
  const { id } = task;
  const path = `/api/v2/tasks/${id}`;
  const title = `Changed ${mark}`;
  await call('PATCH', path, { body: { title, priority: 'high' } });
  await call('POST', `${path}/transitions`, { body: { to: 'in_progress' } });
  await call('POST', `${path}/comments`, { body: { body: `About ${mark}` }, expected: 201 });
  const read = await call('GET', path);
  if (read['title'] !== title) fail(`a task shows the title ${String(read['title'])} after a change of it`);
  await call('GET', `${path}/history`);
  const { data } = await call('GET', `${project}/tasks?q=${mark}&sort=-updated_at`);
  if (!JSON.stringify(data).includes(id)) fail('a search does not find a task by its title');
  await call('GET', `/api/v2/projects?q=alpha`);
  await call('GET', `/api/v1/tasks/${id}`);
  await call('GET', '/api/v2/me');
  await playKey(call, mark);
  return { id, title };
}

/** An API key is created by one server, used with another, and refused by all when it is deleted. */
async function playKey(call: Client['call'], mark: string): Promise<void> {
  const body = { name: `Key ${mark}`, scopes: ['tasks:read'] };
  const key = await call('POST', '/api/v2/api-keys', { body, expected: 201 });
  if (typeof key['id'] !== 'string' || typeof key['token'] !== 'string') return;
  const headers = { authorization: `Bearer ${key['token']}` };
  await call('GET', '/api/v2/tasks', { headers });
  await call('DELETE', `/api/v2/api-keys/${key['id']}`, { expected: 204 });
}
