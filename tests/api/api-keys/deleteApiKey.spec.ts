import { expect } from 'chai';
import { newId } from '../../../src/platform/ids.ts';
import { useApp } from '../../support/app.ts';
import { clientsOf, createAccount, createKey, createMember, type Account } from '../../support/accounts.ts';

describe('v2 deleteApiKey DELETE /api-keys/{api_key_id}', () => {
  const app = useApp();

  function remove({ v2 }: Pick<Account, 'v2'>, id: string, header = {}) {
    return v2.DELETE('/api/v2/api-keys/{api_key_id}', { params: { path: { api_key_id: id }, header } });
  }

  describe('204', () => {
    it('ends the key at once, and it is gone', async () => {
      const account = await createAccount(app);
      const { api_key_id, token } = await createKey(app, account);
      expect((await remove(account, api_key_id)).response.status).to.equal(204);
      expect((await clientsOf(app, token).v2.GET('/api/v2/me')).response.status).to.equal(401);
      expect((await remove(account, api_key_id)).response.status).to.equal(404);
    });

    it('lets a key delete itself', async () => {
      const account = await createAccount(app);
      expect((await remove(account, account.api_key_id)).response.status).to.equal(204);
      expect((await account.v2.GET('/api/v2/me')).response.status).to.equal(401);
    });

    it("lets an admin delete a colleague's key", async () => {
      const owner = await createAccount(app);
      const member = await createMember(app, owner);
      expect((await remove(owner, member.api_key_id)).response.status).to.equal(204);
      expect((await member.v2.GET('/api/v2/me')).response.status).to.equal(401);
    });

    it('records the deleted key and the actor', async () => {
      const account = await createAccount(app);
      const { api_key_id } = await createKey(app, account);
      await remove(account, api_key_id);
      const audit = await app.query('SELECT * FROM audit_log WHERE resource_id = $1', [api_key_id]);
      expect(audit).to.have.length(1);
      expect(audit[0]).to.include({ action: 'api_key.delete', actor_id: account.user_id, after: null });
      expect(audit[0]).to.have.nested.property('before.name', 'tests');
      const events = await app.query('SELECT type FROM events WHERE subject = $1', [`api_key/${api_key_id}`]);
      expect(events).to.deep.equal([{ type: 'api_key.deleted' }]);
    });

    it('goes by the version where one is named', async () => {
      const account = await createAccount(app);
      const { api_key_id } = await createKey(app, account);
      expect((await remove(account, api_key_id, { 'If-Match': '"1"' })).response.status).to.equal(204);
    });
  });

  describe('412', () => {
    it('does not change a key in another version', async () => {
      const account = await createAccount(app);
      const { api_key_id, token } = await createKey(app, account);
      const { error, response } = await remove(account, api_key_id, { 'If-Match': '"2"' });
      expect([response.status, error?.code]).to.deep.equal([412, 'precondition_failed']);
      expect((await clientsOf(app, token).v2.GET('/api/v2/me')).response.status).to.equal(200);
    });
  });

  describe('404', () => {
    it("returns the same for a colleague's key, another organization's, and none at all", async () => {
      const owner = await createAccount(app);
      const member = await createMember(app, owner);
      const stranger = await createAccount(app);
      for (const id of [owner.api_key_id, stranger.api_key_id, newId()]) {
        const { error, response } = await remove(member, id);
        expect([response.status, error?.code]).to.deep.equal([404, 'not_found']);
      }
      expect((await owner.v2.GET('/api/v2/me')).response.status).to.equal(200);
      expect((await stranger.v2.GET('/api/v2/me')).response.status).to.equal(200);
    });
  });
});
