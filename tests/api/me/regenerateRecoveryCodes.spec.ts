import { expect } from 'chai';
import { clientsOf, createAccount, createSession } from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { createAccountWithPassword, password } from '../../support/passwords.ts';
import { refusalOf } from '../../support/scene.ts';
import { turnOn } from '../../support/second-factor.ts';
import { tracesOf } from '../../support/traces.ts';

describe('v2 regenerateRecoveryCodes POST /me/mfa/recovery-codes', () => {
  // One of its own: it moves the clock.
  const app = useApp({});
  afterEach(() => app.clock.reset());

  function regenerate(token: string) {
    return clientsOf(app, token).v2.POST('/api/v2/me/mfa/recovery-codes');
  }

  async function statusWith(email: string, code: string): Promise<number> {
    const { data } = await app.v2.POST('/api/v2/auth/login', { body: { email, password } });
    if (data?.kind !== 'mfa_challenge') throw new Error('the log-in asked for no second factor');
    const body = { challenge_token: data.challenge_token, code };
    return (await app.v2.POST('/api/v2/auth/login/mfa', { body })).response.status;
  }

  describe('200', () => {
    it('returns ten new codes; those before them stop working', async () => {
      const account = await createAccountWithPassword(app);
      const { recovery_codes, proven } = await turnOn(app, account);
      const { data } = await regenerate(proven);
      expect(data!.recovery_codes.filter((code) => recovery_codes.includes(code))).to.deep.equal([]);
      expect(await statusWith(account.email, recovery_codes[0]!)).to.equal(401);
      expect(await statusWith(account.email, data!.recovery_codes[0]!)).to.equal(200);
      const { audit } = await tracesOf(app, 'user', account.user_id);
      expect(audit.at(-1)).to.include({ action: 'mfa.regenerate_codes', actor_id: account.user_id });
      expect(JSON.stringify(audit)).not.to.include(data!.recovery_codes[0]);
    });
  });

  describe('409 mfa_not_on', () => {
    it('returns where there is no second factor', async () => {
      const { token } = await createSession(app, await createAccount(app));
      expect(refusalOf(await regenerate(token))).to.deep.equal({ status: 409, code: 'mfa_not_on' });
    });
  });

  describe('403', () => {
    it('returns fresh_session_required to a session of long ago, session_required to a key', async () => {
      const account = await createAccount(app);
      const { proven } = await turnOn(app, account);
      app.clock.advance(16 * 60_000);
      expect(refusalOf(await regenerate(proven))).to.deep.equal({ status: 403, code: 'fresh_session_required' });
      expect(refusalOf(await regenerate(account.token))).to.deep.equal({ status: 403, code: 'session_required' });
    });
  });
});
