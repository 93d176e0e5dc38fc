import type { Request } from 'autocannon';
import { seededId, seededToken } from '../../support/scale/seed.ts';
import type { ArchitectSubject } from './server.ts';

/** A hot operation, and what its requests must be answered. */
export interface SmokeCase {
  readonly name: string;
  readonly statuses: readonly number[];
  /** The requests of one connection, sent over and over. */
  readonly requests: readonly (readonly Request[])[];
}

/** Somebody's part of the hot set: tasks that are read, tasks that are changed, projects. */
interface Part {
  readonly token: string;
  readonly read: readonly HotTask[];
  readonly changed: readonly HotTask[];
  readonly projects: readonly string[];
}
interface HotTask {
  readonly id: string;
  readonly version: number;
}

const ORGANIZATIONS = 16;
const HOT_TASKS = 200;
/** Requests of a connection until it begins anew. */
const ROUND = 400;

/** Every connection acts for one of sixteen organizations; together they have 3,200 hot tasks. */
export async function createCases(server: ArchitectSubject, connections: number): Promise<SmokeCase[]> {
  const parts: Part[] = [];
  for (let number = 2; number < 2 + ORGANIZATIONS; number += 1) parts.push(await readPart(server, number));
  const forAll = (build: (part: Part) => Request): Request[][] =>
    Array.from({ length: connections }, (_, connection) =>
      Array.from({ length: ROUND }, () => build(parts[connection % parts.length]!)),
    );
  const hot = createRequests(createRandom(42));
  return [
    { name: 'getTask', statuses: [200], requests: forAll(hot.getTask) },
    { name: 'getTask, unchanged (304)', statuses: [304], requests: forAll(hot.revalidateTask) },
    { name: 'listProjectTasks, 20 of 2 states', statuses: [200], requests: forAll(hot.listProjectTasks) },
    { name: 'createTask', statuses: [201], requests: forAll(hot.createTask) },
    { name: 'mix, 95 % reads', statuses: [200, 201], requests: forAll(hot.mix) },
  ];
}

/** One request of each kind, on what chance picks of somebody's part. */
function createRequests(random: () => number) {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const getTask = (part: Part): Request => get(part, `/api/v2/tasks/${pick(part.read).id}`);
  const revalidateTask = (part: Part): Request => {
    const { id, version } = pick(part.read);
    return get(part, `/api/v2/tasks/${id}`, { 'if-none-match': `"${version}"` });
  };
  const getProject = (part: Part): Request => get(part, `/api/v2/projects/${pick(part.projects)}`);
  const listProjectTasks = (part: Part): Request =>
    get(part, `/api/v2/projects/${pick(part.projects)}/tasks?limit=20&status=todo&status=in_progress&sort=-updated_at`);
  const createTask = (part: Part): Request => {
    const body = {
      title: `Renew certificate ${pick(part.read).id}`,
      description: 'It ends in a week.',
      priority: 'high',
    };
    return send(part, 'POST', `/api/v2/projects/${pick(part.projects)}/tasks`, body);
  };
  const updateTask = (part: Part): Request =>
    send(part, 'PATCH', `/api/v2/tasks/${pick(part.changed).id}`, {
      title: `Rotate the keys, ${Math.floor(random() * 1e9)}`,
    });

  // The mix of everyday: 95 % reads, 5 % writes.
  const mix = (part: Part): Request => {
    const lot = random() * 100;
    if (lot < 75) return getTask(part);
    if (lot < 90) return getProject(part);
    if (lot < 95) return listProjectTasks(part);
    return lot < 98 ? createTask(part) : updateTask(part);
  };
  return { getTask, revalidateTask, listProjectTasks, createTask, mix };
}

function get({ token }: Part, path: string, headers = {}): Request {
  return { method: 'GET', path, headers: { authorization: `Bearer ${token}`, ...headers } };
}

function send({ token }: Part, method: 'POST' | 'PATCH', path: string, body: object): Request {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return { method, path, body: JSON.stringify(body), headers };
}

async function readPart({ query }: ArchitectSubject, number: number): Promise<Part> {
  const organization = seededId('organization', number);
  const tasks = await query<HotTask>(
    `SELECT t.id, t.version FROM tasks t JOIN projects p ON p.id = t.project_id
      WHERE t.organization_id = '${organization}' AND p.archived_at IS NULL ORDER BY t.id LIMIT ${HOT_TASKS}`,
  );
  const projects = await query<{ id: string }>(
    `SELECT id FROM projects WHERE organization_id = '${organization}' AND archived_at IS NULL ORDER BY id`,
  );
  return {
    // The owner, who sees all projects.
    token: seededToken(5101 + (number - 2) * 10),
    read: tasks.slice(0, HOT_TASKS / 2),
    changed: tasks.slice(HOT_TASKS / 2),
    projects: projects.map(({ id }) => id),
  };
}

/** The same numbers in every run (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
