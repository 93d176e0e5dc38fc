import { expect } from 'chai';
import { clientsOf, createAccount, createSession } from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { refusalOf } from '../../support/scene.ts';
import { enrol, turnOn } from '../../support/second-factor.ts';
import { tracesOf } from '../../support/traces.ts';

describe('v2 enrolTotp POST /me/mfa/totp', () => {
  // One of its own: it moves the clock.
  const app = useApp({});
  afterEach(() => app.clock.reset());

  describe('200', () => {
    it('returns a secret of 160 bits, and the address that authenticators read', async () => {
      const account = await createAccount(app);
      const { token } = await createSession(app, account);
      const { data } = await clientsOf(app, token).v2.POST('/api/v2/me/mfa/totp');
      const address = new URL(data!.otpauth_uri);
      expect(`${address.protocol}//${address.host}`).to.equal('otpauth://totp');
      expect(decodeURIComponent(address.pathname)).to.equal(`/Architect:${account.email}`);
      expect(Object.fromEntries(address.searchParams)).to.deep.equal({
        issuer: 'Architect',
        secret: data!.secret,
        algorithm: 'SHA1',
        digits: '6',
        period: '30',
      });
      expect(data!.secret).to.have.length(32);
    });

    it('keeps the secret encrypted, and out of the audit log', async () => {
      const account = await createAccount(app);
      const secret = await enrol(app, account);
      const [row] = await app.query<{ secret: Buffer }>('SELECT secret FROM totp_factors WHERE user_id = $1', [
        account.user_id,
      ]);
      // 20 bytes, and key id, nonce and tag around them.
      expect(row!.secret).to.have.length(20 + 4 + 12 + 16);
      const { audit } = await tracesOf(app, 'user', account.user_id);
      expect(audit.map(({ action }) => action)).to.deep.equal(['mfa.enrol']);
      expect(JSON.stringify(audit)).not.to.include(secret);
    });

    it('replaces a secret that was not confirmed', async () => {
      const account = await createAccount(app);
      expect(await enrol(app, account)).not.to.equal(await enrol(app, account));
    });
  });

  describe('409 mfa_already_on', () => {
    it('keeps the confirmed one', async () => {
      const account = await createAccount(app);
      await turnOn(app, account);
      const { token } = await createSession(app, account);
      expect(refusalOf(await clientsOf(app, token).v2.POST('/api/v2/me/mfa/totp'))).to.deep.equal({
        status: 409,
        code: 'mfa_already_on',
      });
    });
  });

  describe('403', () => {
    it('returns fresh_session_required a quarter of an hour after the log-in, however much was rotated', async () => {
      const { token } = await createSession(app, await createAccount(app));
      app.clock.advance(14 * 60_000);
      expect((await clientsOf(app, token).v2.POST('/api/v2/me/mfa/totp')).response.status).to.equal(200);
      const rotated = (await clientsOf(app, token).v2.POST('/api/v2/auth/rotation')).data!;
      app.clock.advance(2 * 60_000);
      expect(refusalOf(await clientsOf(app, rotated.token).v2.POST('/api/v2/me/mfa/totp'))).to.deep.equal({
        status: 403,
        code: 'fresh_session_required',
      });
    });

    it('returns session_required to an API key', async () => {
      const { v2 } = await createAccount(app);
      expect(refusalOf(await v2.POST('/api/v2/me/mfa/totp'))).to.deep.equal({ status: 403, code: 'session_required' });
    });
  });
});
