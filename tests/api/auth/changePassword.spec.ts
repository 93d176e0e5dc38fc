import { expect } from 'chai';
import { clientsOf, createKey, createSession } from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { createAccountWithPassword, password } from '../../support/passwords.ts';
import { refusalOf } from '../../support/scene.ts';
import { tracesOf } from '../../support/traces.ts';

const fresh = 'copper meadow kettle 58';
const DAY_MS = 86_400_000;

describe('v2 changePassword POST /auth/password', () => {
  // One of its own: it moves the clock and slows addresses down.
  const app = useApp({});
  afterEach(() => app.clock.reset());
  beforeEach(() => app.query('DELETE FROM login_throttles'));

  function change(token: string, new_password = fresh, current_password = password) {
    return clientsOf(app, token).v2.POST('/api/v2/auth/password', { body: { current_password, new_password } });
  }

  async function statusOf(token: string): Promise<number> {
    return (await clientsOf(app, token).v2.GET('/api/v2/me')).response.status;
  }

  async function logIn(email: string, secret: string): Promise<number> {
    return (await app.v2.POST('/api/v2/auth/login', { body: { email, password: secret } })).response.status;
  }

  describe('200', () => {
    it('changes the password', async () => {
      const account = await createAccountWithPassword(app);
      const { token } = await createSession(app, account);
      expect((await change(token)).response.status).to.equal(200);
      expect(await logIn(account.email, password)).to.equal(401);
      expect(await logIn(account.email, fresh)).to.equal(200);
    });

    it('ends the other sessions and renews this one, for its full time; keys go on', async () => {
      const account = await createAccountWithPassword(app);
      const other = await createSession(app, account);
      const mine = await createSession(app, account);
      app.clock.advance(DAY_MS / 4);
      const { data, response } = await change(mine.token);
      expect(await statusOf(other.token)).to.equal(401);
      expect(await statusOf(mine.token)).to.equal(401);
      expect(await statusOf(data!.token)).to.equal(200);
      expect(await statusOf(account.token)).to.equal(200);
      expect(response.headers.getSetCookie()[0]).to.include(data!.token);
      const left = Date.parse(data!.session.expires_at) - app.clock.now().getTime();
      expect(left).to.be.within(30 * DAY_MS - 60_000, 30 * DAY_MS);
    });

    it('mails the owner, and writes an audit row without either password', async () => {
      const account = await createAccountWithPassword(app);
      await change((await createSession(app, account)).token);
      expect((await app.mail.next(account.email)).subject).to.equal('Your Architect password was changed');
      const { audit } = await tracesOf(app, 'user', account.user_id);
      expect(audit.map(({ action }) => action)).to.deep.equal(['password.change']);
      expect(JSON.stringify(audit)).not.to.match(/argon2|copper|lantern/);
    });

    it('names the keys that go on, and ends them where that is asked', async () => {
      const account = await createAccountWithPassword(app);
      const { data } = await change((await createSession(app, account)).token);
      expect((await app.mail.next(account.email)).text).to.include(`/api/v2/api-keys/${account.api_key_id}`);
      const body = { current_password: fresh, new_password: 'river pebble sparrow 31', revoke_api_keys: true };
      await clientsOf(app, data!.token).v2.POST('/api/v2/auth/password', { body });
      expect(await statusOf(account.token)).to.equal(401);
      expect((await app.mail.next(account.email)).text).to.include('You have no working API keys.');
    });

    it('names the newest twenty of many keys, and says how many more there are', async () => {
      const account = await createAccountWithPassword(app);
      const keys = [account.api_key_id];
      for (let number = 0; number < 22; number++) {
        // Two of each second: the one with the later id is the newer one.
        if (number % 2 === 0) app.clock.advance(1000);
        keys.unshift((await createKey(app, account)).api_key_id);
      }
      await change((await createSession(app, account)).token);
      const { text } = await app.mail.next(account.email);
      const named = [...text.matchAll(/DELETE \S+\/api-keys\/(\S+)/g)].map(([, id]) => id);
      expect(named).to.deep.equal(keys.slice(0, 20));
      expect(text).to.match(/and 3 more: GET \S+\/api\/v2\/api-keys\s/);
    });

    it('uses up links of reset mails', async () => {
      const account = await createAccountWithPassword(app);
      await app.v2.POST('/api/v2/auth/password-reset', { body: { email: account.email } });
      await change((await createSession(app, account)).token);
      const open = await app.query('SELECT 1 FROM one_time_tokens WHERE user_id = $1 AND used_at IS NULL', [
        account.user_id,
      ]);
      expect(open).to.deep.equal([]);
    });
  });

  describe('409 password_wrong', () => {
    it('refuses without the current one, and nothing changes', async () => {
      const account = await createAccountWithPassword(app);
      const { token } = await createSession(app, account);
      expect(refusalOf(await change(token, fresh, 'not the right one'))).to.deep.equal({
        status: 409,
        code: 'password_wrong',
      });
      expect(await statusOf(token)).to.equal(200);
      expect(await logIn(account.email, password)).to.equal(200);
    });

    it('slows guesses down as a log-in does', async () => {
      const account = await createAccountWithPassword(app);
      const { token } = await createSession(app, account);
      // The wait is of one second.
      app.clock.hold();
      const codes = [];
      for (let attempt = 0; attempt < 12; attempt++) {
        codes.push(refusalOf(await change(token, fresh, 'not the right one')).code);
      }
      expect(codes.slice(0, 11)).to.deep.equal(Array.from({ length: 11 }, () => 'password_wrong'));
      expect(codes[11]).to.equal('rate_limited');
    });
  });

  describe('409 password_rejected, password_reused', () => {
    it('refuses a common one, and one made of the own name or address', async () => {
      const account = await createAccountWithPassword(app);
      const { token } = await createSession(app, account);
      for (const common of ['password1234', 'adabyrne!2026', account.email]) {
        expect(refusalOf(await change(token, common)), common).to.deep.equal({
          status: 409,
          code: 'password_rejected',
        });
      }
    });

    it('refuses each of the last five, and takes the one before them', async function () {
      // Some thirty hashes.
      this.timeout(60_000);
      const account = await createAccountWithPassword(app);
      let { token } = await createSession(app, account);
      const secrets = [password, ...[1, 2, 3, 4, 5].map((number) => `copper meadow kettle ${number}`)];
      for (const [index, next] of secrets.slice(1).entries()) {
        token = (await change(token, next, secrets[index])).data!.token;
      }
      const current = secrets.at(-1)!;
      for (const former of secrets.slice(1)) {
        expect(refusalOf(await change(token, former, current)), former).to.deep.equal({
          status: 409,
          code: 'password_reused',
        });
      }
      expect((await change(token, password, current)).response.status).to.equal(200);
    });
  });

  describe('403', () => {
    it('returns session_required to an API key', async () => {
      const account = await createAccountWithPassword(app);
      expect(refusalOf(await change(account.token))).to.deep.equal({ status: 403, code: 'session_required' });
    });
  });
});
