import { expect } from 'chai';
import { useApp } from '../../support/app.ts';
import { clientsOf, createAccount, createSession } from '../../support/accounts.ts';
import { createAccountWithPassword, password, sessionOf } from '../../support/passwords.ts';

describe('v2 getCsrfToken GET /auth/csrf-token', () => {
  const app = useApp();

  describe('200', () => {
    it('returns the token of logIn, for the cookie and the bearer token', async () => {
      const account = await createAccountWithPassword(app);
      const login = await app.v2.POST('/api/v2/auth/login', { body: { email: account.email, password } });
      const { token, csrf_token } = sessionOf(login.data);
      const headers = { cookie: `architect_session=${token}` };
      const byCookie = await app.v2.GET('/api/v2/auth/csrf-token', { headers });
      const byToken = await clientsOf(app, token).v2.GET('/api/v2/auth/csrf-token');
      expect(byCookie.data).to.deep.equal({ csrf_token });
      expect(byToken.data).to.deep.equal({ csrf_token });
      expect(byCookie.response.headers.get('cache-control')).to.equal('no-store');
    });

    it('differs from session to session', async () => {
      const account = await createAccount(app);
      const one = await createSession(app, account);
      const other = await createSession(app, account);
      expect(one.csrf_token).to.not.equal(other.csrf_token);
    });
  });

  describe('403 session_required', () => {
    it('has none for an API key', async () => {
      const account = await createAccount(app);
      const { error, response } = await account.v2.GET('/api/v2/auth/csrf-token');
      expect([response.status, error?.code]).to.deep.equal([403, 'session_required']);
    });
  });
});
