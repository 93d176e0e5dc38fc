import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { expect } from 'chai';
import type { ContractViolation } from '../../../generated/v2/types.ts';
import type { AnyHandler } from '../../../src/contract/options.ts';
import { AppError } from '../../../src/problems/app-error.ts';
import { createAccount, type Account } from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { eventually } from '../../support/eventually.ts';
import { checkedFetch } from '../../support/contract/checked-fetch.ts';
import { bodyOf } from '../../support/factories.ts';
import { refusalOf } from '../../support/scene.ts';

const DAY_MS = 86_400_000;
const page = { limit: 50, has_more: false, next_cursor: null };

describe('v2 listContractViolations GET /contract/violations', () => {
  let outcome: Awaited<ReturnType<AnyHandler>>;
  const broken = async () => outcome;
  const refusing = async () => {
    throw new AppError('invalid_transition', 409, { from: 'todo', to: 'done' });
  };
  const app = useApp({
    app: {
      handlers: {
        v2: { listProjects: broken, listOrganizations: broken, getMe: broken, listMyInvitations: refusing },
      },
    },
  });
  let operator: Account;

  before(async () => {
    operator = await createAccount(app, { is_operator: true });
  });
  beforeEach(async () => {
    await operator.v2.GET('/api/v2/contract/violations');
    await app.query('DELETE FROM contract_violations');
  });

  async function violate(value: typeof outcome): Promise<void> {
    outcome = value;
    const { response, error } = await operator.v2.GET('/api/v2/projects');
    expect([response.status, error?.code]).to.deep.equal([500, 'contract_violated']);
  }

  const list = async (query: object = {}) =>
    bodyOf(await operator.v2.GET('/api/v2/contract/violations', { params: { query } }));
  const placesOf = ({ data }: { readonly data: readonly ContractViolation[] }) =>
    data.map(({ operation_id, part, pointer, violation_count }) => [operation_id, part, pointer, violation_count]);

  describe('200', () => {
    it('is empty while the contract is kept', async () => {
      expect(await list()).to.deep.equal({ data: [], page });
    });

    it('counts a problem that its operation does not declare', async () => {
      // Not by the client, which holds every response against the document and counts its code as seen.
      const headers = { authorization: `Bearer ${operator.token}` };
      const [response] = (await once(get(`${app.url}/api/v2/me/invitations`, { headers }), 'response')) as [
        IncomingMessage,
      ];
      response.resume();
      expect(response.statusCode).to.equal(409);
      expect(placesOf(await list())).to.deep.equal([['listMyInvitations', 'status', '409', 1]]);
    });

    it("groups violations of a handler's responses, whatever the index in a list", async () => {
      const begun = app.clock.now().toISOString();
      const wrong = { data: [1], page };
      await violate({ status: 200, body: wrong });
      app.clock.advance(60_000);
      await violate({ status: 200, body: { data: [], page, secret: 'leaked' } });
      await violate({ status: 200, body: { ...wrong, data: [2] } });
      const result = await list({ sort: '-violation_count' });
      expect(JSON.stringify(result)).not.to.include('leaked');
      const [type, unknown] = result.data;
      const shared = { version: 'v2', operation_id: 'listProjects', part: 'body', status: 200 };
      expect(type).to.include({ ...shared, pointer: '/data/*', keyword: 'type', violation_count: 2 });
      expect(unknown).to.include({
        ...shared,
        pointer: '/secret',
        keyword: 'additionalProperties',
        violation_count: 1,
      });
      expect(Date.parse(type!.last_at) - Date.parse(type!.first_at)).to.be.within(60_000, 70_000);
      expect(unknown!.last_at).to.equal(unknown!.first_at);
      expect(type!.first_at >= begun && type!.last_at > unknown!.last_at).to.equal(true);
      expect(result.data).to.have.length(2);
    });

    it('groups by status, header and media type, and counts a metric, too', async () => {
      await violate({ status: 202, body: {} });
      await violate({ status: 200, body: { data: [], page }, headers: { 'x-secret': 'a' } });
      await violate({ status: 200, body: '', headers: { 'content-type': 'text/csv' } });
      expect(placesOf(await list()).map(([, part, pointer]) => [part, pointer])).to.have.deep.members([
        ['status', '202'],
        ['header', 'x-secret'],
        ['content_type', ''],
      ]);
      const metrics = await (await checkedFetch(`${app.url}/metrics`)).text();
      for (const part of ['status', 'header', 'content_type', 'body']) {
        expect(metrics).to.match(
          new RegExp(
            `^contract_violations_total\\{operation_id="listProjects",version="v2",part="${part}"\\} [1-9]`,
            'm',
          ),
        );
      }
    });

    it('adds to earlier counts', async () => {
      await violate({ status: 202, body: {} });
      expect(placesOf(await list())).to.deep.equal([['listProjects', 'status', '202', 1]]);
      await violate({ status: 202, body: {} });
      expect(placesOf(await list())).to.deep.equal([['listProjects', 'status', '202', 2]]);
    });

    it('filters by operation', async () => {
      await violate({ status: 202, body: {} });
      await operator.v2.GET('/api/v2/organizations');
      expect(placesOf(await list({ operation_id: 'listOrganizations' }))).to.deep.equal([
        ['listOrganizations', 'status', '202', 1],
      ]);
    });

    it('pages by cursor in every order', async () => {
      for (const status of [202, 203, 204, 205, 206]) {
        for (let count = 200; count < status; count++) await violate({ status, body: {} });
        app.clock.advance(1000);
      }
      const ascending = ['202', '203', '204', '205', '206'];
      for (const key of ['last_at', 'first_at', 'violation_count'] as const) {
        for (const sort of [key, `-${key}`] as const) {
          const seen: string[] = [];
          let cursor: string | undefined;
          do {
            const query = { limit: 2, sort, include_total: true, ...(cursor === undefined ? {} : { cursor }) };
            const outcome = await list(query);
            expect(outcome.page.total).to.equal(5);
            seen.push(...outcome.data.map(({ pointer }) => pointer));
            cursor = outcome.page.next_cursor ?? undefined;
          } while (cursor !== undefined);
          expect(seen, sort).to.deep.equal(sort === key ? ascending : ascending.toReversed());
        }
      }
    });

    it('deletes violations that have not occurred for 90 days', async () => {
      await violate({ status: 202, body: {} });
      await list();
      app.clock.advance(DAY_MS);
      await violate({ status: 203, body: {} });
      await list();
      app.clock.advance(89.5 * DAY_MS);
      await app.query("SELECT graphile_worker.add_job('contract.sweep')");
      await eventually(async () => expect((await list()).data).to.have.length(1));
      expect(placesOf(await list())).to.deep.equal([['listProjects', 'status', '203', 1]]);
    });
  });

  describe('400', () => {
    it('refuses a cursor of another order', async () => {
      await violate({ status: 202, body: {} });
      await violate({ status: 203, body: {} });
      const { next_cursor: cursor } = (await list({ limit: 1 })).page;
      const query = { cursor: cursor!, sort: 'first_at' } as const;
      expect(refusalOf(await operator.v2.GET('/api/v2/contract/violations', { params: { query } }))).to.deep.equal({
        status: 400,
        code: 'validation_failed',
      });
    });
  });

  describe('403', () => {
    it('refuses the owner of an organization, who is no operator', async () => {
      const owner = await createAccount(app);
      expect(refusalOf(await owner.v2.GET('/api/v2/contract/violations'))).to.deep.equal({
        status: 403,
        code: 'forbidden',
      });
    });
  });
});
