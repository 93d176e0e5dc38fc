import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { createArchitectClient } from '../../generated/client/index.ts';
import { operations as operationsV1 } from '../../generated/v1/operations.ts';
import { operations as operationsV2 } from '../../generated/v2/operations.ts';
import type { Operation } from '../../src/contract/operation.ts';
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/embedded-postgres.ts';
import { createPeople, type People } from './people.ts';

// Fuzzes every operation of both documents with Schemathesis, as an authenticated user, against a server of its own.
// `make test` runs it with few examples and a fixed seed, `make fuzz` (--full) with many. Some operations alone:
// `make fuzz OP=logIn,logOut SEED=7`.

const root = join(import.meta.dirname, '../..');
const home = join(root, '.data/fuzz');
const { values: options } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    seed: { type: 'string', default: '20261123' },
  },
});
const only = options.only.split(',').filter((id) => id !== '');
const password = 'mauve tractor 71 lemonade';

interface Account {
  readonly user_id: string;
  readonly organization_id: string;
  readonly email: string;
}

/** What of a document tells where its links lead. */
interface Linked {
  readonly paths: Record<string, Record<string, LinkedOperation>>;
}

interface LinkedOperation {
  readonly operationId?: string;
  readonly responses?: Record<string, { readonly links?: Record<string, { readonly operationId: string }> }>;
}

type World = Readonly<Record<string, string>>;

async function main(): Promise<number> {
  rmSync(join(home, 'mail'), { recursive: true, force: true });
  mkdirSync(join(home, 'mail'), { recursive: true });
  await withDatabase(emptyDatabase);
  const { server, base } = await startServer();
  try {
    const chosen = { v2: operationsV2.filter(isChosen), v1: operationsV1.filter(isChosen) };
    const failures: string[] = [];
    for (const version of ['v2', 'v1'] as const) {
      if (chosen[version].length === 0) continue;
      failures.push(...(await fuzz(version, chosen[version], { base, world: await createWorld(base) })));
    }
    for (const failure of failures) console.log(`failed: ${failure}`);
    const total = chosen.v1.length + chosen.v2.length;
    if (total === 0) throw new Error(`neither document has an operation ${options.only}`);
    const failed = new Set(failures.map((failure) => failure.split(': ')[0])).size;
    console.log(`${Math.max(0, total - failed)} passed, ${failures.length} failed`);
    return failures.length === 0 ? 0 : 1;
  } finally {
    server.kill('SIGTERM');
    if (server.exitCode === null) await once(server, 'exit');
  }
}

function isChosen({ id }: Operation): boolean {
  return only.length === 0 || only.includes(id);
}

/** The product itself, without rate limits, behind a proxy whose addresses it believes. */
async function startServer(): Promise<{ readonly server: ChildProcess; readonly base: string }> {
  const env = {
    ...process.env,
    NODE_ENV: 'test',
    DATA_DIR: home,
    PORT: '0',
    RATE_LIMIT_ENABLED: 'false',
    TRUSTED_PROXIES: '1',
    LOG_LEVEL: 'error',
  };
  const server = spawn('node', ['src/main.ts', 'serve'], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: server.stdout });
  const base = await new Promise<string>((resolve, reject) => {
    lines.on('line', (line) => {
      const found = /listens on (\S+)/.exec(line)?.[1];
      if (found !== undefined) resolve(found);
      else if (line.startsWith('{')) console.log(line);
    });
    server.once('exit', (code) => reject(new Error(`the server ended with ${code} before it listened`)));
  });
  return { server, base };
}

/** Somebody with one of everything, and the token of their session. */
async function createWorld(base: string): Promise<World> {
  const email = `fuzz-${Date.now()}@fuzz.example`;
  const anonymous = createArchitectClient({ baseUrl: base });
  must(await anonymous.POST('/api/v2/auth/register', { body: { email, name: 'Fuzz', password } }));
  const token = await verificationToken(email);
  const verified = must(await anonymous.POST('/api/v2/auth/email-verification', { body: { token } }));
  const people = await prepareAccount({ ...verified, email });
  const started = must(await anonymous.POST('/api/v2/auth/login', { body: { email, password } }));
  if (started.kind !== 'session') throw new Error('the world has no second factor');
  const client = createArchitectClient({ baseUrl: base, token: started.token });
  const project_id = must(
    await client.POST('/api/v2/projects', { body: { key: `F${Date.now() % 1e8}`, name: 'Fuzz' } }),
  ).id;
  const path = { project_id };
  const task = must(
    await client.POST('/api/v2/projects/{project_id}/tasks', { params: { path }, body: { title: 'Fuzz' } }),
  );
  const inTask = { params: { path: { task_id: task.id } } };
  const blocking = must(
    await client.POST('/api/v2/projects/{project_id}/tasks', { params: { path }, body: { title: 'Blocking' } }),
  );
  const comment = must(await client.POST('/api/v2/tasks/{task_id}/comments', { ...inTask, body: { body: 'Fuzz' } }));
  const label = { name: 'fuzz', color: '#aabbcc' };
  const labelled = must(await client.POST('/api/v2/projects/{project_id}/labels', { params: { path }, body: label }));
  const milestone = must(
    await client.POST('/api/v2/projects/{project_id}/milestones', { params: { path }, body: { name: 'fuzz' } }),
  );
  const archive = { repo: 'fuzz/fuzz', labels: [], issues: [], pulls: [] };
  const imported = must(
    await client.POST('/api/v2/projects/{project_id}/imports', { params: { path }, body: archive }),
  );
  const audited = must(await client.GET('/api/v2/audit-log'));
  const key = must(await client.POST('/api/v2/api-keys', { body: { name: 'Fuzz', scopes: ['tasks:read'] } }));
  return {
    ...{
      email,
      password,
      token: started.token,
      session_id: started.session.id,
      user_id: verified.user_id,
      organization_id: verified.organization_id,
    },
    ...{ project_id, task_id: task.id, blocking_task_id: blocking.id, comment_id: comment.id, label_id: labelled.id },
    milestone_id: milestone.id,
    ...people,
    ...{ import_id: imported.id, api_key_id: key.id, entry_id: audited.data[0]?.id ?? '' },
  };
}

/** Operators run the installation; no operation makes one. And nobody is alone in an organization. */
async function prepareAccount(account: Account): Promise<People> {
  return withDatabase(async (client) => {
    await client.query('UPDATE users SET is_operator = true WHERE id = $1', [account.user_id]);
    return createPeople(client, account);
  });
}

/** What an earlier run left behind would make this one another. */
async function emptyDatabase(client: pg.Client): Promise<void> {
  await client.query('DROP SCHEMA IF EXISTS graphile_worker CASCADE');
  await client.query('DROP SCHEMA public CASCADE');
  await client.query('CREATE SCHEMA public');
}

async function withDatabase<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const postgres = await startEmbeddedPostgres({ dataDir: home });
  const client = new pg.Client({ connectionString: postgres.url() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
    await postgres.stop();
  }
}

function must<Data>(result: { readonly data?: Data; readonly error?: unknown }): Data {
  if (result.data === undefined) throw new Error(`the world could not be made: ${JSON.stringify(result.error)}`);
  return result.data;
}

async function verificationToken(email: string): Promise<string> {
  const directory = join(home, 'mail');
  for (let attempt = 0; attempt < 100; attempt++) {
    await delay(100);
    const mails = readdirSync(directory, { recursive: false }).map((name) =>
      readFileSync(join(directory, String(name)), 'utf8'),
    );
    const token = /^ {2}([\w-]{43})\s*$/m.exec(mails.find((mail) => mail.includes(email)) ?? '')?.[1];
    if (token !== undefined) return token;
  }
  throw new Error('the verification mail did not come');
}

interface Target {
  readonly base: string;
  readonly world: World;
}

/** Fuzzes one document. @returns what failed, a line each */
async function fuzz(
  version: 'v1' | 'v2',
  operations: readonly Operation[],
  { base, world }: Target,
): Promise<string[]> {
  const reachedPath = join(home, `reached-${version}.json`);
  const args = [
    ...['--config-file', 'tests/fuzz/schemathesis.toml', 'run', `generated/${version}/openapi.json`, '--url', base],
    ...['--seed', options.seed],
    ...(only.length === 0 ? [] : operations.flatMap(({ id }) => ['--include-operation-id', id])),
    ...['--checks', 'all', '--phases', `examples,coverage,fuzzing${isLinked(version) ? ',stateful' : ''}`],
    ...['--max-examples', options.full ? '100' : '20', '--request-timeout', '20', '--no-color'],
    ...['--report', 'junit', '--report-junit-path', join(home, `junit-${version}.xml`)],
  ];
  const env = {
    ...process.env,
    FUZZ_BASE: base,
    FUZZ_WORLD: JSON.stringify(world),
    FUZZ_MAIL: join(home, 'mail'),
    FUZZ_REACHED: reachedPath,
  };
  const startedAt = performance.now();
  const child = spawn(join(root, '.venv/bin/st'), args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
  const [code] = (await once(child, 'exit')) as [number | null];
  console.log(`${version}: ${Math.round((performance.now() - startedAt) / 1000)} s, exit ${code}`);
  return [
    ...(code === 0 ? [] : [`${version}: Schemathesis ended with ${code}`]),
    ...unreached(reachedPath, operations),
  ];
}

/** Whether a link leads from a chosen operation to a chosen one: Schemathesis takes scenarios without links for an error. */
function isLinked(version: 'v1' | 'v2'): boolean {
  if (only.length === 0) return true;
  const document = JSON.parse(readFileSync(join(root, `generated/${version}/openapi.json`), 'utf8')) as Linked;
  return Object.values(document.paths)
    .flatMap((item) => Object.values(item))
    .filter(({ operationId }) => operationId !== undefined && only.includes(operationId))
    .flatMap(({ responses }) => Object.values(responses ?? {}).flatMap(({ links }) => Object.values(links ?? {})))
    .some(({ operationId }) => only.includes(operationId));
}

/** The operations that never answered well. */
function unreached(path: string, operations: readonly Operation[]): string[] {
  const reached = JSON.parse(readFileSync(path, 'utf8')) as Record<string, Record<string, number> | undefined>;
  return operations
    .filter(
      ({ method, path: template }) =>
        !Object.keys(reached[`${method} ${template}`] ?? {}).some((status) => status.startsWith('2')),
    )
    .map(({ id, version, method, path: template }) => {
      const statuses = JSON.stringify(reached[`${method} ${template}`] ?? {});
      return `${version} ${id}: never reached a 2xx, only ${statuses}`;
    });
}

process.exitCode = await main();
