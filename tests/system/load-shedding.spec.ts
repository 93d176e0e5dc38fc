import { request } from 'node:http';
import { expect } from 'chai';
import pg from 'pg';
import type { Project } from '../../generated/v2/types.ts';
import { WAITERS_MIN } from '../../src/platform/load-watch.ts';
import type { Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { checkedFetch } from '../support/contract/checked-fetch.ts';
import { eventually } from '../support/eventually.ts';
import { createProject, createTask } from '../support/factories.ts';
import { leastOfThree } from '../support/least-of.ts';
import { valueOf } from '../support/monitoring/exposition.ts';
import { createAccountWithPassword, password } from '../support/passwords.ts';

const POOL_MAX = 2;
/** Fewer than an account may try. */
const LOG_INS = 6;
const REFUSAL_MS_MAX = 50;

interface Given {
  readonly status: number | undefined;
  readonly retryAfter: string | undefined;
  readonly elapsedMs: number;
}

describe('a server with more work than connections to its database', function () {
  this.timeout(60_000);
  // Jobs would use the same connections.
  const app = useApp({
    settings: {
      ...{ LOAD_SHEDDING_ENABLED: 'true', POOL_MAX: String(POOL_MAX) },
      ...{ POOL_LOCK_TIMEOUT_MS: '20000', POOL_ACQUIRE_TIMEOUT_MS: '20000' },
      ...{ REQUEST_TIMEOUT_MS: '60000', REQUEST_TIMEOUT_READ_MS: '60000' },
    },
    // A cached read that is compared with the database needs a connection.
    isVerified: false,
    app: { isWorking: false },
  });
  let account: Account;
  let project: Project;
  let holder: pg.Client;
  let holding: readonly Promise<{ readonly response: Response }>[];
  /** As many as may always wait; log-ins are never refused, however many wait. */
  let waiting: readonly Promise<{ readonly response: Response }>[];

  /** Reads the table that is locked. Requests of different lengths share no response. */
  const list = (limit: number) =>
    account.v2.GET('/api/v2/projects/{project_id}/tasks', {
      params: { path: { project_id: project.id }, query: { limit } },
    });

  const logIn = () => account.v2.POST('/api/v2/auth/login', { body: { email: account.email, password } });

  /** Sends a request on a connection of its own, because a second refusal on the same one is held. */
  const send = (method: string, path: string, body = '{}'): Promise<Given> =>
    new Promise((resolve, reject) => {
      const startedAt = performance.now();
      const headers = { authorization: `Bearer ${account.token}`, 'content-type': 'application/json' };
      const sent = request(`${app.url}${path}`, { method, headers, agent: false }, (response) => {
        const elapsedMs = performance.now() - startedAt;
        response.resume();
        resolve({ status: response.statusCode, retryAfter: response.headers['retry-after'], elapsedMs });
      });
      sent.on('error', reject).end(method === 'GET' ? undefined : body);
    });

  const metric = async (series: string): Promise<number> =>
    valueOf(await (await checkedFetch(`${app.url}/metrics`)).text(), series);

  // Ends before the server stops.
  describe('whose connections are all in use', () => {
    before(async () => {
      account = await createAccountWithPassword(app);
      project = await createProject(account);
      const read = await account.v2.GET('/api/v2/projects/{project_id}', {
        params: { path: { project_id: project.id } },
      });
      expect(read.response.status).to.equal(200);
      holder = new pg.Client({ connectionString: app.databaseUrl });
      await holder.connect();
      await holder.query('BEGIN');
      await holder.query('LOCK TABLE tasks IN ACCESS EXCLUSIVE MODE');
      holding = Array.from({ length: POOL_MAX }, (_, index) => list(index + 1));
      await eventually(async () =>
        expect(await metric('database_pool_connections{state="active"}')).to.equal(POOL_MAX),
      );
      // Writers of counts in the background wait, too.
      const lists = Array.from({ length: WAITERS_MIN - LOG_INS - 2 }, (_, index) => list(POOL_MAX + index + 1));
      waiting = [...lists, ...Array.from({ length: LOG_INS + 2 }, logIn)];
      await eventually(async () => {
        expect(await metric('database_pool_waiters')).to.be.at.least(WAITERS_MIN);
        // Longer than a pause of the machine.
        expect(await metric('load_delay_seconds{queue="database"}')).to.be.greaterThan(0.2);
      });
    });

    after(async () => {
      await holder.end();
      await Promise.all([...holding, ...waiting]);
    });

    it('refuses a change at once, and says when to repeat it', async () => {
      const given: Given[] = [];
      const leastMs = await leastOfThree(async () => {
        const one = await send('POST', `/api/v2/projects/${project.id}/tasks`);
        given.push(one);
        return one.elapsedMs;
      }, REFUSAL_MS_MAX);
      for (const { status, retryAfter } of given)
        expect({ status, retryAfter }).to.deep.equal({ status: 503, retryAfter: '1' });
      expect(leastMs).to.be.below(REFUSAL_MS_MAX);
    });

    it('refuses a read that needs a connection', async () => {
      expect(await send('GET', `/api/v2/projects/${project.id}/tasks`)).to.include({
        status: 503,
        retryAfter: '1',
      });
    });

    it('serves a read that needs none', async () => {
      expect((await send('GET', `/api/v2/projects/${project.id}`)).status).to.equal(200);
    });

    it('serves monitoring, which shows what it refuses', async () => {
      for (const path of ['/health', '/health/liveness', '/health/readiness'])
        expect((await send('GET', path)).status, path).to.equal(200);
      expect(await metric('http_requests_shed_total{reason="database"}')).to.be.greaterThan(1);
      expect(await metric('load_delay_seconds{queue="database"}')).to.be.greaterThan(0.05);
    });

    it('serves all that waits, log-ins too, and every request after them, once a connection is free', async () => {
      await holder.query('COMMIT');
      for (const { response } of await Promise.all([...holding, ...waiting])) expect(response.status).to.equal(200);
      expect(await createTask(account, project)).to.have.property('id');
    });
  });

  describe('whose changes all wait for one row', () => {
    const changes: Promise<Given>[] = [];

    before(async () => {
      account = await createAccountWithPassword(app);
      project = await createProject(account);
      holder = new pg.Client({ connectionString: app.databaseUrl });
      await holder.connect();
      await holder.query('BEGIN');
      await holder.query('SELECT 1 FROM projects WHERE id = $1 FOR UPDATE', [project.id]);
      for (let count = 0; count < WAITERS_MIN + 1; count += 1)
        changes.push(send('POST', tasksPath(), '{"title":"Wait"}'));
      // The one that works has a connection, the others wait in memory.
      await eventually(async () =>
        expect(await metric('http_requests_in_flight')).to.be.greaterThan(changes.length - 1),
      );
    });

    after(() => holder.end());

    const tasksPath = (): string => `/api/v2/projects/${project.id}/tasks`;

    it('refuses further ones at once, and no other change', async () => {
      await eventually(async () => {
        changes.push(send('POST', tasksPath(), '{"title":"Wait"}'));
        expect(await metric('http_requests_shed_total{reason="row"}')).to.be.greaterThan(0);
      });
      const { status, retryAfter } = await send('POST', tasksPath(), '{"title":"Too late"}');
      expect({ status, retryAfter }).to.deep.equal({ status: 503, retryAfter: '1' });
      expect(await metric('load_delay_seconds{queue="row"}')).to.be.greaterThan(0.2);
      const other = await createProject(account);
      expect((await send('POST', `/api/v2/projects/${other.id}/tasks`, '{"title":"Free"}')).status).to.equal(201);
    });

    it('serves all that waits once the row is free', async () => {
      await holder.query('COMMIT');
      const statuses = (await Promise.all(changes)).map(({ status }) => status);
      expect(new Set(statuses.slice(0, WAITERS_MIN + 1))).to.deep.equal(new Set([201]));
      expect(new Set(statuses.filter((status) => status !== 201))).to.deep.equal(new Set([503]));
      expect((await send('POST', tasksPath(), '{"title":"Again"}')).status).to.equal(201);
    });
  });
});
