import { expect } from 'chai';
import { useApp } from '../../../support/app.ts';
import { clientsOf } from '../../../support/accounts.ts';
import { createAccountWithPassword, password } from '../../../support/passwords.ts';
import { refusalOf } from '../../../support/scene.ts';
import { turnOn } from '../../../support/second-factor.ts';

describe('v1 logIn POST /auth/login', () => {
  const app = useApp();

  describe('200', () => {
    it('starts the same session as v2, and names its successor', async () => {
      const account = await createAccountWithPassword(app);
      const { data, response } = await app.v1.POST('/api/v1/auth/login', { body: { email: account.email, password } });
      expect(response.status).to.equal(200);
      const { id, email, name } = data!.user;
      expect({ id, email, name }).to.deep.equal({ id: account.user_id, email: account.email, name: account.name });
      expect(response.headers.get('link')).to.equal(
        '</api/v2/auth/login>; rel="successor-version", </api/upgrade-guide>; rel="deprecation"; type="text/html"',
      );
      const { v1, v2 } = clientsOf(app, data!.token);
      expect((await v1.GET('/api/v1/projects')).response.status).to.equal(200);
      const me = await v2.GET('/api/v2/me');
      expect(me.data?.id).to.equal(account.user_id);
    });

    it('sets the cookie, with the CSRF token beside it', async () => {
      const account = await createAccountWithPassword(app);
      const { data, response } = await app.v1.POST('/api/v1/auth/login', { body: { email: account.email, password } });
      const [cookie = ''] = response.headers.getSetCookie().map((set) => set.split(';')[0]);
      const headers = { cookie, 'x-csrf-token': data!.csrf_token };
      expect((await app.v1.POST('/api/v1/auth/logout', { headers })).response.status).to.equal(204);
    });
  });

  describe('401 invalid_credentials', () => {
    it("returns in v1's shape", async () => {
      const account = await createAccountWithPassword(app);
      const body = { email: account.email, password: 'not the right one' };
      const { error, response } = await app.v1.POST('/api/v1/auth/login', { body });
      expect(response.status).to.equal(401);
      expect(error).to.have.all.keys('code', 'message', 'details');
      expect(error).to.have.property('code', 'invalid_credentials');
    });
  });

  describe('400', () => {
    it('names the violation', async () => {
      const { error, response } = await app.v1.POST('/api/v1/auth/login', { body: { email: 'ada', password } });
      expect(response.status).to.equal(400);
      expect(new Set(error?.details.map(({ pointer }) => pointer))).to.deep.equal(new Set(['/email']));
    });
  });

  it('401 mfa_required for an account with a second factor, and no session begins', async () => {
    const account = await createAccountWithPassword(app);
    await turnOn(app, account);
    const count = async () => (await app.query('SELECT 1 FROM sessions WHERE user_id = $1', [account.user_id])).length;
    const before = await count();
    const body = { email: account.email, password };
    const refused = await app.v1.POST('/api/v1/auth/login', { body });
    expect(refusalOf(refused)).to.deep.equal({ status: 401, code: 'mfa_required' });
    expect(await count()).to.equal(before);
  });
});
