import { expect } from 'chai';
import { newId } from '../../../src/platform/ids.ts';
import { useApp } from '../../support/app.ts';
import { createAccount, createMember, type Account } from '../../support/accounts.ts';

describe('v2 getApiKey GET /api-keys/{api_key_id}', () => {
  const app = useApp();

  function get({ v2 }: Pick<Account, 'v2'>, id: string, header = {}) {
    return v2.GET('/api/v2/api-keys/{api_key_id}', { params: { path: { api_key_id: id }, header } });
  }

  describe('200', () => {
    it('returns the key without its secret', async () => {
      const account = await createAccount(app);
      const { data, response } = await get(account, account.api_key_id);
      expect(response.status).to.equal(200);
      expect(response.headers.get('etag')).to.equal('"1"');
      expect(data).to.include({ id: account.api_key_id, user_id: account.user_id, name: 'tests' });
      expect(data).to.not.have.any.keys('token', 'token_hash');
    });

    it("shows an admin a colleague's key", async () => {
      const owner = await createAccount(app);
      const member = await createMember(app, owner);
      expect((await get(owner, member.api_key_id)).data?.user_id).to.equal(member.user_id);
    });
  });

  describe('304', () => {
    it('stays the same, however much the key is used', async () => {
      const account = await createAccount(app);
      const { response } = await get(account, account.api_key_id);
      await app.query('UPDATE api_keys SET last_used_at = NULL WHERE id = $1', [account.api_key_id]);
      const header = { 'If-None-Match': response.headers.get('etag')! };
      expect((await get(account, account.api_key_id, header)).response.status).to.equal(304);
    });
  });

  describe('404', () => {
    it("returns the same for a colleague's key, another organization's, and none at all", async () => {
      const owner = await createAccount(app);
      const member = await createMember(app, owner);
      const stranger = await createAccount(app);
      const bodies = [];
      for (const id of [owner.api_key_id, stranger.api_key_id, newId()]) {
        const { error, response } = await get(member, id);
        expect([response.status, error?.code]).to.deep.equal([404, 'not_found']);
        bodies.push({ ...error, instance: '', request_id: '' });
      }
      expect(bodies[0]).to.deep.equal(bodies[2]);
      expect(bodies[1]).to.deep.equal(bodies[2]);
    });
  });
});
