import { expect } from 'chai';
import { createAccount } from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { newAddress, password, tokenIn } from '../../support/passwords.ts';
import { changesOf } from '../../support/traces.ts';

const DAY_MS = 86_400_000;

describe('v2 resendVerification POST /auth/email-verification/resend', () => {
  // One of its own: it moves the clock.
  const app = useApp({});
  afterEach(() => app.clock.reset());

  async function register(email: string, secret = password): Promise<void> {
    await app.v2.POST('/api/v2/auth/register', { body: { email, name: 'Ada Lindqvist', password: secret } });
    await app.mail.next(email);
  }

  function resend(email: string) {
    return app.v2.POST('/api/v2/auth/email-verification/resend', { body: { email } });
  }

  function verify(token: string) {
    return app.v2.POST('/api/v2/auth/email-verification', { body: { token } });
  }

  function logIn(email: string, secret = password) {
    return app.v2.POST('/api/v2/auth/login', { body: { email, password: secret } });
  }

  describe('202', () => {
    it('sends a link that opens the account with the password of the registration', async () => {
      const email = newAddress();
      await register(email);
      const { data, response } = await resend(email.toUpperCase());
      expect(response.status).to.equal(202);
      expect(data!.email).to.equal(email);
      expect((await verify(tokenIn((await app.mail.next(email)).text))).response.status).to.equal(200);
      expect((await logIn(email)).response.status).to.equal(200);
    });

    it('sends one where the first link has expired, up to a week later', async () => {
      const email = newAddress();
      await register(email);
      app.clock.advance(3 * DAY_MS);
      await resend(email);
      expect((await verify(tokenIn((await app.mail.next(email)).text))).response.status).to.equal(200);
    });

    it('opens the account, and its organization, under the name that was given last', async () => {
      const email = newAddress();
      for (const name of ['Ada First', 'Ada Second']) {
        await app.v2.POST('/api/v2/auth/register', { body: { email, name, password } });
        await app.mail.next(email);
        app.clock.advance(1000);
      }
      const { response } = await resend(email);
      const verified = await verify(tokenIn((await app.mail.next(email)).text));
      const organization = await app.query('SELECT name FROM organizations WHERE id = $1', [
        verified.data!.organization_id,
      ]);
      expect(organization).to.deep.equal([{ name: "Ada Second's organization" }]);
      const { audit } = await changesOf(app, response.headers.get('x-request-id')!);
      expect(audit.map(({ action, resource_id }) => [action, resource_id])).to.deep.equal([
        ['user.resend_verification', verified.data!.user_id],
      ]);
      const users = await app.query('SELECT name, password_hash IS NULL AS is_open FROM users WHERE email = $1', [
        email,
      ]);
      expect(users).to.deep.equal([{ name: 'Ada Second', is_open: false }]);
    });

    it('opens the account without a password if several registrations are pending', async () => {
      const email = newAddress();
      await register(email);
      await register(email, 'a stranger waits with this 1');
      await resend(email);
      const mail = await app.mail.next(email);
      expect(mail.text).to.include('/auth/password-reset');
      expect((await verify(tokenIn(mail.text))).response.status).to.equal(200);
      expect((await logIn(email)).response.status).to.equal(401);
      expect((await logIn(email, 'a stranger waits with this 1')).response.status).to.equal(401);
      await app.mail.next(email);
      await app.v2.POST('/api/v2/auth/password-reset', { body: { email } });
      const token = tokenIn((await app.mail.next(email)).text);
      const body = { token, password: 'copper meadow kettle 58' };
      await app.v2.POST('/api/v2/auth/password-reset/confirmation', { body });
      expect((await logIn(email, 'copper meadow kettle 58')).response.status).to.equal(200);
    });

    it('returns the same for an unknown and a verified address, and writes to neither', async () => {
      const verified = (await createAccount(app)).email;
      const waiting = newAddress();
      await register(waiting);
      const unknown = newAddress();
      const shapes = [];
      for (const email of [verified, unknown, waiting]) {
        const { data, response } = await resend(email);
        shapes.push([response.status, Object.keys(data!), data!.email === email]);
      }
      expect(shapes[0]).to.deep.equal(shapes[2]);
      expect(shapes[1]).to.deep.equal(shapes[2]);
      await app.mail.next(waiting);
      expect(await app.mail.all(verified)).to.deep.equal([]);
      expect(await app.mail.all(unknown)).to.deep.equal([]);
    });

    it('sends no more than five mails an hour to one address, registrations included', async () => {
      const email = newAddress();
      await register(email);
      for (let attempt = 0; attempt < 6; attempt++) expect((await resend(email)).response.status).to.equal(202);
      app.clock.advance(61 * 60_000);
      await resend(email);
      for (let mail = 0; mail < 5; mail++) await app.mail.next(email);
      const made = await app.query<{ created_at: Date }>(
        'SELECT t.created_at FROM one_time_tokens t JOIN users u ON u.id = t.user_id WHERE email = $1',
        [email],
      );
      const halfAnHourAgo = app.clock.now().getTime() - 30 * 60_000;
      const late = made.filter(({ created_at }) => created_at.getTime() > halfAnHourAgo);
      expect([made.length - late.length, late.length]).to.deep.equal([5, 1]);
    });
  });
});
