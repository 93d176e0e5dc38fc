import { expect } from 'chai';
import { createAccount, createKey, createMember, clientsOf, type Account } from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { bodyOf } from '../../support/factories.ts';
import { refusalOf } from '../../support/scene.ts';

describe('v2 getApiKeyUsage GET /api-keys/{api_key_id}/usage', () => {
  // Its own, because it moves the clock.
  const app = useApp({});
  beforeEach(() => app.clock.resetToNoon());

  function usage({ v2 }: Pick<Account, 'v2'>, api_key_id: string, query = {}) {
    return v2.GET('/api/v2/api-keys/{api_key_id}/usage', { params: { path: { api_key_id }, query } });
  }
  const today = (): string => app.clock.now().toISOString().slice(0, 10);

  describe('200', () => {
    it('counts by operation and day, refused requests too, and no other key’s', async () => {
      const account = await createAccount(app);
      const { api_key_id, token } = await createKey(app, account, { scopes: ['account:read', 'projects:read'] });
      const { v1, v2 } = clientsOf(app, token);
      expect(bodyOf(await usage(account, api_key_id))).to.include({ requests: 0, last_used_at: null });
      const firstDay = today();
      for (let count = 0; count < 3; count++) await v2.GET('/api/v2/me');
      await v1.GET('/api/v1/projects');
      app.clock.advance(86_400_000);
      await v2.GET('/api/v2/projects', { params: { query: { limit: 0 } } }).catch(() => undefined);
      await v2.GET('/api/v2/me');

      const used = bodyOf(await usage(account, api_key_id));
      expect(used).to.include({ api_key_id, requests: 6 });
      expect(used.last_used_at?.slice(0, 10)).to.equal(today());
      expect(used.by_day).to.deep.equal([
        { day: today(), requests: 2 },
        { day: firstDay, requests: 4 },
      ]);
      expect(used.by_operation[0]).to.deep.equal({
        version: 'v2',
        operation_id: 'getMe',
        requests: 4,
        last_used_on: today(),
      });
      expect(used.by_operation.slice(1)).to.have.deep.members([
        { version: 'v1', operation_id: 'listProjects', requests: 1, last_used_on: firstDay },
        { version: 'v2', operation_id: 'listProjects', requests: 1, last_used_on: today() },
      ]);
      expect(bodyOf(await usage(account, api_key_id, { days: 1 })).requests).to.equal(2);
    });

    it('names the operation that was used most first, though others were used later', async () => {
      const account = await createAccount(app);
      const { api_key_id, token } = await createKey(app, account);
      const { v2 } = clientsOf(app, token);
      for (let count = 0; count < 3; count++) await v2.GET('/api/v2/projects');
      app.clock.advance(86_400_000);
      for (let count = 0; count < 2; count++) await v2.GET('/api/v2/api-keys');
      await v2.GET('/api/v2/me');
      const { by_operation } = bodyOf(await usage(account, api_key_id));
      const used = by_operation.map(({ operation_id, requests }) => [operation_id, requests]);
      expect(used).to.deep.equal([
        ['listProjects', 3],
        ['listApiKeys', 2],
        ['getMe', 1],
      ]);
    });

    it("shows an admin what a colleague's key is used for", async () => {
      const owner = await createAccount(app);
      const member = await createMember(app, owner);
      await member.v2.GET('/api/v2/me');
      expect(bodyOf(await usage(owner, member.api_key_id)).requests).to.equal(1);
    });
  });

  describe('404', () => {
    it("returns for a colleague's key to others than admins", async () => {
      const owner = await createAccount(app);
      const member = await createMember(app, owner);
      expect(refusalOf(await usage(member, owner.api_key_id))).to.deep.equal({ status: 404, code: 'not_found' });
    });
  });
});
