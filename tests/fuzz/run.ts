import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { createHttpClient, type HttpClient } from '../../src/client/http-client.ts';
import { operations as operationsV1 } from '../../generated/v1/operations.ts';
import { operations as operationsV2 } from '../../generated/v2/operations.ts';
import type { Operation } from '../../src/contract/operation.ts';
import { newId } from '../../src/platform/ids.ts';
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/embedded-postgres.ts';
import { createPeople, type People } from './people.ts';
import { fuzz } from './schemathesis.ts';

// Fuzzes every operation of both documents with Schemathesis, as an authenticated user, against a server of its own.
// `make test` runs it for a short time and with a fixed seed, `make fuzz` (--full) for a longer one. Some operations
// alone, without a bound in time: `make fuzz OP=logIn,logOut SEED=7`.

const root = join(import.meta.dirname, '../..');
const home = join(root, '.data/fuzz');
const { values: options } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    seed: { type: 'string', default: '20261123' },
    seconds: { type: 'string' },
  },
});
/** For all operations together, however many these are; the server's start and a retry come on top. */
const seconds = Number(options.seconds ?? (options.full ? 540 : 300));
const only = options.only.split(',').filter((id) => id !== '');
const password = 'mauve tractor 71 lemonade';

interface Account {
  readonly user_id: string;
  readonly organization_id: string;
  readonly email: string;
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
    const total = chosen.v1.length + chosen.v2.length;
    if (total === 0) throw new Error(`neither document has an operation ${options.only}`);
    for (const version of ['v2', 'v1'] as const) {
      const operations = chosen[version];
      if (operations.length === 0) continue;
      const target = { base, home, world: await createWorld(base) };
      failures.push(
        ...(await fuzz(target, {
          ...{ version, operations, isSome: only.length > 0, seed: options.seed },
          seconds: only.length > 0 ? undefined : (seconds * operations.length) / total,
          examplesMax: options.full ? 100 : 20,
        })),
      );
    }
    for (const failure of failures) console.log(`failed: ${failure}`);
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
  const server = spawn('node', ['src/main.ts', 'serve'], { cwd: root, env, stdio: ['ignore', 'inherit', 'pipe'] });
  const lines = createInterface({ input: server.stderr });
  const base = await new Promise<string>((resolve, reject) => {
    lines.on('line', (line) => {
      const found = /listens on (\S+)/.exec(line)?.[1];
      if (found !== undefined) resolve(found);
      else console.error(line);
    });
    server.once('exit', (code) => reject(new Error(`the server ended with ${code} before it listened`)));
  });
  return { server, base };
}

/** Somebody with one of everything, and the token of their session. */
async function createWorld(base: string): Promise<World> {
  const email = `fuzz-${Date.now()}@fuzz.example`;
  const anonymous = createHttpClient({ baseUrl: base });
  must(await anonymous.POST('/api/v2/auth/register', { body: { email, name: 'Fuzz', password } }));
  const token = await verificationToken(email);
  const verified = must(await anonymous.POST('/api/v2/auth/email-verification', { body: { token } }));
  const people = await prepareAccount({ ...verified, email });
  const started = must(await anonymous.POST('/api/v2/auth/login', { body: { email, password } }));
  if (started.kind !== 'session') throw new Error('the world has no second factor');
  const client = createHttpClient({ baseUrl: base, apiKey: started.token });
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
  const reports = await prepareReports(client, project_id);
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
    ...{ milestone_id: milestone.id, ...reports, ...people },
    ...{ import_id: imported.id, api_key_id: key.id, entry_id: audited.data[0]?.id ?? '' },
  };
}

/** What programs report by, and what watches their reports. */
async function prepareReports(client: HttpClient, project_id: string): Promise<Readonly<Record<string, string>>> {
  const keyPath = '/api/v2/projects/{project_id}/reporting-keys';
  const key = must(await client.POST(keyPath, { params: { path: { project_id } }, body: { name: 'fuzz' } }));
  const watched = { project_id, name: 'Fuzz', kind: 'threshold' } as const;
  const rule = must(await client.POST('/api/v2/error-alert-rules', { body: watched }));
  const mapPath = '/api/v2/projects/{project_id}/source-maps';
  const map = { version: 3, sources: ['a.js'], names: [], mappings: 'AAAA' };
  const upload = { params: { path: { project_id } }, body: { release: 'fuzz', file: 'a.js', map } };
  const sourceMap = must(await client.POST(mapPath, upload));
  const reports = [{ type: 'FuzzError', message: 'Fuzz' }];
  const { results } = must(await client.POST('/api/v2/errors', { body: { project_id, reports } }));
  const events = [{ source: '/fuzz', type: 'fuzz.happened' }];
  const recorded = must(await client.POST('/api/v2/events', { body: { events } }));
  const event_id = recorded.results[0]?.event_id ?? '';
  const { id: reporting_key_id, project_number, public_key } = key;
  const names = { reporting_key_id, project_number: String(project_number), public_key };
  return { ...names, rule_id: rule.id, event_id, source_map_id: sourceMap.id, error_id: results[0]!.error_id };
}

/** Operators run the installation; no operation makes one. And nobody is alone in an organization. */
async function prepareAccount(account: Account): Promise<People & { readonly incident_id: string }> {
  return withDatabase(async (client) => {
    await client.query('UPDATE users SET is_operator = true WHERE id = $1', [account.user_id]);
    const incident_id = await createIncident(client);
    return { ...(await createPeople(client, account)), incident_id };
  });
}

/** As if a job had failed: one of its own for each world, because a part has one open incident. */
async function createIncident(client: pg.Client): Promise<string> {
  const id = newId();
  await client.query(
    `INSERT INTO incidents (id, kind, service, title, status, occurrence_count, opened_at, last_seen_at, created_at, updated_at)
     VALUES ($1, 'job', $2, 'A job failed', 'open', 1, now(), now(), now(), now())`,
    [id, `fuzz-${id}`],
  );
  return id;
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

process.exitCode = await main();
