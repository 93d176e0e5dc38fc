import { expect } from 'chai';
import { clientsOf, createSession } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { createAccountWithPassword, newAddress, password, tokenIn } from '../support/passwords.ts';
import { refusalOf } from '../support/scene.ts';

describe('Security_PasswordPolicy: which passwords an account may have', function () {
  // Every accepted password is hashed.
  this.timeout(60_000);

  // One of its own: addresses that fail are slowed down.
  const app = useApp({});

  function register(secret: string, email = newAddress()) {
    return app.v2.POST('/api/v2/auth/register', { body: { email, name: 'Ada Lindqvist', password: secret } });
  }

  /** Tries a password at every door; returns what each says. */
  async function everywhere(secret: string): Promise<ReturnType<typeof refusalOf>[]> {
    const account = await createAccountWithPassword(app);
    const { token } = await createSession(app, account);
    await app.v2.POST('/api/v2/auth/password-reset', { body: { email: account.email } });
    const reset = { token: tokenIn((await app.mail.next(account.email)).text), password: secret };
    const change = { current_password: password, new_password: secret };
    return [
      await register(secret),
      await app.v1.POST('/api/v1/auth/register', { body: { email: newAddress(), name: 'Ada', password: secret } }),
      await app.v2.POST('/api/v2/auth/password-reset/confirmation', { body: reset }),
      await clientsOf(app, token).v2.POST('/api/v2/auth/password', { body: change }),
    ].map(refusalOf);
  }

  const all = <Value>(value: Value): Value[] => [value, value, value, value];

  it('refuses less than 12 and more than 128 characters, at every door', async () => {
    for (const secret of ['eleven char', 'x1 '.repeat(43)]) {
      expect(await everywhere(secret)).to.deep.equal(all({ status: 400, code: 'validation_failed' }));
    }
  });

  it('takes 12 and 128 characters, blanks and every script', async () => {
    for (const secret of [
      'mauve kettle',
      `${'lantern kettle 94 '.repeat(7)}ok`,
      'тихая гавань фонарь',
      '静かな港のランタンと古い灯台',
    ]) {
      expect((await register(secret)).response.status, secret).to.equal(202);
    }
  });

  it('refuses common ones, however they are dressed up, at every door', async () => {
    for (const secret of ['password1234', 'P@$$w0rd1234!!']) {
      expect(await everywhere(secret), secret).to.deep.equal(all({ status: 409, code: 'password_rejected' }));
    }
  });

  it('refuses runs, repetitions, and what is made of name or address', async () => {
    const email = newAddress();
    for (const secret of ['qwertyuiop1234', 'abcabcabcabcabc', 'aaaaaaaaaaaaaaa', 'Ada Lindqvist 1', email]) {
      expect(refusalOf(await register(secret, email)), secret).to.deep.equal({
        status: 409,
        code: 'password_rejected',
      });
    }
  });

  it('asks for no kinds of characters, and for no change by the calendar', async () => {
    expect((await register('copper meadow kettle')).response.status).to.equal(202);
  });

  it('keeps argon2id hashes with a salt each, and the password nowhere', async () => {
    const emails = [newAddress(), newAddress()];
    for (const email of emails) await register('copper meadow kettle 58', email);
    const rows = await app.query<{ password_hash: string }>(
      'SELECT t.password_hash FROM one_time_tokens t JOIN users u ON u.id = t.user_id WHERE u.email = ANY ($1)',
      [emails],
    );
    expect(rows).to.have.length(2);
    for (const { password_hash } of rows) expect(password_hash).to.match(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(rows[0]!.password_hash).not.to.equal(rows[1]!.password_hash);
    const traces = await app.query(
      `SELECT before::text || after::text AS text FROM audit_log WHERE (before::text || after::text) LIKE '%copper meadow%'`,
    );
    expect(traces).to.deep.equal([]);
  });

  it('compares what was typed on any keyboard: composed and decomposed letters are the same', async () => {
    const email = newAddress();
    await register('käse und brötchen 12'.normalize('NFD'), email);
    const token = tokenIn((await app.mail.next(email)).text);
    await app.v2.POST('/api/v2/auth/email-verification', { body: { token } });
    const body = { email, password: 'käse und brötchen 12'.normalize('NFC') };
    expect((await app.v2.POST('/api/v2/auth/login', { body })).response.status).to.equal(200);
  });
});
