import { expect } from 'chai';
import { clientsOf, type Account } from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { createAccountWithPassword, password } from '../../support/passwords.ts';
import { refusalOf } from '../../support/scene.ts';
import { codeOf, turnOn, wrongCodeOf, type Authenticator } from '../../support/second-factor.ts';
import { tracesOf } from '../../support/traces.ts';

describe('v2 completeMfaLogIn POST /auth/login/mfa', () => {
  // One of its own: it moves the clock.
  const app = useApp({});
  afterEach(() => app.clock.reset());

  async function createProtected(): Promise<Account & Authenticator> {
    const account = await createAccountWithPassword(app);
    return { ...account, ...(await turnOn(app, account)) };
  }

  async function challengeOf({ email }: Pick<Account, 'email'>): Promise<string> {
    const { data, response } = await app.v2.POST('/api/v2/auth/login', { body: { email, password } });
    expect(response.headers.getSetCookie()).to.deep.equal([]);
    if (data?.kind !== 'mfa_challenge') throw new Error('the log-in asked for no second factor');
    return data.challenge_token;
  }

  function complete(challenge_token: string, code: string) {
    return app.v2.POST('/api/v2/auth/login/mfa', { body: { challenge_token, code } });
  }

  describe('200', () => {
    it('starts a session with a code of the authenticator', async () => {
      const account = await createProtected();
      const { data, response } = await complete(await challengeOf(account), codeOf(account.secret, app.clock.now()));
      expect(response.status).to.equal(200);
      expect(response.headers.getSetCookie()[0]).to.include(data!.token);
      expect((await clientsOf(app, data!.token).v2.GET('/api/v2/me')).data?.id).to.equal(account.user_id);
      const { audit, events } = await tracesOf(app, 'session', data!.session.id);
      expect(audit.map(({ action }) => action)).to.deep.equal(['session.create']);
      expect(events.map(({ type }) => type)).to.deep.equal(['session.created']);
    });

    it('takes each recovery code once', async () => {
      const account = await createProtected();
      const [code] = account.recovery_codes;
      expect((await complete(await challengeOf(account), code!)).response.status).to.equal(200);
      expect(refusalOf(await complete(await challengeOf(account), code!))).to.deep.equal({
        status: 401,
        code: 'mfa_code_invalid',
      });
    });
  });

  describe('401 mfa_code_invalid', () => {
    it('refuses a wrong code, one of the past, and another account’s recovery code', async () => {
      const account = await createProtected();
      const other = await createProtected();
      const challenge = await challengeOf(account);
      const codes = [
        wrongCodeOf(account.secret, app.clock.now()),
        codeOf(account.secret, app.clock.now(), -4),
        other.recovery_codes[0]!,
      ];
      for (const code of codes) {
        const refused = await complete(challenge, code);
        expect(refusalOf(refused), code).to.deep.equal({ status: 401, code: 'mfa_code_invalid' });
        expect(refused.response.headers.getSetCookie()).to.deep.equal([]);
      }
    });

    it('does not take the code that turned the factor on', async () => {
      const account = await createProtected();
      const refused = await complete(await challengeOf(account), account.confirmed);
      expect(refusalOf(refused)).to.deep.equal({ status: 401, code: 'mfa_code_invalid' });
    });

    it('takes no code of a step before the last one that was used', async () => {
      const account = await createProtected();
      const earlier = codeOf(account.secret, app.clock.now());
      const challenges = [await challengeOf(account), await challengeOf(account)];
      expect((await complete(challenges[0]!, codeOf(account.secret, app.clock.now(), 1))).response.ok).to.equal(true);
      expect(refusalOf(await complete(challenges[1]!, earlier))).to.deep.equal({
        status: 401,
        code: 'mfa_code_invalid',
      });
    });

    it('takes no code twice, not even within its thirty seconds, nor at the same time', async () => {
      const account = await createProtected();
      const code = codeOf(account.secret, app.clock.now(), 1);
      const challenges = [await challengeOf(account), await challengeOf(account), await challengeOf(account)];
      const responses = await Promise.all(challenges.map((challenge) => complete(challenge, code)));
      expect(responses.map(({ response }) => response.status).sort()).to.deep.equal([200, 401, 401]);
    });
  });

  describe('401 mfa_challenge_invalid', () => {
    const refused = { status: 401, code: 'mfa_challenge_invalid' };

    it('refuses a challenge that is unknown, completed, or older than five minutes', async () => {
      const account = await createProtected();
      const [first, second] = account.recovery_codes;
      expect(refusalOf(await complete('x'.repeat(43), first!))).to.deep.equal(refused);
      const outcome = await challengeOf(account);
      await complete(outcome, first!);
      expect(refusalOf(await complete(outcome, second!))).to.deep.equal(refused);
      const old = await challengeOf(account);
      app.clock.advance(5 * 60_000);
      expect(refusalOf(await complete(old, second!))).to.deep.equal(refused);
    });

    it('allows five wrong codes', async () => {
      const account = await createProtected();
      const challenge = await challengeOf(account);
      for (let attempt = 0; attempt < 5; attempt++) {
        const wrong = await complete(challenge, wrongCodeOf(account.secret, app.clock.now()));
        expect(refusalOf(wrong).code).to.equal('mfa_code_invalid');
      }
      expect(refusalOf(await complete(challenge, account.recovery_codes[0]!))).to.deep.equal(refused);
    });
  });

  describe('429', () => {
    it('slows guessing down over all challenges, and lets the owner in after the wait', async () => {
      const account = await createProtected();
      // The wait is of one second.
      app.clock.hold();
      const statuses = [];
      for (let attempt = 0; attempt < 7; attempt++) {
        const wrong = wrongCodeOf(account.secret, app.clock.now());
        statuses.push((await complete(await challengeOf(account), wrong)).response.status);
      }
      expect(statuses).to.deep.equal([401, 401, 401, 401, 401, 401, 429]);
      app.clock.advance(1000);
      const { response } = await complete(await challengeOf(account), account.recovery_codes[0]!);
      expect(response.status).to.equal(200);
    });
  });
});
