import { expect } from 'chai';
import { clientsOf, createAccount, createSession } from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { refusalOf } from '../../support/scene.ts';
import { codeOf, enrol, turnOn, wrongCodeOf } from '../../support/second-factor.ts';
import { tracesOf } from '../../support/traces.ts';

describe('v2 confirmTotp POST /me/mfa/totp/confirmation', () => {
  // One of its own: it holds the clock.
  const app = useApp({});
  afterEach(() => app.clock.reset());

  function confirm(token: string, code: string) {
    return clientsOf(app, token).v2.POST('/api/v2/me/mfa/totp/confirmation', { body: { code } });
  }

  describe('200', () => {
    it('turns the second factor on, with ten recovery codes of which only hashes are kept', async () => {
      const account = await createAccount(app);
      const secret = await enrol(app, account);
      const { token } = await createSession(app, account);
      const { data, response } = await confirm(token, codeOf(secret, app.clock.now()));
      expect(response.status).to.equal(200);
      expect(new Set(data!.recovery_codes)).to.have.property('size', 10);
      const rows = await app.query<{ code_hash: string }>('SELECT code_hash FROM recovery_codes WHERE user_id = $1', [
        account.user_id,
      ]);
      expect(rows).to.have.length(10);
      for (const code of data!.recovery_codes) expect(JSON.stringify(rows)).not.to.include(code);
      const { audit } = await tracesOf(app, 'user', account.user_id);
      expect(audit.at(-1)).to.include({ action: 'mfa.confirm', actor_id: account.user_id });
      expect((await app.mail.next(account.email)).subject).to.equal('Your Architect account has a second factor');
    });

    it('replaces the session of the request by a new one', async () => {
      const account = await createAccount(app);
      const secret = await enrol(app, account);
      const { token } = await createSession(app, account);
      const { data, response } = await confirm(token, codeOf(secret, app.clock.now()));
      const start = data!.session_start;
      expect(response.headers.getSetCookie()[0]).to.include(start.token);
      expect((await clientsOf(app, token).v2.GET('/api/v2/me')).response.status).to.equal(401);
      expect((await clientsOf(app, start.token).v2.GET('/api/v2/me')).response.status).to.equal(200);
    });
  });

  describe('409', () => {
    it('returns mfa_code_wrong for a wrong code and one of long ago, and mfa_not_enrolled without a secret', async () => {
      const account = await createAccount(app);
      const { token } = await createSession(app, account);
      expect(refusalOf(await confirm(token, '123456'))).to.deep.equal({ status: 409, code: 'mfa_not_enrolled' });
      const secret = await enrol(app, account);
      for (const code of [wrongCodeOf(secret, app.clock.now()), codeOf(secret, app.clock.now(), -4)]) {
        expect(refusalOf(await confirm(token, code))).to.deep.equal({ status: 409, code: 'mfa_code_wrong' });
      }
    });

    it('returns mfa_not_enrolled where it is on already', async () => {
      const account = await createAccount(app);
      const { secret } = await turnOn(app, account);
      const { token } = await createSession(app, account);
      for (const code of [codeOf(secret, app.clock.now()), wrongCodeOf(secret, app.clock.now())])
        expect(refusalOf(await confirm(token, code))).to.deep.equal({ status: 409, code: 'mfa_not_enrolled' });
    });
  });

  describe('429', () => {
    it('slows guessing down after five wrong codes', async () => {
      const account = await createAccount(app);
      const secret = await enrol(app, account);
      const { token } = await createSession(app, account);
      // The wait is of one second.
      app.clock.hold();
      const codes = [];
      for (let attempt = 0; attempt < 7; attempt++) {
        codes.push(refusalOf(await confirm(token, wrongCodeOf(secret, app.clock.now()))).code);
      }
      expect(codes).to.deep.equal([...Array.from({ length: 6 }, () => 'mfa_code_wrong'), 'rate_limited']);
    });
  });

  describe('403', () => {
    it('returns session_required to an API key', async () => {
      const account = await createAccount(app);
      expect(refusalOf(await confirm(account.token, '123456'))).to.deep.equal({
        status: 403,
        code: 'session_required',
      });
    });
  });
});
