import { expect } from 'chai';
import { clientsOf, createSession } from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { createAccountWithPassword, password } from '../../support/passwords.ts';
import { refusalOf } from '../../support/scene.ts';
import { enrol, turnOn } from '../../support/second-factor.ts';
import { tracesOf } from '../../support/traces.ts';

describe('v2 removeTotp DELETE /me/mfa/totp', () => {
  // One of its own: it moves the clock.
  const app = useApp({});
  afterEach(() => app.clock.reset());

  function remove(token: string) {
    return clientsOf(app, token).v2.DELETE('/api/v2/me/mfa/totp');
  }

  async function kindOfLogIn(email: string): Promise<string | undefined> {
    return (await app.v2.POST('/api/v2/auth/login', { body: { email, password } })).data?.kind;
  }

  describe('204', () => {
    it('lets the password alone log in again; codes and challenges are gone, and the owner is told', async () => {
      const account = await createAccountWithPassword(app);
      const { proven } = await turnOn(app, account);
      await app.mail.next(account.email);
      expect(await kindOfLogIn(account.email)).to.equal('mfa_challenge');
      expect((await remove(proven)).response.status).to.equal(204);
      expect(await kindOfLogIn(account.email)).to.equal('session');
      const left = await app.query(
        `SELECT user_id FROM totp_factors WHERE user_id = $1 UNION ALL SELECT user_id FROM recovery_codes
         WHERE user_id = $1 UNION ALL SELECT user_id FROM mfa_challenges WHERE user_id = $1`,
        [account.user_id],
      );
      expect(left).to.deep.equal([]);
      expect((await app.mail.next(account.email)).subject).to.include('second factor');
      const { audit } = await tracesOf(app, 'user', account.user_id);
      expect(audit.at(-1)).to.include({ action: 'mfa.remove', actor_id: account.user_id });
    });
  });

  describe('409 mfa_not_on', () => {
    it('returns where there is none, or only one that waits', async () => {
      const account = await createAccountWithPassword(app);
      const { token } = await createSession(app, account);
      expect(refusalOf(await remove(token))).to.deep.equal({ status: 409, code: 'mfa_not_on' });
      await enrol(app, account);
      expect(refusalOf(await remove(token))).to.deep.equal({ status: 409, code: 'mfa_not_on' });
    });
  });

  describe('403', () => {
    it('returns fresh_session_required to a session of long ago, session_required to a key; it stays on', async () => {
      const account = await createAccountWithPassword(app);
      const { proven } = await turnOn(app, account);
      app.clock.advance(16 * 60_000);
      expect(refusalOf(await remove(proven))).to.deep.equal({ status: 403, code: 'fresh_session_required' });
      expect(refusalOf(await remove(account.token))).to.deep.equal({ status: 403, code: 'session_required' });
      expect(await kindOfLogIn(account.email)).to.equal('mfa_challenge');
    });
  });
});
