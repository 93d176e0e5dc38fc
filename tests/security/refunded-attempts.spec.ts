import { expect } from 'chai';
import { clientsOf, createSession, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { bodyOf } from '../support/factories.ts';
import { createAccountWithPassword, password, tokenIn } from '../support/passwords.ts';
import { codeOf, enrol, turnOn, wrongCodeOf } from '../support/second-factor.ts';

// Every attempt to guess is charged before it is judged. Whoever then shows the right secret is charged nothing: neither
// for that attempt, nor for their slips before it.

type Try = (isRight: boolean) => Promise<{ readonly response: Response }>;

describe('a right secret', () => {
  // One of its own: it reads all charges.
  const app = useApp({});
  beforeEach(() => app.query('DELETE FROM login_throttles'));

  /** What is charged to anybody but the address, which others may guess from. */
  const charged = async (): Promise<string[]> => {
    const rows = await app.query<{ subject: string }>('SELECT subject FROM login_throttles ORDER BY subject');
    return rows.map(({ subject }) => subject.split(' ')[0]!).filter((kind) => kind !== 'address');
  };

  async function challengeOf({ email }: Account): Promise<string> {
    const challenge = bodyOf(await app.v2.POST('/api/v2/auth/login', { body: { email, password } }));
    if (challenge.kind !== 'mfa_challenge') throw new Error('the log-in asked for no second factor');
    return challenge.challenge_token;
  }

  const proofs: Readonly<Record<string, (account: Account) => Promise<Try>>> = {
    'the password, in a log-in': ({ email }) =>
      Promise.resolve((isRight) =>
        app.v2.POST('/api/v2/auth/login', { body: { email, password: isRight ? password : 'not the right one' } }),
      ),
    'a code, in a log-in': async (account) => {
      const { secret } = await turnOn(app, account);
      const now = app.clock.now();
      const challenge_token = await challengeOf(account);
      return (isRight) => {
        const code = isRight ? codeOf(secret, now) : wrongCodeOf(secret, now);
        return app.v2.POST('/api/v2/auth/login/mfa', { body: { challenge_token, code } });
      };
    },
    'a recovery code, in a log-in': async (account) => {
      const { recovery_codes } = await turnOn(app, account);
      const challenge_token = await challengeOf(account);
      return (isRight) => {
        const code = isRight ? recovery_codes[0]! : 'aaaaa-22222';
        return app.v2.POST('/api/v2/auth/login/mfa', { body: { challenge_token, code } });
      };
    },
    'a code that turns the second factor on': async (account) => {
      const secret = await enrol(app, account);
      const { v2 } = clientsOf(app, (await createSession(app, account)).token);
      const now = app.clock.now();
      return (isRight) => {
        const body = { code: isRight ? codeOf(secret, now) : wrongCodeOf(secret, now) };
        return v2.POST('/api/v2/me/mfa/totp/confirmation', { body });
      };
    },
    'the current password, in a change': async (account) => {
      const { v2 } = clientsOf(app, (await createSession(app, account)).token);
      return (isRight) => {
        const current_password = isRight ? password : 'not the right one';
        return v2.POST('/api/v2/auth/password', {
          body: { current_password, new_password: 'copper meadow kettle 58' },
        });
      };
    },
    'the current password, where the new one is refused': async (account) => {
      const { v2 } = clientsOf(app, (await createSession(app, account)).token);
      return async (isRight) => {
        const current_password = isRight ? password : 'not the right one';
        const body = { current_password, new_password: isRight ? 'password1234' : 'copper meadow kettle 58' };
        const result = await v2.POST('/api/v2/auth/password', { body });
        if (isRight) expect((result.error as { code: string }).code).to.equal('password_rejected');
        return { response: isRight ? new Response() : result.response };
      };
    },
  };

  for (const [what, prepare] of Object.entries(proofs)) {
    it(`takes every charge back: ${what}`, async () => {
      const attempt = await prepare(await createAccountWithPassword(app));
      expect(await charged(), 'before').to.deep.equal([]);
      for (let slip = 0; slip < 2; slip++) expect((await attempt(false)).response.ok).to.equal(false);
      expect(await charged(), 'after two slips').to.have.length(1);
      expect((await attempt(true)).response.ok).to.equal(true);
      expect(await charged(), 'in the end').to.deep.equal([]);
    });
  }

  it('is not asked of whoever follows the link of a mail, and frees the account all the same', async () => {
    const { email } = await createAccountWithPassword(app);
    await app.v2.POST('/api/v2/auth/login', { body: { email, password: 'not the right one' } });
    expect(await charged()).to.deep.equal(['account']);
    await app.v2.POST('/api/v2/auth/password-reset', { body: { email } });
    const body = { token: tokenIn((await app.mail.next(email)).text), password: 'copper meadow kettle 58' };
    await app.v2.POST('/api/v2/auth/password-reset/confirmation', { body });
    expect(await charged()).to.deep.equal([]);
  });
});
