import { expect } from 'chai';
import pg from 'pg';
import { operations as operationsV1 } from '../../generated/v1/operations.ts';
import { operations as operationsV2 } from '../../generated/v2/operations.ts';
import { problems } from '../../generated/problems.ts';
import type { AnyHandler } from '../../src/contract/options.ts';
import { newId } from '../../src/platform/ids.ts';
import { createAccount, createSession, type Account, type BrowserSession } from '../support/accounts.ts';
import { checkedFetch } from '../support/contract/checked-fetch.ts';
import { startApp, useApp, type TestApp } from '../support/app.ts';
import { documentedOperations } from '../support/contract/document.ts';
import { expectError, forEach, isUnsafe, nameOf, takes } from '../support/every-operation.ts';
import { bearer, sampleRequest, send } from '../support/sample-request.ts';
import { createWorld, nowhere, type World } from '../support/world.ts';

/** Every handler of a version replaced by the same one. */
function allOf(table: readonly { readonly id: string }[], handler: AnyHandler): Record<string, AnyHandler> {
  return Object.fromEntries(table.map(({ id }) => [id, handler]));
}

function replaced(handler: AnyHandler) {
  return { v1: allOf(operationsV1, handler), v2: allOf(operationsV2, handler) };
}

describe('every operation: faults of ours', () => {
  describe('500 for a response that breaks the contract, and nothing of it stays', () => {
    let effects: string[] = [];
    const app = useApp({
      app: {
        isWorking: false,
        handlers: replaced(async (_request, unit) => {
          const id = newId();
          effects.push(id);
          const values = { id, name: 'Broken', slug: `broken-${id}`, created_at: unit.now, updated_at: unit.now };
          await unit.db.knex('organizations').insert(values);
          return { status: 200, body: { secret: 'leaked' } };
        }),
      },
    });
    let account: Account;

    before(async () => {
      account = await createAccount(app, { is_operator: true });
    });
    beforeEach(() => {
      effects = [];
    });

    forEach(documentedOperations, async (operation) => {
      const sample = sampleRequest(operation, { ...nowhere, organization_id: account.organization_id });
      const result = await send(app, sample, { headers: bearer(account) });
      const text = JSON.stringify(await expectError(result, 500, 'contract_violated'));
      expect(text).not.to.include('leaked');
      expect(effects).to.have.length(1);
      // Reads have no transaction, and `x-transaction: none` makes its own.
      if (!isUnsafe(operation) || operation.written['x-transaction'] === 'none') return;
      expect(await app.query('SELECT id FROM organizations WHERE id = $1', effects)).to.deep.equal([]);
    });

    it('counts every one of them', async () => {
      const text = await (await checkedFetch(`${app.url}/metrics`)).text();
      for (const { version, id } of documentedOperations) {
        const labels = `operation_id="${id}",version="${version}",part="[a-z_]+"`;
        expect(text, id).to.match(new RegExp(`contract_violations_total\\{${labels}\\} [1-9]`));
      }
    });
  });

  describe('500 for a bug, without a word about it', () => {
    const app = useApp({
      app: {
        isWorking: false,
        handlers: replaced(() => Promise.reject(new TypeError('select secret from vault'))),
      },
    });

    let account: Account;
    before(async () => {
      account = await createAccount(app, { is_operator: true });
    });

    forEach(documentedOperations, async (operation) => {
      const sample = sampleRequest(operation, { ...nowhere, organization_id: account.organization_id });
      const result = await send(app, sample, { headers: bearer(account) });
      const text = JSON.stringify(await expectError(result, 500, 'internal_error'));
      expect(text).not.to.match(/vault|TypeError|\bat /);
    });

    it('goes on', async () => {
      for (let repetition = 0; repetition < 3; repetition += 1) {
        const { error, response } = await account.v2.GET('/api/v2/projects');
        expect(response.status).to.equal(500);
        expect(error?.code).to.equal('internal_error');
        expect(JSON.stringify(error)).not.to.match(/vault|TypeError|\bat /);
      }
    });
  });

  describe('503 with Retry-After when there is more work than can be taken on', () => {
    const app = useApp({
      app: {
        isWorking: false,
        handlers: replaced(() => Promise.reject(problems.overloaded({}, { headers: { 'retry-after': '1' } }))),
      },
    });
    let account: Account;

    before(async () => {
      account = await createAccount(app, { is_operator: true });
    });

    forEach(documentedOperations, async (operation) => {
      const sample = sampleRequest(operation, { ...nowhere, organization_id: account.organization_id });
      const result = await send(app, sample, { headers: bearer(account) });
      await expectError(result, 503, 'overloaded');
      expect(Number(result.headers.get('retry-after'))).to.be.within(1, 60);
    });
  });

  describe('409 idempotency_in_progress while the same request is still running', () => {
    let begun = Promise.withResolvers<undefined>();
    let released = Promise.withResolvers<undefined>();
    const app = useApp({
      app: {
        isWorking: false,
        handlers: replaced(async () => {
          begun.resolve(undefined);
          await released.promise;
          throw problems.overloaded({}, { headers: { 'retry-after': '1' } });
        }),
      },
    });
    let session: BrowserSession;
    let ids: World['ids'];

    before(async () => {
      const account = await createAccount(app, { is_operator: true });
      ids = { ...nowhere, organization_id: account.organization_id };
      session = await createSession(app, account, { csrf_token: 'unused' });
    });
    beforeEach(() => {
      begun = Promise.withResolvers();
      released = Promise.withResolvers();
    });

    forEach(documentedOperations.filter(takes('Idempotency-Key')), async (operation) => {
      const sample = sampleRequest(operation, ids);
      const headers = { ...bearer(session), 'idempotency-key': newId() };
      const first = send(app, sample, { headers });
      await begun.promise;
      const second = await send(app, sample, { headers });
      released.resolve(undefined);
      await expectError(second, 409, 'idempotency_in_progress');
      expect(Number(second.headers.get('retry-after'))).to.be.within(1, 60);
      // It failed, so the key is free again.
      await expectError(await first, 503, 'overloaded');
      await expectError(await send(app, sample, { headers }), 503, 'overloaded');
    });
  });

  describe('503 with Retry-After while the database does not respond', () => {
    let app: TestApp;
    let world: World;

    before(async function () {
      this.timeout(60_000);
      app = await startApp({ settings: { POOL_ACQUIRE_TIMEOUT_MS: '500' } });
      world = await createWorld(app);
      await closeDoor(app.databaseUrl);
    });
    after(async function () {
      this.timeout(60_000);
      await app.stop();
    });

    for (const operation of documentedOperations.filter(({ id }) => id !== 'getLiveness')) {
      it(nameOf(operation), async () => {
        const result = await send(app, sampleRequest(operation, world.ids), { headers: bearer(world.owner) });
        await expectError(result, 503, 'service_unavailable');
        expect(Number(result.headers.get('retry-after'))).to.be.within(1, 60);
      });
    }

    it('the process itself stays alive', async () => {
      const { data, response } = await app.v2.GET('/health/liveness');
      expect([response.status, data]).to.deep.equal([200, { alive: true }]);
    });
  });

  describe('410 past the sunset, naming the successor', () => {
    const app = useApp({});
    let world: World;

    before(async () => {
      world = await createWorld(app);
      app.clock.advance(3 * 365 * 86_400_000);
    });

    forEach(
      documentedOperations.filter(({ version }) => version === 'v1'),
      async (operation) => {
        const result = await send(app, sampleRequest(operation, world.ids), { headers: bearer(world.owner) });
        const { message } = await expectError(result, 410, 'operation_retired');
        expect(message).to.include('/api/v2/');
        expect(result.headers.get('link')).to.match(/<[^>]*\/api\/v2\/[^>]*>; rel="successor-version"/);
      },
    );
  });
});

/** Cuts every connection to a database and lets no new one in. */
async function closeDoor(url: string): Promise<void> {
  const target = new URL(url);
  const name = target.pathname.slice(1);
  target.pathname = '/postgres';
  const admin = new pg.Client({ connectionString: target.href });
  await admin.connect();
  await admin.query(`ALTER DATABASE ${pg.escapeIdentifier(name)} WITH ALLOW_CONNECTIONS false`);
  await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
  await admin.end();
}
