import { expect } from 'chai';
import type { OperationUsage } from '../../../generated/v2/types.ts';
import {
  clientsOf,
  createAccount,
  createKey,
  createMember,
  createSession,
  type Account,
} from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { bodyOf, createProject } from '../../support/factories.ts';
import { refusalOf } from '../../support/scene.ts';

const DAY_MS = 86_400_000;

describe('v2 listOperationUsage GET /contract/usage', () => {
  // One of its own: it moves the clock.
  const app = useApp({});
  let admin: Account;
  let other: Account;
  const today = (): string => app.clock.now().toISOString().slice(0, 10);

  beforeEach(async () => {
    app.clock.resetToNoon();
    admin = await createAccount(app);
    other = await createMember(app, admin, 'member');
  });

  const list = async (query: object = {}, reader = admin) =>
    bodyOf(await reader.v2.GET('/api/v2/contract/usage', { params: { query } }));
  const namesOf = ({ operation_id, query_parameters, body_fields }: OperationUsage) => [
    operation_id,
    query_parameters.map(({ name }) => name),
    body_fields.map(({ name }) => name),
  ];

  describe('200', () => {
    it('lists who used an operation, with the names of what was sent', async () => {
      const project = await createProject(admin);
      const params = { path: { project_id: project.id } };
      for (const body of [
        { title: 'Renew it', priority: 'high' },
        { title: 'Renew it', due_on: '2027-01-01' },
      ] as const)
        bodyOf(await other.v2.POST('/api/v2/projects/{project_id}/tasks', { params, body }));
      const [entry, ...more] = (await list({ operation_id: ['createTask'] })).data;
      expect(more).to.deep.equal([]);
      const named = await app.query<{ name: string }>('SELECT name FROM api_keys WHERE id = $1', [other.api_key_id]);
      expect(entry).to.deep.equal({
        version: 'v2',
        operation_id: 'createTask',
        organization_id: admin.organization_id,
        api_key_id: other.api_key_id,
        api_key_name: named[0]!.name,
        use_count: 2,
        query_parameters: [],
        body_fields: ['due_on', 'priority', 'title'].map((name) => ({ name, last_used_on: today() })),
        last_used_on: today(),
      });
    });

    it('names query parameters once, without their values', async () => {
      const query = { status: ['todo', 'done'], q: 'a secret text', limit: 5 } as const;
      await other.v2.GET('/api/v2/tasks', { params: { query: { ...query, status: [...query.status] } } });
      await other.v2.GET('/api/v2/tasks', { params: { query: { sort: '-priority', limit: 7 } } });
      const { data } = await list({ operation_id: ['listTasks'] });
      expect(data.map(namesOf)).to.deep.equal([['listTasks', ['limit', 'q', 'sort', 'status'], []]]);
      expect(JSON.stringify(await app.query('SELECT * FROM key_usage'))).not.to.include('secret text');
    });

    it('counts refused requests, too, without the names that they sent', async () => {
      const unknown = { nope: 1 } as object;
      expect((await other.v2.GET('/api/v2/tasks', { params: { query: unknown } })).response.status).to.equal(400);
      const [entry] = (await list({ operation_id: ['listTasks'] })).data;
      expect([entry!.use_count, entry!.query_parameters]).to.deep.equal([1, []]);
    });

    it('adds up days, and leaves out those before the first', async () => {
      await other.v2.GET('/api/v2/tasks', { params: { query: { limit: 1 } } });
      const first = today();
      await list();
      app.clock.advance(DAY_MS);
      await other.v2.GET('/api/v2/tasks', { params: { query: { q: 'cache' } } });
      const find = async (query: object = {}) => (await list({ operation_id: ['listTasks'], ...query })).data[0];
      expect(await find({ since: first })).to.include({ use_count: 2, last_used_on: today() });
      const [limit, q] = [
        { name: 'limit', last_used_on: first },
        { name: 'q', last_used_on: today() },
      ];
      expect((await find())!.query_parameters).to.deep.equal([limit, q]);
      const last = await find({ since: today() });
      expect([last!.use_count, last!.query_parameters]).to.deep.equal([1, [q]]);
      app.clock.advance(29 * DAY_MS);
      expect((await find())!.query_parameters).to.deep.equal([q]);
      app.clock.advance(DAY_MS);
      expect(await find()).to.equal(undefined);
    });

    it('leaves out sessions and other organizations', async () => {
      const stranger = await createAccount(app);
      await stranger.v2.GET('/api/v2/tasks');
      await clientsOf(app, (await createSession(app, admin)).token).v2.GET('/api/v2/tasks');
      expect((await list({ operation_id: ['listTasks'] })).data).to.deep.equal([]);
    });

    it('keeps the use of a deleted key, without a name', async () => {
      const gone = await createKey(app, other);
      await clientsOf(app, gone.token).v2.GET('/api/v2/tasks');
      await other.v2.DELETE('/api/v2/api-keys/{api_key_id}', { params: { path: { api_key_id: gone.api_key_id } } });
      const [entry] = (await list({ operation_id: ['listTasks'] })).data;
      expect([entry!.api_key_id, entry!.api_key_name]).to.deep.equal([gone.api_key_id, null]);
    });

    it('lists the keys of all organizations for operators', async () => {
      const operator = await createAccount(app, { is_operator: true });
      await other.v2.GET('/api/v2/tasks');
      const query = { keys: 'all', operation_id: ['listTasks'], limit: 100 };
      expect((await list(query, operator)).data.map(({ api_key_id }) => api_key_id)).to.include(other.api_key_id);
      expect((await list({ operation_id: ['listTasks'] }, operator)).data).to.deep.equal([]);
    });

    it('filters by operation and version', async () => {
      await other.v1.GET('/api/v1/tasks');
      await other.v2.GET('/api/v2/tasks');
      await other.v2.GET('/api/v2/projects');
      const found = async (query: object) =>
        (await list(query)).data.map(({ version, operation_id }) => `${version} ${operation_id}`);
      expect(await found({ operation_id: ['listTasks'] })).to.deep.equal(['v1 listTasks', 'v2 listTasks']);
      expect(await found({ operation_id: ['listTasks', 'listProjects'], version: 'v2' })).to.deep.equal([
        'v2 listProjects',
        'v2 listTasks',
      ]);
      expect(await found({ version: 'v1' })).to.deep.equal(['v1 listTasks']);
    });

    it('pages by cursor in both orders', async () => {
      const keys = await Promise.all([1, 2, 3].map(() => createKey(app, other)));
      for (const key of keys) {
        await clientsOf(app, key.token).v2.GET('/api/v2/tasks');
        await clientsOf(app, key.token).v2.GET('/api/v2/projects');
      }
      const ids = keys.map(({ api_key_id }) => api_key_id).sort();
      const expected = ['listProjects', 'listTasks'].flatMap((name) => ids.map((id) => `${name} ${id}`));
      const filters = { operation_id: ['listTasks', 'listProjects'], include_total: true, limit: 2 };
      for (const sort of ['operation_id', '-operation_id']) {
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const { data, page } = await list({ ...filters, sort, ...(cursor === undefined ? {} : { cursor }) });
          expect(page.total).to.equal(6);
          seen.push(...data.map(({ operation_id, api_key_id }) => `${operation_id} ${api_key_id}`));
          cursor = page.next_cursor ?? undefined;
        } while (cursor !== undefined);
        expect(seen, sort).to.deep.equal(sort === 'operation_id' ? expected : expected.toReversed());
      }
    });
  });

  describe('400', () => {
    it('refuses a first day that is no date', async () => {
      const query = { since: 'yesterday' };
      const expected = { status: 400, code: 'validation_failed' };
      expect(refusalOf(await admin.v2.GET('/api/v2/contract/usage', { params: { query } }))).to.deep.equal(expected);
    });
  });

  describe('403', () => {
    it('refuses a member', async () => {
      const expected = { status: 403, code: 'forbidden' };
      expect(refusalOf(await other.v2.GET('/api/v2/contract/usage'))).to.deep.equal(expected);
    });

    it('refuses the keys of all organizations to an owner who is no operator', async () => {
      const query = { keys: 'all' } as const;
      const expected = { status: 403, code: 'forbidden' };
      expect(refusalOf(await admin.v2.GET('/api/v2/contract/usage', { params: { query } }))).to.deep.equal(expected);
    });
  });
});
