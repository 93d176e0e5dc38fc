import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { useApp } from '../../support/app.ts';
import { createAccountWithPassword, newAddress, password, tokenIn } from '../../support/passwords.ts';

const DAY_MS = 86_400_000;

describe('v2 registerUser POST /auth/register', () => {
  const app = useApp();

  function register(email: string, body: { readonly name?: string; readonly password?: string } = {}) {
    return app.v2.POST('/api/v2/auth/register', { body: { email, name: 'Ada Lindqvist', password, ...body } });
  }

  async function verify(mail: { readonly text: string }): Promise<number> {
    const body = { token: tokenIn(mail.text) };
    return (await app.v2.POST('/api/v2/auth/email-verification', { body })).response.status;
  }

  async function logIn(email: string, secret: string): Promise<number> {
    const body = { email, password: secret };
    return (await app.v2.POST('/api/v2/auth/login', { body })).response.status;
  }

  describe('202', () => {
    it('writes to the address and leaves an account that is not open yet', async () => {
      const email = newAddress();
      const { data, response } = await register(email);
      expect(response.status).to.equal(202);
      expect(data?.email).to.equal(email);
      const [user] = await app.query('SELECT * FROM users WHERE email = $1', [email]);
      expect(user).to.include({ name: 'Ada Lindqvist', password_hash: null, email_verified_at: null, version: 1 });
      const mail = await app.mail.next(email);
      expect(mail.subject).to.equal('Verify your address for Architect');
      expect(mail.link).to.match(/^http:\/\/localhost:\d+\/api\/verify-email#token=[A-Za-z0-9_-]{43}$/);
    });

    it('keeps nothing but hashes, and the token for a day', async () => {
      const email = newAddress();
      const { data } = await register(email);
      const token = tokenIn((await app.mail.next(email)).text);
      const [row] = await app.query<{ password_hash: string; token_hash: Buffer; expires_at: Date; created_at: Date }>(
        'SELECT t.* FROM one_time_tokens t JOIN users u ON u.id = t.user_id WHERE u.email = $1',
        [email],
      );
      expect(row!.password_hash).to.match(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
      expect(row!.token_hash).to.deep.equal(createHash('sha256').update(token).digest());
      expect(row!.expires_at.getTime() - row!.created_at.getTime()).to.equal(DAY_MS);
      expect(data?.expires_at).to.equal(row!.expires_at.toISOString());
    });

    it('records the registration in the audit log and as an event of the installation', async () => {
      const email = newAddress();
      await register(email);
      const [user] = await app.query<{ id: string }>('SELECT id FROM users WHERE email = $1', [email]);
      const audit = await app.query('SELECT * FROM audit_log WHERE resource_id = $1', [user!.id]);
      expect(audit).to.have.length(1);
      expect(audit[0]).to.include({ action: 'user.register', actor_id: user!.id, organization_id: null });
      expect(JSON.stringify(audit[0])).to.not.include('argon2');
      const events = await app.query('SELECT type, data FROM events WHERE user_id = $1', [user!.id]);
      expect(events).to.have.length(1);
      expect(events[0]).to.have.property('type', 'user.registered');
      expect(events[0]).to.have.nested.property('data.email', email);
    });

    it('takes an address in any case for the same, and keeps it in lower case', async () => {
      const email = newAddress();
      await register(email.toUpperCase());
      const { data } = await register(email);
      expect(data?.email).to.equal(email);
      const users = await app.query('SELECT email FROM users WHERE lower(email) = $1', [email]);
      expect(users).to.deep.equal([{ email }]);
    });

    it('returns the same for an address with an account, mails its owner, and changes nothing', async () => {
      const account = await createAccountWithPassword(app);
      const before = await app.query('SELECT * FROM users WHERE id = $1', [account.user_id]);
      const known = await register(account.email, { name: 'Mallory', password: 'another harbour lantern' });
      const unknown = await register(newAddress());
      expect(known.response.status).to.equal(unknown.response.status);
      expect(Object.keys(known.data!)).to.deep.equal(Object.keys(unknown.data!));
      const mail = await app.mail.next(account.email);
      expect(mail.subject).to.equal('You already have an Architect account');
      expect(mail.text).to.include(`Hello ${account.name}`).and.not.include('#token=');
      expect(await app.query('SELECT * FROM users WHERE id = $1', [account.user_id])).to.deep.equal(before);
      expect(await logIn(account.email, password)).to.equal(200);
    });

    it('keeps the password where the same registration is sent twice, whichever link is followed', async () => {
      for (const followed of [0, 1]) {
        const email = newAddress();
        const mails = [];
        for (const spelling of [email, email.toUpperCase()]) {
          await register(spelling);
          mails.push(await app.mail.next(email));
        }
        expect(mails[1]!.text).not.to.include('/auth/password-reset');
        expect(await verify(mails[followed]!)).to.equal(200);
        expect(await logIn(email, password)).to.equal(200);
      }
    });

    it('sends no more than five mails an hour to one address', async () => {
      const email = newAddress();
      for (let attempt = 1; attempt <= 7; attempt++) expect((await register(email)).response.status).to.equal(202);
      const jobs = await app.query(`SELECT sent FROM account_mails WHERE email = $1`, [email]);
      expect(jobs).to.deep.equal([{ sent: 7 }]);
      const tokens = await app.query(
        'SELECT 1 FROM one_time_tokens t JOIN users u ON u.id = t.user_id WHERE u.email = $1',
        [email],
      );
      expect(tokens).to.have.length(5);
    });

    it('makes one user of registrations that arrive at the same time', async () => {
      const email = newAddress();
      const responses = await Promise.all([1, 2, 3, 4].map(() => register(email)));
      expect(responses.map(({ response }) => response.status)).to.deep.equal([202, 202, 202, 202]);
      expect(await app.query('SELECT 1 FROM users WHERE email = $1', [email])).to.have.length(1);
    });
  });

  describe('400', () => {
    it('lists every violation: the address, the name, a short password and an unknown field', async () => {
      const body = { email: 'not an address', name: ' ', password: 'elevenchars', is_operator: true };
      const { error, response } = await app.v2.POST('/api/v2/auth/register', { body });
      expect(response.status).to.equal(400);
      expect(error).to.have.property('code', 'validation_failed');
      const pointers = [...new Set((error?.errors ?? []).map(({ pointer }) => pointer))].sort();
      expect(pointers).to.deep.equal(['/email', '/is_operator', '/name', '/password']);
    });

    it('does not print a pattern that is too long to read', async () => {
      const body = { email: 'ada', name: 'Ada', password: 'mauve tractor 71 lemonade' };
      const { error } = await app.v2.POST('/api/v2/auth/register', { body });
      expect(error?.errors?.map(({ detail }) => detail)).to.deep.equal([
        'must match format "idn-email"',
        'must match the pattern in the contract',
      ]);
    });

    it('refuses an address by its format alone, where the pattern cannot tell that no mail reaches it', async () => {
      const body = { email: 'ada@-meridian.example', name: 'Ada', password: 'mauve tractor 71 lemonade' };
      const { error, response } = await app.v2.POST('/api/v2/auth/register', { body });
      expect(response.status).to.equal(400);
      expect(error?.errors?.map(({ code, pointer }) => [code, pointer])).to.deep.equal([['format', '/email']]);
    });

    it('takes passwords of 12 to 128 characters, whatever their bytes', async () => {
      const mixed = 'ключ Ünder 鍵 94 ';
      expect((await register(newAddress(), { password: mixed.repeat(8).slice(0, 128) })).response.status).to.equal(202);
      expect((await register(newAddress(), { password: mixed.repeat(9).slice(0, 129) })).response.status).to.equal(400);
      expect((await register(newAddress(), { password: mixed.slice(0, 12) })).response.status).to.equal(202);
      expect((await register(newAddress(), { password: mixed.slice(0, 11) })).response.status).to.equal(400);
    });
  });

  describe('409 password_rejected', () => {
    for (const common of ['password1234', 'P@ssw0rd123456', 'iloveyouforever', 'qwertyuiopasdf', 'AdaLindqvist!!1']) {
      it(`refuses ${common}, and neither keeps nor sends anything`, async () => {
        const email = newAddress();
        const { error, response } = await register(email, { password: common });
        expect([response.status, error?.code]).to.deep.equal([409, 'password_rejected']);
        expect(await app.query('SELECT 1 FROM users WHERE email = $1', [email])).to.deep.equal([]);
      });
    }
  });
});
