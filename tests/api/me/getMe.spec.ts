import { expect } from 'chai';
import { useApp } from '../../support/app.ts';
import { clientsOf, createAccount, createMember, createSession } from '../../support/accounts.ts';

describe('v2 getMe GET /me', () => {
  const app = useApp();

  describe('200', () => {
    it("returns the session's user", async () => {
      const account = await createAccount(app, { name: 'Grace Hopper' });
      const { token } = await createSession(app, account);
      const { data, response } = await clientsOf(app, token).v2.GET('/api/v2/me');
      expect(response.status).to.equal(200);
      expect(data).to.include({
        id: account.user_id,
        email: account.email,
        name: 'Grace Hopper',
        is_operator: false,
        home_organization_id: account.organization_id,
      });
      expect(response.headers.get('etag')).to.equal(`"${data!.version}"`);
    });

    it("returns an API key's owner, whatever the role", async () => {
      const viewer = await createMember(app, await createAccount(app), 'viewer');
      const { data } = await viewer.v2.GET('/api/v2/me');
      expect(data?.id).to.equal(viewer.user_id);
    });

    it('must not be cached by browsers, which would show it to the next user', async () => {
      const { response } = await (await createAccount(app)).v2.GET('/api/v2/me');
      expect(response.headers.get('cache-control')).to.equal('no-store');
    });

    it('returns a user who belongs to no organization', async () => {
      const account = await createAccount(app);
      const { token } = await createSession(app, account);
      await app.query('DELETE FROM organizations WHERE id = $1', [account.organization_id]);
      const { data, response } = await clientsOf(app, token).v2.GET('/api/v2/me');
      expect(response.status).to.equal(200);
      expect(data?.home_organization_id).to.equal(null);
    });
  });

  describe('304', () => {
    it('returns no body if the caller has the current version', async () => {
      const { v2 } = await createAccount(app);
      const { response } = await v2.GET('/api/v2/me');
      const params = { header: { 'If-None-Match': response.headers.get('etag')! } };
      const again = await v2.GET('/api/v2/me', { params });
      expect(again.response.status).to.equal(304);
    });
  });
});
