import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { createApp, type App } from '../../src/app.ts';
import { loadConfig } from '../../src/config.ts';
import { clientsOf, createAccount, createSession, type Account, type BrowserSession } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { eventually } from '../support/eventually.ts';
import { bodyOf } from '../support/factories.ts';

interface Person {
  readonly account: Account;
  readonly session: BrowserSession;
}

describe('Concurrency_SessionManagement', function () {
  this.timeout(60_000);
  const app = useApp({});
  let people: Person[];

  beforeEach(async () => {
    people = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const account = await createAccount(app);
        return { account, session: await createSession(app, account) };
      }),
    );
  });

  it("never shows one of 20 users another's session in 100 parallel operations", async () => {
    const operations = people.flatMap(({ account, session }) => {
      const { v2 } = clientsOf(app, session.token);
      const { user_id } = account;
      const own = async (found: Promise<readonly string[]>): Promise<boolean> =>
        (await found).every((id) => id === user_id);
      const sessions = async (): Promise<string[]> =>
        bodyOf(await v2.GET('/api/v2/me/sessions')).data.map((one) => one.user_id);
      return [
        own(v2.GET('/api/v2/me').then((result) => [bodyOf(result).id])),
        own(sessions()),
        own(sessions()),
        own(account.v2.GET('/api/v2/me').then((result) => [bodyOf(result).id])),
        v2.GET('/api/v2/auth/csrf-token').then((result) => bodyOf(result).csrf_token === session.csrf_token),
      ];
    });
    expect(operations).to.have.length(100);
    expect(await Promise.all(operations)).to.deep.equal(Array(100).fill(true));
  });

  it('gives each of 20 parallel rotations its own successor; the old tokens open nothing', async () => {
    const rotated = await Promise.all(
      people.map(async ({ account, session }) => {
        const { v2 } = clientsOf(app, session.token);
        return { account, session, start: bodyOf(await v2.POST('/api/v2/auth/rotation')) };
      }),
    );
    for (const { account, session, start } of rotated) {
      expect(start.user.id).to.equal(account.user_id);
      expect(start.session.user_id).to.equal(account.user_id);
      expect((await clientsOf(app, session.token).v2.GET('/api/v2/me')).response.status).to.equal(401);
      expect(bodyOf(await clientsOf(app, start.token).v2.GET('/api/v2/me')).id).to.equal(account.user_id);
    }
  });

  it('lets one of five parallel rotations of one session succeed', async () => {
    const [{ session }] = people as [Person];
    const { v2 } = clientsOf(app, session.token);
    const results = await Promise.all(Array.from({ length: 5 }, () => v2.POST('/api/v2/auth/rotation')));
    const statuses = results.map(({ response }) => response.status).sort();
    expect(statuses).to.deep.equal([200, 401, 401, 401, 401]);
  });
});

describe('DataConsistency_SessionUserMapping', function () {
  this.timeout(60_000);
  const app = useApp({});
  let second: App;
  let url: string;
  let dataDir: string;

  before(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'architect-second-'));
    const settings = { NODE_ENV: 'test', HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'fatal', POOL_MAX: '4' };
    const environment = { ...settings, DATA_DIR: dataDir, DATABASE_URL: app.databaseUrl };
    second = await createApp(loadConfig(environment), { clock: app.clock });
    url = `http://127.0.0.1:${(await second.start()).port}`;
  });
  after(async () => {
    await second.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const statusAt = async (one: string, token: string): Promise<number> =>
    (await clientsOf({ url: one }, token).v2.GET('/api/v2/me')).response.status;
  const statuses = (token: string): Promise<number[]> => Promise.all([app.url, url].map((one) => statusAt(one, token)));

  /** The process that made the change knows it at once; the other one learns of it. */
  async function expectRefusal(token: string, changed: string): Promise<void> {
    expect(await statusAt(changed, token)).to.equal(401);
    await eventually(async () => expect(await statuses(token)).to.deep.equal([401, 401]));
  }

  it('ends a session that an operator revokes in every process', async () => {
    const operator = await createAccount(app, { is_operator: true });
    const { session_id, token } = await createSession(app, await createAccount(app));
    expect(await statuses(token)).to.deep.equal([200, 200]);
    const params = { path: { session_id } };
    const { v2 } = clientsOf({ url }, operator.token);
    expect((await v2.DELETE('/api/v2/sessions/{session_id}', { params })).response.status).to.equal(204);
    await expectRefusal(token, url);
  });

  it('ends the sessions and keys of a closed and of a deleted account in every process', async () => {
    const operator = await createAccount(app, { is_operator: true });
    for (const action of ['close', 'delete'] as const) {
      const account = await createAccount(app);
      const { token } = await createSession(app, account);
      expect(await statuses(token)).to.deep.equal([200, 200]);
      const params = { path: { user_id: account.user_id } };
      if (action === 'delete') await operator.v2.DELETE('/api/v2/users/{user_id}', { params });
      else await operator.v2.PATCH('/api/v2/users/{user_id}', { params, body: { deactivated: true } });
      for (const ended of [token, account.token]) await expectRefusal(ended, app.url);
    }
  });

  it('has no session without its user, and each shows its own', async () => {
    const operator = await createAccount(app, { is_operator: true });
    const made = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const account = await createAccount(app);
        return { account, session: await createSession(app, account) };
      }),
    );
    for (const { account } of made.slice(0, 5)) {
      await operator.v2.DELETE('/api/v2/users/{user_id}', { params: { path: { user_id: account.user_id } } });
    }
    const query = { limit: 100 };
    const { data } = bodyOf(await operator.v2.GET('/api/v2/sessions', { params: { query } }));
    const owners = new Map(data.map(({ id, user_id }) => [id, user_id]));
    expect(made.map(({ session }) => owners.get(session.session_id))).to.deep.equal(
      made.map(({ account }, index) => (index < 5 ? undefined : account.user_id)),
    );
    const orphans = await app.query(
      'SELECT id FROM sessions s WHERE NOT EXISTS (SELECT FROM users WHERE id = s.user_id)',
    );
    expect(orphans).to.deep.equal([]);
  });
});
