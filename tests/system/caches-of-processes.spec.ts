import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'chai';
import { LEASE_MS } from '../../src/cache/lease.ts';
import { clientsOf, createAccount, createMember, createSession, type Account } from '../support/accounts.ts';
import { eventually } from '../support/eventually.ts';
import { createProject, createTask } from '../support/factories.ts';
import { openNetwork, type Network } from '../support/network.ts';
import { startRedis, type RedisServer } from '../support/redis-server.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { useServers } from '../support/use-servers.ts';

// Two server processes on one database: what changes at the first is seen at the second within 100 ms, and the old value
// never again, whatever happens to what connects them.

/** A change within this time is seen by every process. */
const SEEN_WITHIN_MS = 100;
/** How long the second process is asked after a change. */
const WATCHED_MS = 1000;

/** What one client sees at the second server: a short text. */
type Look = () => Promise<string>;

interface Change {
  readonly look: Look;
  readonly before: string;
  readonly after: string;
  /** Makes the change at the first server, and resolves when that has responded. */
  readonly make: () => Promise<{ readonly response: Response }>;
}

interface Pair {
  readonly first: ServerProcess;
  readonly second: ServerProcess;
  readonly owner: Account;
  readonly member: Account;
}

type Prepare = (pair: Pair) => Promise<Change>;

const statusOf = async (call: Promise<{ readonly response: Response }>): Promise<string> =>
  String((await call).response.status);

const taskChange: Prepare = async ({ second, owner, member }) => {
  const task = await createTask(owner, await createProject(owner), { title: 'first' });
  const params = { path: { task_id: task.id } };
  const at = clientsOf(second, member.token);
  return {
    look: async () => (await at.v2.GET('/api/v2/tasks/{task_id}', { params })).data?.title ?? 'none',
    before: 'first',
    after: 'second',
    make: () => owner.v2.PATCH('/api/v2/tasks/{task_id}', { params, body: { title: 'second' } }),
  };
};

const changes: Readonly<Record<string, Prepare>> = {
  'a new title of a task': taskChange,
  'a session that is revoked': async ({ first, second, owner }) => {
    const { session_id, token } = await createSession(first, owner);
    const { v2 } = clientsOf(second, token);
    const other = clientsOf(first, (await createSession(first, owner)).token);
    const params = { path: { session_id } };
    return {
      look: () => statusOf(v2.GET('/api/v2/me')),
      before: '200',
      after: '401',
      make: () => other.v2.DELETE('/api/v2/me/sessions/{session_id}', { params }),
    };
  },
  'an API key that is deleted': async ({ second, owner, member }) => {
    const params = { path: { api_key_id: member.api_key_id } };
    const { v2 } = clientsOf(second, member.token);
    return {
      look: () => statusOf(v2.GET('/api/v2/me')),
      before: '200',
      after: '401',
      make: () => owner.v2.DELETE('/api/v2/api-keys/{api_key_id}', { params }),
    };
  },
  'a member who is removed': async ({ second, owner, member }) => {
    const project = await createProject(owner);
    const { v2 } = clientsOf(second, member.token);
    const path = { organization_id: owner.organization_id, user_id: member.user_id };
    return {
      look: async () => {
        const { response } = await v2.GET('/api/v2/projects/{project_id}', {
          params: { path: { project_id: project.id } },
        });
        return response.ok ? 'shown' : 'hidden';
      },
      before: 'shown',
      after: 'hidden',
      make: () => owner.v2.DELETE('/api/v2/organizations/{organization_id}/members/{user_id}', { params: { path } }),
    };
  },
  'a role that is taken away': async ({ first, second, owner }) => {
    const admin = await createAccount(first, { organization_id: owner.organization_id, role: 'admin' });
    const { v2 } = clientsOf(second, admin.token);
    const path = { organization_id: owner.organization_id, user_id: admin.user_id };
    return {
      look: () => statusOf(v2.GET('/api/v2/audit-log')),
      before: '200',
      after: '403',
      make: () =>
        owner.v2.PATCH('/api/v2/organizations/{organization_id}/members/{user_id}', {
          params: { path },
          body: { role: 'viewer' },
        }),
    };
  },
  'a project that becomes private': async ({ second, owner, member }) => {
    const project = await createProject(owner);
    const task = await createTask(owner, project);
    const { v2 } = clientsOf(second, member.token);
    return {
      look: () => statusOf(v2.GET('/api/v2/tasks/{task_id}', { params: { path: { task_id: task.id } } })),
      before: '200',
      after: '404',
      make: () =>
        owner.v2.PATCH('/api/v2/projects/{project_id}', {
          params: { path: { project_id: project.id } },
          body: { visibility: 'private' },
        }),
    };
  },
};

/** Asks as fast as possible. @returns what was seen, with the time since the change at which each request was sent */
async function watch(
  look: Look,
  since: number,
): Promise<readonly { readonly sentMs: number; readonly seen: string }[]> {
  const found: { readonly sentMs: number; readonly seen: string }[] = [];
  for (let sentMs = 0; sentMs < WATCHED_MS;) {
    sentMs = performance.now() - since;
    found.push({ sentMs, seen: await look() });
  }
  return found;
}

async function expectSeen({ look, before, after, make }: Change): Promise<void> {
  for (let times = 0; times < 5; times++) expect(await look()).to.equal(before);
  expect((await make()).response.ok, 'the change').to.equal(true);
  const found = await watch(look, performance.now());
  const late = found.filter(({ sentMs }) => sentMs >= SEEN_WITHIN_MS).map(({ seen }) => seen);
  expect([...new Set(late)], `${late.length} looks`).to.deep.equal([after]);
}

describe('the caches of two processes', function () {
  this.timeout(120_000);
  const prepare = useServers();
  let redis: RedisServer | undefined;
  let network: Network | undefined;
  afterEach(async () => {
    await network?.close();
    await redis?.stop();
    redis = network = undefined;
  });

  async function startPair(settings: Readonly<Record<string, string>> = {}): Promise<Pair> {
    const first = await prepare(settings);
    const second = await prepare({ DATABASE_URL: first.databaseUrl, ...settings });
    await first.start();
    await second.start('--no-worker');
    const owner = await createAccount(first);
    return { first, second, owner, member: await createMember(first, owner) };
  }

  /** Two servers whose Redis is behind a network that the test interrupts. */
  async function startPairWithRedis(): Promise<Pair> {
    redis = await startRedis();
    network = await openNetwork(Number(new URL(redis.url).port));
    return startPair({ REDIS_URL: network.through(redis.url) });
  }

  for (const [way, start] of [['PostgreSQL', () => startPair()] as const, ['Redis', startPairWithRedis] as const]) {
    it(`see every kind of change within 100 ms, over ${way}`, async () => {
      const { first, second, owner } = await start();
      for (const [name, prepareChange] of Object.entries(changes)) {
        const member = await createMember(first, owner);
        await expectSeen(await prepareChange({ first, second, owner, member })).catch((error: unknown) => {
          throw new Error(name, { cause: error });
        });
      }
    });
  }

  const faults: Readonly<Record<string, (wire: Network) => Promise<unknown>>> = {
    'is killed': (wire) => wire.goDown(),
    hangs: async (wire) => wire.stallAll(),
    'was away and is back': async (wire) => {
      await wire.goDown();
      wire.comeBack();
    },
  };
  for (const [fault, cause] of Object.entries(faults)) {
    it(`see a change while Redis ${fault}`, async () => {
      const pair = await startPairWithRedis();
      const change = await taskChange(pair);
      for (let times = 0; times < 5; times++) expect(await change.look()).to.equal('first');
      await cause(network!);
      await expectSeen(change);
    });
  }

  it('see a change while the connections that listen are cut', async () => {
    const pair = await startPair();
    const change = await taskChange(pair);
    const cut = (): Promise<unknown> =>
      pair.first.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND application_name = 'architect cache'`,
      );
    expect(await change.look()).to.equal('first');
    await cut();
    await expectSeen({ ...change, make: async () => (await Promise.all([change.make(), cut()]))[0] });
  });

  it('see a change that was made while the process was stopped, with its first response', async () => {
    const pair = await startPair();
    const change = await taskChange(pair);
    for (let times = 0; times < 5; times++) expect(await change.look()).to.equal('first');
    process.kill(pair.second.pid(), 'SIGSTOP');
    await change.make();
    // A shorter stop is within the time that a change may take to be seen.
    await delay(LEASE_MS);
    // It waits in the socket until the process continues.
    const first = change.look();
    process.kill(pair.second.pid(), 'SIGCONT');
    expect(await first).to.equal('second');
  });

  it('go on with what they hold while PostgreSQL is away, if there is Redis', async () => {
    redis = await startRedis();
    const first = await prepare({ REDIS_URL: redis.url });
    network = await openNetwork(Number(new URL(first.databaseUrl).port));
    const throughNetwork = { DATABASE_URL: network.through(first.databaseUrl), POOL_ACQUIRE_TIMEOUT_MS: '1000' };
    const [held, unheld] = [
      await prepare({ ...throughNetwork, REDIS_URL: redis.url }),
      await prepare({ ...throughNetwork }),
    ];
    for (const server of [first, held, unheld]) await server.start();
    const owner = await createAccount(first);
    const task = await createTask(owner, await createProject(owner));
    const params = { path: { task_id: task.id } };
    const lookAt = (server: ServerProcess) =>
      statusOf(clientsOf(server, owner.token).v2.GET('/api/v2/tasks/{task_id}', { params }));
    for (const server of [held, unheld]) for (let times = 0; times < 5; times++) await lookAt(server);
    await network.goDown();
    await eventually(async () => expect(await lookAt(held)).to.equal('200'));
    for (let times = 0; times < 20; times++) expect(await lookAt(held)).to.equal('200');
    expect(await lookAt(unheld)).to.equal('503');
    network.comeBack();
    await eventually(async () => expect(await lookAt(unheld)).to.equal('200'));
  });
});
