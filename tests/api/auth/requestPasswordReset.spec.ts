import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { createAccount } from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { eventually } from '../../support/eventually.ts';
import { createAccountWithPassword, newAddress, password, tokenIn } from '../../support/passwords.ts';
import { changesOf } from '../../support/traces.ts';

describe('v2 requestPasswordReset POST /auth/password-reset', () => {
  // One of its own: it looks for mails that must not come.
  const app = useApp({});
  afterEach(() => app.clock.reset());

  function request(email: string) {
    return app.v2.POST('/api/v2/auth/password-reset', { body: { email } });
  }

  describe('202', () => {
    it('sends a link with a token of which only a hash is kept, for an hour', async () => {
      const account = await createAccount(app);
      const { data, response } = await request(account.email.toUpperCase());
      expect(response.status).to.equal(202);
      expect(data!.email).to.equal(account.email);
      const mail = await app.mail.next(account.email);
      expect(mail.link).to.match(/^http:\/\/localhost:\d+\/api\/reset-password#token=[A-Za-z0-9_-]{43}$/);
      const [row] = await app.query('SELECT * FROM one_time_tokens WHERE user_id = $1', [account.user_id]);
      expect(row!['token_hash']).to.deep.equal(createHash('sha256').update(tokenIn(mail.text)).digest());
      expect((row!['expires_at'] as Date).toISOString()).to.equal(data!.expires_at);
    });

    it('leaves the password as it is', async () => {
      const { email } = await createAccountWithPassword(app);
      await request(email);
      expect((await app.v2.POST('/api/v2/auth/login', { body: { email, password } })).response.status).to.equal(200);
    });

    it('returns the same for an unknown, unverified or closed account, and writes to none of them', async () => {
      const known = (await createAccount(app)).email;
      const waiting = newAddress();
      await app.v2.POST('/api/v2/auth/register', { body: { email: waiting, name: 'Ada', password } });
      await app.mail.next(waiting);
      const unknown = newAddress();
      const closed = await createAccountWithPassword(app);
      await app.query('UPDATE users SET deactivated_at = updated_at WHERE id = $1', [closed.user_id]);
      const shapes = [];
      for (const email of [unknown, waiting, closed.email, known]) {
        const { data, response } = await request(email);
        shapes.push([response.status, Object.keys(data!), data!.email === email]);
      }
      for (const shape of shapes) expect(shape).to.deep.equal(shapes[0]);
      await app.mail.next(known);
      await eventually(async () => {
        const waiting = "SELECT FROM graphile_worker.jobs WHERE task_identifier = 'auth.send_link'";
        expect(await app.query(waiting)).to.have.length(0);
      });
      const tokens = 'SELECT FROM one_time_tokens WHERE user_id = $1';
      expect(await app.query(tokens, [closed.user_id])).to.have.length(0);
      for (const email of [unknown, closed.email]) expect(await app.mail.all(email)).to.deep.equal([]);
      expect(await app.mail.all(waiting)).to.have.length(1);
    });

    it('sends no more than three mails an hour to one address', async () => {
      const account = await createAccount(app);
      for (let attempt = 0; attempt < 5; attempt++) await request(account.email);
      app.clock.advance(61 * 60_000);
      await request(account.email);
      for (let mail = 0; mail < 4; mail++) await app.mail.next(account.email);
      const made = await app.query<{ created_at: Date }>('SELECT created_at FROM one_time_tokens WHERE user_id = $1', [
        account.user_id,
      ]);
      const halfAnHourAgo = app.clock.now().getTime() - 30 * 60_000;
      const late = made.filter(({ created_at }) => created_at.getTime() > halfAnHourAgo);
      expect([made.length - late.length, late.length]).to.deep.equal([3, 1]);
    });

    it('is in the audit log of the home organization, with the id of the request', async () => {
      const account = await createAccount(app);
      const { response } = await request(account.email);
      await app.mail.next(account.email);
      const { audit } = await changesOf(app, response.headers.get('x-request-id')!);
      expect(audit).to.have.length(1);
      const { user_id: resource_id, organization_id } = account;
      expect(audit[0]).to.include({ action: 'password.request_reset', resource_id, organization_id, actor_id: null });
    });
  });
});
