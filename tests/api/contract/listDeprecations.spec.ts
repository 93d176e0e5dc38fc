import { expect } from 'chai';
import { operations } from '../../../generated/v1/operations.ts';
import { clientsOf, createAccount, createKey, createMember, createSession } from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { bodyOf, createProject, createTask } from '../../support/factories.ts';

const DAY_MS = 86_400_000;

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

describe('v2 listDeprecations GET /deprecations', () => {
  const app = useApp({});
  beforeEach(() => app.clock.resetToNoon());

  describe('200', () => {
    it('is empty for a caller who uses no deprecated operation', async () => {
      const owner = await createAccount(app);
      const member = await createMember(app, owner);
      await member.v1.GET('/api/v1/projects');
      await owner.v2.GET('/api/v2/projects');
      expect(bodyOf(await owner.v2.GET('/api/v2/deprecations')).data).to.deep.equal([]);
    });

    it('lists deprecated operations with sunset, successor and the number of uses per credential', async () => {
      const today = dayOf(app.clock.now().getTime());
      const account = await createAccount(app);
      const other = await createKey(app, account);
      const session = clientsOf(app, (await createSession(app, account)).token);
      for (let count = 0; count < 2; count++) await account.v1.GET('/api/v1/projects');
      await clientsOf(app, other.token).v1.GET('/api/v1/projects');
      await session.v1.GET('/api/v1/projects');
      const { since, data } = bodyOf(await account.v2.GET('/api/v2/deprecations'));
      expect(since).to.equal(dayOf(app.clock.now().getTime() - 29 * DAY_MS));
      const row = operations.find(({ id }) => id === 'listProjects')!;
      expect(data).to.deep.equal([
        {
          version: 'v1',
          operation_id: 'listProjects',
          method: 'GET',
          path: '/api/v1/projects',
          deprecated_at: new Date(row.deprecation.deprecatedAt * 1000).toISOString(),
          sunset_at: new Date(row.deprecation.sunset).toISOString(),
          successor: { operation_id: 'listProjects', method: 'GET', path: '/api/v2/projects' },
          use_count: 4,
          session_use_count: 1,
          api_keys: [
            { api_key_id: account.api_key_id, use_count: 2, last_used_on: today },
            { api_key_id: other.api_key_id, use_count: 1, last_used_on: today },
          ],
          last_used_on: today,
        },
      ]);
    });

    it('counts refused requests, too, and lists the most used operation first', async () => {
      const account = await createAccount(app);
      const task = await createTask(account, await createProject(account));
      const path = { task_id: task.id };
      await account.v1.GET('/api/v1/projects');
      await account.v1.POST('/api/v1/tasks/{task_id}/complete', { params: { path } });
      const refused = await account.v1.POST('/api/v1/tasks/{task_id}/complete', { params: { path } });
      expect(refused.response.status).to.equal(409);
      const { data } = bodyOf(await account.v2.GET('/api/v2/deprecations'));
      expect(data.map(({ operation_id, use_count }) => [operation_id, use_count])).to.deep.equal([
        ['completeTask', 2],
        ['listProjects', 1],
      ]);
      expect(data[0]!.successor).to.deep.equal({
        operation_id: 'transitionTask',
        method: 'POST',
        path: '/api/v2/tasks/{task_id}/transitions',
      });
    });

    it('keeps the uses of a deleted key', async () => {
      const account = await createAccount(app);
      const gone = await createKey(app, account);
      await clientsOf(app, gone.token).v1.GET('/api/v1/tasks');
      await account.v2.DELETE('/api/v2/api-keys/{api_key_id}', { params: { path: { api_key_id: gone.api_key_id } } });
      const [entry] = bodyOf(await account.v2.GET('/api/v2/deprecations')).data;
      expect(entry!.api_keys.map(({ api_key_id }) => api_key_id)).to.deep.equal([gone.api_key_id]);
    });

    it('adds what several processes and several days have counted, and forgets after 30 days', async () => {
      const account = await createAccount(app);
      await account.v1.GET('/api/v1/tasks');
      bodyOf(await account.v2.GET('/api/v2/deprecations'));
      await account.v1.GET('/api/v1/tasks');
      app.clock.advance(DAY_MS);
      await account.v1.GET('/api/v1/tasks');
      const countOf = async () => bodyOf(await account.v2.GET('/api/v2/deprecations')).data[0]?.use_count;
      expect(await countOf()).to.equal(3);
      app.clock.advance(29 * DAY_MS);
      expect(await countOf()).to.equal(1);
    });

    it('covers every organization that the user works in', async () => {
      const account = await createAccount(app);
      const other = await createAccount(app);
      await app.query(
        `INSERT INTO organization_members (organization_id, user_id, role, created_at, updated_at)
         VALUES ($1, $2, 'member', $3, $3)`,
        [other.organization_id, account.user_id, app.clock.now()],
      );
      const { v1 } = clientsOf(app, (await createSession(app, account)).token);
      await v1.GET('/api/v1/tasks');
      await v1.GET('/api/v1/tasks', { params: { header: { 'X-Organization-Id': other.organization_id } } });
      expect(bodyOf(await account.v2.GET('/api/v2/deprecations')).data[0]!.use_count).to.equal(2);
      expect(bodyOf(await other.v2.GET('/api/v2/deprecations')).data).to.deep.equal([]);
    });
  });
});
