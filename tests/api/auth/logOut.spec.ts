import { expect } from 'chai';
import { useApp } from '../../support/app.ts';
import { clientsOf, createAccount, createSession } from '../../support/accounts.ts';
import { rawRequest } from '../../support/raw-request.ts';

describe('v2 logOut POST /auth/logout', () => {
  const app = useApp();

  describe('204', () => {
    it('ends the session at once and takes the cookie back', async () => {
      const account = await createAccount(app);
      const { token } = await createSession(app, account);
      const { v2 } = clientsOf(app, token);
      const { response } = await v2.POST('/api/v2/auth/logout');
      expect(response.status).to.equal(204);
      expect(response.headers.getSetCookie()).to.deep.equal([
        'architect_session=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax',
      ]);
      expect((await v2.GET('/api/v2/me')).response.status).to.equal(401);
    });

    it('works with the cookie and its CSRF token', async () => {
      const account = await createAccount(app);
      const { cookie, csrf_token } = await createSession(app, account);
      const { response } = await app.v2.POST('/api/v2/auth/logout', {
        headers: { cookie, 'x-csrf-token': csrf_token },
      });
      expect(response.status).to.equal(204);
      expect((await app.v2.GET('/api/v2/me', { headers: { cookie } })).response.status).to.equal(401);
    });

    it("lets the user's other sessions and keys go on", async () => {
      const account = await createAccount(app);
      const one = await createSession(app, account);
      const other = await createSession(app, account);
      await clientsOf(app, one.token).v2.POST('/api/v2/auth/logout');
      expect((await clientsOf(app, other.token).v2.GET('/api/v2/me')).response.status).to.equal(200);
      expect((await account.v2.GET('/api/v2/me')).response.status).to.equal(200);
    });

    it('records the end of the session', async () => {
      const account = await createAccount(app);
      const { token, session_id } = await createSession(app, account);
      await clientsOf(app, token).v2.POST('/api/v2/auth/logout');
      const audit = await app.query('SELECT * FROM audit_log WHERE resource_id = $1', [session_id]);
      expect(audit).to.have.length(1);
      expect(audit[0]).to.include({ action: 'session.revoke', credential_id: session_id });
      const events = await app.query('SELECT type FROM events WHERE subject = $1', [`session/${session_id}`]);
      expect(events).to.deep.equal([{ type: 'session.revoked' }]);
    });
  });

  describe('403', () => {
    it('returns session_required to an API key, and the key still works', async () => {
      const account = await createAccount(app);
      const { error, response } = await account.v2.POST('/api/v2/auth/logout');
      expect([response.status, error?.code]).to.deep.equal([403, 'session_required']);
      expect((await account.v2.GET('/api/v2/me')).response.status).to.equal(200);
    });

    it('returns csrf_failed to a cookie alone, and the session still works', async () => {
      const account = await createAccount(app);
      const { cookie } = await createSession(app, account);
      const { error, response } = await app.v2.POST('/api/v2/auth/logout', { headers: { cookie } });
      expect([response.status, error?.code]).to.deep.equal([403, 'csrf_failed']);
      expect((await app.v2.GET('/api/v2/me', { headers: { cookie } })).response.status).to.equal(200);
    });

    it('returns csrf_failed to a foreign page, even with the token', async () => {
      const account = await createAccount(app);
      const { cookie, csrf_token } = await createSession(app, account);
      const result = await rawRequest({
        method: 'POST',
        url: `${app.url}/api/v2/auth/logout`,
        headers: { cookie, 'x-csrf-token': csrf_token, 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
      });
      expect(result.status).to.equal(403);
      expect(JSON.parse(result.text)).to.have.property('code', 'csrf_failed');
      expect((await app.v2.GET('/api/v2/me', { headers: { cookie } })).response.status).to.equal(200);
    });
  });
});
