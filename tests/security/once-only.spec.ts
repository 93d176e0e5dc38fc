import { expect } from 'chai';
import { clientsOf, createAccount, createSession } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { createInvitation } from '../support/invitations.ts';
import { createAccountWithPassword, newAddress, password, tokenIn } from '../support/passwords.ts';
import { codeOf, enrol, turnOn } from '../support/second-factor.ts';

// Whatever is good once is used by several requests at the same time, and once more afterwards.

const TIMES = 4;

describe('what is good once', () => {
  // One of its own: attempts are counted.
  const app = useApp({ settings: { RATE_LIMIT_ENABLED: 'false' } });

  type Use = () => Promise<{ response: Response }>;

  async function challengeOf(email: string): Promise<string> {
    const { data } = await app.v2.POST('/api/v2/auth/login', { body: { email, password } });
    if (data?.kind !== 'mfa_challenge') throw new Error('the log-in asked for no second factor');
    return data.challenge_token;
  }
  const complete = (challenge_token: string, code: string) =>
    app.v2.POST('/api/v2/auth/login/mfa', { body: { challenge_token, code } });

  /** Each returns the same use, to be made several times. */
  const things: Readonly<Record<string, () => Promise<readonly Use[]>>> = {
    'a recovery code, for several challenges': async () => {
      const account = await createAccountWithPassword(app);
      const [code] = (await turnOn(app, account)).recovery_codes;
      const challenges = await Promise.all(Array.from({ length: TIMES + 1 }, () => challengeOf(account.email)));
      return challenges.map((challenge) => () => complete(challenge, code!));
    },
    'a code of the authenticator, for several challenges': async () => {
      const account = await createAccountWithPassword(app);
      const { secret } = await turnOn(app, account);
      const code = codeOf(secret, app.clock.now(), 1);
      const challenges = await Promise.all(Array.from({ length: TIMES + 1 }, () => challengeOf(account.email)));
      return challenges.map((challenge) => () => complete(challenge, code));
    },
    'a challenge, with several recovery codes': async () => {
      const account = await createAccountWithPassword(app);
      const { recovery_codes } = await turnOn(app, account);
      const challenge = await challengeOf(account.email);
      return recovery_codes.slice(0, TIMES + 1).map((code) => () => complete(challenge, code));
    },
    'the code that turns the second factor on': async () => {
      const account = await createAccount(app);
      const code = codeOf(await enrol(app, account), app.clock.now());
      const made = await Promise.all(Array.from({ length: TIMES + 1 }, () => createSession(app, account)));
      return made.map(
        ({ token }) =>
          () =>
            clientsOf(app, token).v2.POST('/api/v2/me/mfa/totp/confirmation', { body: { code } }),
      );
    },
    'a link that resets a password': async () => {
      const { email } = await createAccountWithPassword(app);
      await app.v2.POST('/api/v2/auth/password-reset', { body: { email } });
      const token = tokenIn((await app.mail.next(email)).text);
      return Array.from({ length: TIMES + 1 }, (_, number) => () => {
        const body = { token, password: `copper meadow kettle ${number}` };
        return app.v2.POST('/api/v2/auth/password-reset/confirmation', { body });
      });
    },
    'a link that verifies an address': async () => {
      const email = newAddress();
      await app.v2.POST('/api/v2/auth/register', { body: { email, name: 'Ada', password } });
      const body = { token: tokenIn((await app.mail.next(email)).text) };
      return Array.from({ length: TIMES + 1 }, () => () => app.v2.POST('/api/v2/auth/email-verification', { body }));
    },
    'an invitation to an organization': async () => {
      const [host, invited] = [await createAccount(app), await createAccount(app)];
      await createInvitation(host, { email: invited.email });
      const body = { token: tokenIn((await app.mail.next(invited.email)).text) };
      const { v2 } = clientsOf(app, (await createSession(app, invited)).token);
      return Array.from({ length: TIMES + 1 }, () => () => v2.POST('/api/v2/invitations/acceptance', { body }));
    },
    'a session’s token, for rotation': async () => {
      const { v2 } = clientsOf(app, (await createSession(app, await createAccount(app))).token);
      return Array.from({ length: TIMES + 1 }, () => () => v2.POST('/api/v2/auth/rotation'));
    },
  };

  for (const [thing, prepare] of Object.entries(things)) {
    it(`${thing}: one of ${TIMES} at the same time, and none afterwards`, async () => {
      const [late, ...uses] = await prepare();
      const successes = (await Promise.all(uses.map((use) => use()))).filter(({ response }) => response.ok);
      expect(successes).to.have.length(1);
      expect((await late!()).response.ok).to.equal(false);
    });
  }
});
