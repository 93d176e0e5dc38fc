import { expect } from 'chai';
import type { AnyHandler } from '../../src/contract/options.ts';
import type { Db } from '../../src/platform/database.ts';
import { createAccount, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { checkedFetch } from '../support/contract/checked-fetch.ts';
import { eventually } from '../support/eventually.ts';
import { bearer } from '../support/sample-request.ts';

/** What the handlers that stand in for the product's do with their database. */
type Work = (db: Db) => Promise<unknown>;

const sleep = { name: 'test.sleep', text: 'SELECT pg_sleep($1)' };
const note = { name: 'test.note', text: 'INSERT INTO test_notes DEFAULT VALUES' };

describe('a request past its deadline', function () {
  this.timeout(60_000);
  let work: Work;
  const act: AnyHandler = async (_request, { db }) => {
    await work(db);
    return { status: 204, body: undefined };
  };
  const app = useApp({
    settings: { REQUEST_TIMEOUT_MS: '900', REQUEST_TIMEOUT_READ_MS: '400', POOL_MAX: '4' },
    app: { isWorking: false, handlers: { v2: { listProjects: act, deleteApiKey: act } } },
  });
  let account: Account;
  before(async () => {
    account = await createAccount(app);
    await app.query('CREATE TABLE test_notes (id bigint GENERATED ALWAYS AS IDENTITY)');
  });

  const ways: readonly (readonly [name: string, path: string, method: string, limitMs: number])[] = [
    ['a read', '/api/v2/projects', 'GET', 400],
    ['a change', `/api/v2/api-keys/01939b7c-2f4e-7a10-8c55-0a1b2c3d0900`, 'DELETE', 900],
  ];
  const works: readonly (readonly [name: string, work: Work])[] = [
    ['in a named statement', (db) => db.query(sleep, [30])],
    ['in a statement by knex', (db) => db.knex.raw('SELECT pg_sleep(30)')],
    ['in a composed query', async (db) => db.knex.select(db.knex.raw('pg_sleep(30)'))],
    ['in a transaction', (db) => db.transaction(async (tx) => tx.query(sleep, [30]))],
    [
      'in a transaction, by knex, two levels deep',
      (db) =>
        db.transaction((tx) =>
          tx.transaction(async (nested) => {
            await nested.knex.raw('SELECT pg_sleep(30)');
          }),
        ),
    ],
    [
      'in many short statements',
      async (db) => {
        for (let count = 0; count < 300; count++) await db.query(sleep, [0.1]);
      },
    ],
  ];

  for (const [way, path, method, limitMs] of ways) {
    for (const [name, slow] of works) {
      it(`${way} ${name}: 503 with Retry-After in time, nothing of it runs on or stays`, async () => {
        work = async (db) => {
          if (method === 'DELETE') await db.query(note, []);
          await slow(db);
        };
        const begun = performance.now();
        const response = await checkedFetch(`${app.url}${path}`, { method, headers: bearer(account) });
        const tookMs = performance.now() - begun;
        expect(response.status).to.equal(503);
        expect(response.headers.get('retry-after')).to.equal('1');
        expect(((await response.json()) as { code: string }).code).to.equal('service_unavailable');
        expect(tookMs).to.be.within(limitMs - 50, limitMs + 2500);
        await eventually(async () => {
          const running = await app.query(
            `SELECT query FROM pg_stat_activity
              WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name = 'architect'
                AND (state LIKE 'idle in transaction%' OR query LIKE '%pg_sleep%' AND state = 'active')`,
          );
          expect(running).to.deep.equal([]);
        });
        expect(await app.query('SELECT * FROM test_notes')).to.deep.equal([]);
      });
    }
  }

  it('lets go of the rows that it had locked', async () => {
    const id = account.user_id;
    work = async (db) => {
      await db.knex.raw('SELECT 1 FROM users WHERE id = ? FOR UPDATE', [id]);
      await db.query(sleep, [30]);
    };
    const [, path, method] = ways[1]!;
    const response = await checkedFetch(`${app.url}${path}`, { method, headers: bearer(account) });
    expect(response.status).to.equal(503);
    expect(await app.query('SELECT 1 FROM users WHERE id = $1 FOR UPDATE NOWAIT', [id])).to.have.length(1);
  });

  describe('beside others', () => {
    // Enough for those that take no longer than the machine needs.
    const app = useApp({
      settings: { REQUEST_TIMEOUT_READ_MS: '3000', POOL_MAX: '4' },
      app: { isWorking: false, handlers: { v2: { listProjects: act } } },
    });
    let account: Account;
    before(async () => {
      account = await createAccount(app);
    });

    it('gives its connections back: more of them than the pool has leave it as it was', async () => {
      work = (db) => db.query(sleep, [30]);
      const send = () => checkedFetch(`${app.url}/api/v2/projects`, { headers: bearer(account) });
      const statuses = (await Promise.all(Array.from({ length: 12 }, send))).map(({ status }) => status);
      expect(new Set(statuses)).to.deep.equal(new Set([503]));
      work = (db) => db.query(sleep, [0]);
      // The handler's response breaks the contract: what matters is that the database was asked.
      await eventually(async () => expect((await send()).status).to.equal(500));
      const { response } = await account.v2.GET('/api/v2/me');
      expect(response.status).to.equal(200);
    });

    it('touches nobody else: requests in time beside it succeed', async () => {
      work = (db) => db.query(sleep, [30]);
      const slow = checkedFetch(`${app.url}/api/v2/projects`, { headers: bearer(account) });
      const others = await Promise.all(Array.from({ length: 20 }, () => account.v2.GET('/api/v2/me')));
      expect(others.map(({ response }) => response.status)).to.deep.equal(Array.from({ length: 20 }, () => 200));
      expect((await slow).status).to.equal(503);
      expect((await account.v2.GET('/api/v2/me')).response.status).to.equal(200);
    });
  });
});
