import { expect } from 'chai';
import { clientsOf, createAccount, createSession, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { bodyOf } from '../support/factories.ts';
import { changedWhileWaiting } from '../support/lock-holder.ts';
import { createAccountWithPassword, password, tokenIn } from '../support/passwords.ts';
import { refusalOf } from '../support/scene.ts';
import { codeOf, turnOn } from '../support/second-factor.ts';

// Whoever proves who they are is let in, or changes a secret, only if the account is still as it was when they proved
// it: somebody else may close it, or replace a secret, in between.

interface Attempt {
  readonly act: () => Promise<{ readonly response: Response; readonly error?: unknown }>;
  readonly refusal: { readonly status: number; readonly code: string };
}

describe('an account that is changed while somebody proves whose it is', () => {
  const app = useApp();

  const logIn = ({ email }: Account) => app.v2.POST('/api/v2/auth/login', { body: { email, password } });

  const attempts: Readonly<Record<string, (account: Account) => Promise<Attempt>>> = {
    'a log-in': (account) =>
      Promise.resolve({ act: () => logIn(account), refusal: { status: 401, code: 'invalid_credentials' } }),
    'a log-in with a second factor': async (account) => {
      const { secret } = await turnOn(app, account);
      const challenge = bodyOf(await logIn(account));
      if (challenge.kind !== 'mfa_challenge') throw new Error('the log-in asked for no second factor');
      const body = { challenge_token: challenge.challenge_token, code: codeOf(secret, app.clock.now()) };
      const act = () => app.v2.POST('/api/v2/auth/login/mfa', { body });
      return { act, refusal: { status: 401, code: 'mfa_challenge_invalid' } };
    },
    'a reset of the password': async (account) => {
      await app.v2.POST('/api/v2/auth/password-reset', { body: { email: account.email } });
      const token = tokenIn((await app.mail.next(account.email)).text);
      const body = { token, password: 'copper meadow kettle 58' };
      const act = () => app.v2.POST('/api/v2/auth/password-reset/confirmation', { body });
      return { act, refusal: { status: 409, code: 'token_invalid' } };
    },
    'a change of the password': async (account) => {
      const { v2 } = clientsOf(app, (await createSession(app, account)).token);
      const body = { current_password: password, new_password: 'copper meadow kettle 58' };
      const act = () => v2.POST('/api/v2/auth/password', { body });
      return { act, refusal: { status: 409, code: 'password_wrong' } };
    },
  };
  const closed = 'UPDATE users SET deactivated_at = updated_at WHERE id = $1';
  const replaced = "UPDATE users SET password_hash = replace(password_hash, '=1$', '=1$AAAA') WHERE id = $1";
  const deleted = 'DELETE FROM users WHERE id = $1';
  const changes = { 'an operator closes it': closed, 'its password is replaced': replaced, 'it is deleted': deleted };

  for (const [what, prepare] of Object.entries(attempts)) {
    for (const [how, change] of Object.entries(changes)) {
      // Whoever closes an account ends its sessions, and with them this request's.
      if (what === 'a change of the password' && change === closed) continue;
      it(`refuses ${what} when ${how}`, async () => {
        const account = await createAccountWithPassword(app);
        const { act, refusal } = await prepare(account);
        const lock = 'SELECT FROM users WHERE id = $1 FOR UPDATE';
        const result = await changedWhileWaiting(app.databaseUrl, { lock, change, values: [account.user_id] }, act);
        expect(refusalOf(result)).to.deep.equal(refusal);
        const [row] = await app.query('SELECT password_hash FROM users WHERE id = $1', [account.user_id]);
        expect(String(row?.['password_hash']).includes('=1$AAAA')).to.equal(change === replaced);
        // The one of createSession() names no program.
        const begun = 'SELECT FROM sessions WHERE user_id = $1 AND user_agent IS NOT NULL';
        expect(await app.query(begun, [account.user_id])).to.have.length(0);
      });
    }
  }

  const ofTheOwner: Readonly<Record<string, (v2: Account['v2']) => ReturnType<Attempt['act']>>> = {
    'a change of the profile': (v2) => v2.PATCH('/api/v2/me', { body: { name: 'Ada Again' } }),
    'an enrolment of a second factor': (v2) => v2.POST('/api/v2/me/mfa/totp'),
    'a second deletion': (v2) => v2.DELETE('/api/v2/me'),
  };
  for (const [what, act] of Object.entries(ofTheOwner)) {
    it(`refuses ${what} when it is deleted`, async () => {
      const account = await createAccount(app);
      const { v2 } = clientsOf(app, (await createSession(app, account)).token);
      const gone = { lock: 'SELECT FROM users WHERE id = $1 FOR UPDATE', change: deleted, values: [account.user_id] };
      const result = await changedWhileWaiting(app.databaseUrl, gone, () => act(v2));
      expect(refusalOf(result)).to.deep.equal({ status: 401, code: 'unauthenticated' });
      expect(await app.query('SELECT FROM audit_log WHERE resource_id = $1', [account.user_id])).to.have.length(0);
    });
  }

  it('does not turn a second factor on by a code of a secret that was replaced', async () => {
    const account = await createAccountWithPassword(app);
    const { v2 } = clientsOf(app, (await createSession(app, account)).token);
    const { secret } = bodyOf(await v2.POST('/api/v2/me/mfa/totp'));
    const body = { code: codeOf(secret, app.clock.now()) };
    const lock = 'SELECT FROM totp_factors WHERE user_id = $1 FOR UPDATE';
    const change = "UPDATE totp_factors SET secret = secret || '\\x00'::bytea WHERE user_id = $1";
    const result = await changedWhileWaiting(app.databaseUrl, { lock, change, values: [account.user_id] }, () =>
      v2.POST('/api/v2/me/mfa/totp/confirmation', { body }),
    );
    expect(refusalOf(result)).to.deep.equal({ status: 409, code: 'mfa_not_enrolled' });
    const confirmed = 'SELECT FROM totp_factors WHERE user_id = $1 AND confirmed_at IS NOT NULL';
    expect(await app.query(confirmed, [account.user_id])).to.have.length(0);
  });
});
