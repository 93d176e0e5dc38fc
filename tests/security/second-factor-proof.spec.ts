import { expect } from 'chai';
import { clientsOf, createSession, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { createAccountWithPassword, password } from '../support/passwords.ts';
import { refusalOf } from '../support/scene.ts';
import { codeOf, turnOn, type Authenticator } from '../support/second-factor.ts';

const next = 'copper meadow kettle 58';

describe('what changes how an account is protected', () => {
  // One of its own: it moves the clock.
  const app = useApp({});
  afterEach(() => app.clock.reset());
  beforeEach(() => app.query('DELETE FROM login_throttles'));

  const ways = {
    removeTotp: (token: string) => clientsOf(app, token).v2.DELETE('/api/v2/me/mfa/totp'),
    regenerateRecoveryCodes: (token: string) => clientsOf(app, token).v2.POST('/api/v2/me/mfa/recovery-codes'),
    changePassword: (token: string) =>
      clientsOf(app, token).v2.POST('/api/v2/auth/password', {
        body: { current_password: password, new_password: next },
      }),
    deleteMe: (token: string) => clientsOf(app, token).v2.DELETE('/api/v2/me'),
  } satisfies Record<string, (token: string) => Promise<{ error?: unknown; response: Response }>>;
  const refused = { status: 403, code: 'fresh_session_required' };

  async function createProtected(): Promise<Account & Authenticator> {
    const account = await createAccountWithPassword(app);
    return { ...account, ...(await turnOn(app, account)) };
  }

  async function logIn({ email }: Pick<Account, 'email'>, code: string): Promise<string> {
    const { data } = await app.v2.POST('/api/v2/auth/login', { body: { email, password } });
    if (data?.kind !== 'mfa_challenge') throw new Error('the log-in asked for no second factor');
    const body = { challenge_token: data.challenge_token, code };
    return (await app.v2.POST('/api/v2/auth/login/mfa', { body })).data!.token;
  }

  for (const [name, go] of Object.entries(ways)) {
    describe(name, () => {
      it('is refused to a session that is new but has not shown the factor', async () => {
        const account = await createProtected();
        const { token } = await createSession(app, account);
        expect(refusalOf(await go(token))).to.deep.equal(refused);
      });

      it('is refused 16 minutes after a log-in with the factor, also to a session that was rotated since', async () => {
        const account = await createProtected();
        const token = await logIn(account, codeOf(account.secret, app.clock.now()));
        app.clock.advance(16 * 60_000);
        const rotated = (await clientsOf(app, token).v2.POST('/api/v2/auth/rotation')).data!.token;
        expect(refusalOf(await go(rotated))).to.deep.equal(refused);
      });

      it('goes through after a log-in with a code of the authenticator', async () => {
        const account = await createProtected();
        expect((await go(await logIn(account, codeOf(account.secret, app.clock.now())))).response.ok).to.equal(true);
      });

      it('goes through after a log-in with a recovery code, also from a session that was rotated since', async () => {
        const account = await createProtected();
        const token = await logIn(account, account.recovery_codes[0]!);
        const rotated = (await clientsOf(app, token).v2.POST('/api/v2/auth/rotation')).data!.token;
        expect((await go(rotated)).response.ok).to.equal(true);
      });
    });
  }

  it('is refused to a session of long ago that the password made new before the factor was asked for', async () => {
    const account = await createAccountWithPassword(app);
    const { token } = await createSession(app, account);
    app.clock.advance(3 * 3_600_000);
    const renewed = (await ways.changePassword(token)).data!.token;
    await turnOn(app, account);
    expect(refusalOf(await ways.removeTotp(renewed))).to.deep.equal(refused);
  });

  it('lets the password be changed from a session of long ago where no second factor is on', async () => {
    const account = await createAccountWithPassword(app);
    const { token } = await createSession(app, account);
    app.clock.advance(3 * 3_600_000);
    expect((await ways.changePassword(token)).response.status).to.equal(200);
  });
});
