import { expect } from 'chai';
import { useApp } from '../../../support/app.ts';
import { clientsOf, createAccount, createSession } from '../../../support/accounts.ts';

describe('v1 logOut POST /auth/logout', () => {
  const app = useApp();

  describe('204', () => {
    it('ends the session for both versions', async () => {
      const { token } = await createSession(app, await createAccount(app));
      const { v1, v2 } = clientsOf(app, token);
      expect((await v1.POST('/api/v1/auth/logout')).response.status).to.equal(204);
      expect((await v1.GET('/api/v1/projects')).response.status).to.equal(401);
      expect((await v2.GET('/api/v2/me')).response.status).to.equal(401);
    });
  });

  describe('403 session_required', () => {
    it('has nothing to end for an API key', async () => {
      const account = await createAccount(app);
      const { error, response } = await account.v1.POST('/api/v1/auth/logout');
      expect([response.status, error?.code]).to.deep.equal([403, 'session_required']);
    });
  });
});
