import { expect } from 'chai';
import { clientsOf, createAccount, createKey, createSession } from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { createAccountWithPassword, password, tokenIn } from '../../support/passwords.ts';
import { refusalOf } from '../../support/scene.ts';
import { changesOf, tracesOf } from '../../support/traces.ts';

const fresh = 'copper meadow kettle 58';

describe('v2 resetPassword POST /auth/password-reset/confirmation', () => {
  // One of its own: it moves the clock.
  const app = useApp({});
  afterEach(() => app.clock.reset());
  beforeEach(() => app.query('DELETE FROM login_throttles'));

  async function tokenFor(email: string): Promise<string> {
    await app.v2.POST('/api/v2/auth/password-reset', { body: { email } });
    return tokenIn((await app.mail.next(email)).text);
  }

  function reset(token: string, secret = fresh) {
    return app.v2.POST('/api/v2/auth/password-reset/confirmation', { body: { token, password: secret } });
  }

  async function logIn(email: string, secret: string): Promise<number> {
    return (await app.v2.POST('/api/v2/auth/login', { body: { email, password: secret } })).response.status;
  }

  describe('204', () => {
    it('sets the password; the old one opens nothing any more', async () => {
      const { email } = await createAccountWithPassword(app);
      const { response } = await reset(await tokenFor(email));
      expect(response.status).to.equal(204);
      expect(await logIn(email, password)).to.equal(401);
      expect(await logIn(email, fresh)).to.equal(200);
    });

    it('ends every session, keeps API keys working, and mails the owner', async () => {
      const account = await createAccountWithPassword(app);
      const sessions = [await createSession(app, account), await createSession(app, account)];
      await reset(await tokenFor(account.email));
      for (const { token } of sessions) {
        expect((await clientsOf(app, token).v2.GET('/api/v2/me')).response.status).to.equal(401);
      }
      expect((await account.v2.GET('/api/v2/me')).response.status).to.equal(200);
      expect((await app.mail.next(account.email)).subject).to.equal('Your Architect password was changed');
    });

    it('names the keys that go on, in all organizations, and ends them where that is asked', async () => {
      const account = await createAccountWithPassword(app);
      const { organization_id } = await createAccount(app);
      await app.query(
        `INSERT INTO organization_members (organization_id, user_id, role, created_at, updated_at)
         VALUES ($1, $2, 'member', $3, $3)`,
        [organization_id, account.user_id, app.clock.now()],
      );
      const key = await createKey(app, { user_id: account.user_id, organization_id });
      const elsewhere = { ...key, ...clientsOf(app, key.token) };
      const expired = await createKey(app, account, { expires_at: new Date(app.clock.now().getTime() - 1) });
      await reset(await tokenFor(account.email));
      const { text } = await app.mail.next(account.email);
      for (const id of [account.api_key_id, elsewhere.api_key_id]) expect(text).to.include(`/api/v2/api-keys/${id}`);
      expect(text).not.to.include(expired.api_key_id);
      const body = { token: await tokenFor(account.email), password: 'river pebble sparrow 31', revoke_api_keys: true };
      const { response } = await app.v2.POST('/api/v2/auth/password-reset/confirmation', { body });
      expect(response.status).to.equal(204);
      for (const { v2 } of [account, elsewhere]) expect((await v2.GET('/api/v2/me')).response.status).to.equal(401);
      expect((await app.mail.next(account.email)).text).to.include('You have no working API keys.');
      const { audit, events } = await tracesOf(app, 'api_key', account.api_key_id);
      expect(audit.at(-1)).to.include({ action: 'api_key.delete', actor_id: account.user_id });
      expect(events.at(-1)?.type).to.equal('api_key.deleted');
    });

    it('ends the wait that failed log-ins have brought about', async () => {
      const { email } = await createAccountWithPassword(app);
      await logIn(email, 'not the right one');
      await app.query(`UPDATE login_throttles SET failures = 30, blocked_until = $1 WHERE subject LIKE 'account %'`, [
        new Date(app.clock.now().getTime() + 900_000),
      ]);
      expect(await logIn(email, password)).to.equal(429);
      await reset(await tokenFor(email));
      expect(await logIn(email, fresh)).to.equal(200);
    });

    it('is in the audit log of the home organization, without the password', async () => {
      const { email, user_id, organization_id } = await createAccountWithPassword(app);
      const { response } = await reset(await tokenFor(email));
      const { audit } = await changesOf(app, response.headers.get('x-request-id')!);
      expect(audit.at(-1)).to.include({ action: 'password.reset', actor_id: user_id, organization_id });
      expect(JSON.stringify(audit)).not.to.match(/argon2|copper/);
    });
  });

  describe('409 token_invalid', () => {
    it('returns a used, an expired and an unknown token alike', async () => {
      const { email } = await createAccountWithPassword(app);
      const used = await tokenFor(email);
      await reset(used);
      await app.mail.next(email);
      const expired = await tokenFor(email);
      app.clock.advance(60 * 60_000);
      for (const token of [used, expired, 'x'.repeat(43)]) {
        expect(refusalOf(await reset(token, 'yet another secret 7'))).to.deep.equal({
          status: 409,
          code: 'token_invalid',
        });
      }
      expect(await logIn(email, fresh)).to.equal(200);
    });

    it('uses all links up with the first that is followed', async () => {
      const { email } = await createAccountWithPassword(app);
      const first = await tokenFor(email);
      const second = await tokenFor(email);
      await reset(second);
      expect(refusalOf(await reset(first, 'yet another secret 7')).code).to.equal('token_invalid');
    });

    it('lets one of several at a time win', async () => {
      const { email } = await createAccountWithPassword(app);
      const token = await tokenFor(email);
      const secrets = Array.from({ length: 5 }, (_, index) => `one of several secrets ${index}`);
      const responses = await Promise.all(secrets.map((secret) => reset(token, secret)));
      const statuses = responses.map(({ response }) => response.status);
      expect([...statuses].sort()).to.deep.equal([204, 409, 409, 409, 409]);
      expect(await logIn(email, secrets[statuses.indexOf(204)]!)).to.equal(200);
    });

    it('takes no token of a registration', async () => {
      const email = `ada-${crypto.randomUUID()}@meridian.example`;
      await app.v2.POST('/api/v2/auth/register', { body: { email, name: 'Ada Lindqvist', password } });
      const token = tokenIn((await app.mail.next(email)).text);
      expect(refusalOf(await reset(token)).code).to.equal('token_invalid');
    });
  });

  describe('409 password_rejected, password_reused', () => {
    it('refuses a common one and the current one, and the link stays good', async () => {
      const { email } = await createAccountWithPassword(app);
      const token = await tokenFor(email);
      expect(refusalOf(await reset(token, 'password1234'))).to.deep.equal({ status: 409, code: 'password_rejected' });
      expect(refusalOf(await reset(token, password))).to.deep.equal({ status: 409, code: 'password_reused' });
      expect((await reset(token)).response.status).to.equal(204);
    });
  });
});
