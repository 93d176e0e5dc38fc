import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { useApp } from '../../support/app.ts';
import { clientsOf, createAccount } from '../../support/accounts.ts';
import { createAccountWithPassword, newAddress, password, sessionOf } from '../../support/passwords.ts';

describe('v2 logIn POST /auth/login', () => {
  const app = useApp();

  function logIn(email: string, secret = password, from = app) {
    return from.v2.POST('/api/v2/auth/login', { body: { email, password: secret } });
  }

  describe('200', () => {
    it('starts a session whose token opens what the user may see', async () => {
      const account = await createAccountWithPassword(app);
      const { data, response } = await logIn(account.email);
      expect(response.status).to.equal(200);
      expect(sessionOf(data).user).to.include({ id: account.user_id, email: account.email });
      expect(sessionOf(data).session).to.include({ user_id: account.user_id, is_current: true, address: '127.0.0.1' });
      const me = await clientsOf(app, sessionOf(data).token).v2.GET('/api/v2/me');
      expect(me.data).to.deep.equal(sessionOf(data).user);
    });

    it('sets a cookie that scripts cannot read, and that works with the CSRF token of the response', async () => {
      const account = await createAccountWithPassword(app);
      const { data, response } = await logIn(account.email);
      const [set = ''] = response.headers.getSetCookie();
      expect(set).to.equal(
        `architect_session=${sessionOf(data).token}; Max-Age=2592000; Path=/; HttpOnly; SameSite=Lax`,
      );
      const headers = { cookie: set.split(';')[0], 'x-csrf-token': sessionOf(data).csrf_token };
      const { response: created } = await app.v2.POST('/api/v2/organizations', { body: { name: 'Second' }, headers });
      expect(created.status).to.equal(201);
    });

    it('keeps only a hash of the token, and where the session came from', async () => {
      const account = await createAccountWithPassword(app);
      const { data } = await logIn(account.email);
      const [row] = await app.query('SELECT * FROM sessions WHERE id = $1', [sessionOf(data).session.id]);
      expect(row!['token_hash']).to.deep.equal(createHash('sha256').update(sessionOf(data).token).digest());
      expect(row).to.include({ address: '127.0.0.1', user_agent: 'node', organization_id: account.organization_id });
    });

    it('shows the beginning of the longest name of a program', async () => {
      const { email } = await createAccountWithPassword(app);
      const named = async (agent: string): Promise<string | null> => {
        const headers = { 'user-agent': agent };
        const { data } = await app.v2.POST('/api/v2/auth/login', { body: { email, password }, headers });
        return sessionOf(data).session.user_agent;
      };
      expect(await named('a'.repeat(500))).to.equal('a'.repeat(500));
      expect(await named(`${'a'.repeat(500)}b`)).to.equal('a'.repeat(500));
    });

    it('takes the address in any case', async () => {
      const account = await createAccountWithPassword(app);
      expect((await logIn(account.email.toUpperCase())).response.status).to.equal(200);
    });

    it('gives each log-in a session of its own', async () => {
      const account = await createAccountWithPassword(app);
      const first = await logIn(account.email);
      const second = await logIn(account.email);
      expect(sessionOf(first.data).token).to.not.equal(sessionOf(second.data).token);
      expect((await clientsOf(app, sessionOf(first.data).token).v2.GET('/api/v2/me')).response.status).to.equal(200);
    });

    it('records the session in the audit log and as an event, without its secrets', async () => {
      const account = await createAccountWithPassword(app);
      const { data } = await logIn(account.email);
      const audit = await app.query('SELECT * FROM audit_log WHERE resource_id = $1', [sessionOf(data).session.id]);
      expect(audit).to.have.length(1);
      expect(audit[0]).to.include({ action: 'session.create', actor_id: account.user_id });
      const events = await app.query('SELECT * FROM events WHERE subject = $1', [
        `session/${sessionOf(data).session.id}`,
      ]);
      expect(events.map(({ type }: { type?: string }) => type)).to.deep.equal(['session.created']);
      expect(JSON.stringify([audit, events])).to.not.include(sessionOf(data).token.slice(4));
    });
  });

  describe('401 invalid_credentials', () => {
    async function refusal(email: string, secret: string): Promise<unknown> {
      const { error, response } = await logIn(email, secret);
      expect(response.status).to.equal(401);
      expect(response.headers.get('www-authenticate')).to.match(/^Bearer /);
      expect(response.headers.getSetCookie()).to.deep.equal([]);
      return { ...error, request_id: '' };
    }

    it('returns the same for a wrong password, an unknown address and an unverified one', async () => {
      const account = await createAccountWithPassword(app);
      const unverified = newAddress();
      await app.v2.POST('/api/v2/auth/register', { body: { email: unverified, name: 'Ada', password } });
      const wrong = await refusal(account.email, 'not the right one');
      expect(wrong).to.have.property('code', 'invalid_credentials');
      expect(await refusal(newAddress(), password)).to.deep.equal(wrong);
      expect(await refusal(unverified, password)).to.deep.equal(wrong);
    });

    it('has no way in for an account without a password', async () => {
      const account = await createAccount(app);
      expect(await refusal(account.email, password)).to.have.property('code', 'invalid_credentials');
    });

    it('compares the whole password, in its case', async () => {
      const account = await createAccountWithPassword(app);
      await refusal(account.email, password.toUpperCase());
      await refusal(account.email, `${password} `);
      await refusal(account.email, password.slice(0, -1));
    });
  });

  describe('429 rate_limited', () => {
    // One of its own: an address that has been slowed down is everybody's.
    const own = useApp({});
    beforeEach(() => own.query('DELETE FROM login_throttles'));
    // The shortest waits are of one second.
    beforeEach(() => own.clock.hold());
    afterEach(() => own.clock.reset());

    /** The same as so many failures, without computing a hash for each. */
    async function pretendFailures(kind: 'account' | 'address', failures: number): Promise<void> {
      await own.query('UPDATE login_throttles SET failures = $2 WHERE subject LIKE $1', [`${kind} %`, failures]);
    }

    async function fail(email: string, times: number): Promise<number[]> {
      const statuses: number[] = [];
      for (let attempt = 0; attempt < times; attempt++) {
        statuses.push((await logIn(email, 'not the right one', own)).response.status);
      }
      return statuses;
    }

    it('slows an account down after ten failures, the right password too, and lets it in after the wait', async () => {
      const account = await createAccountWithPassword(own);
      expect(new Set(await fail(account.email, 11))).to.deep.equal(new Set([401]));
      const { error, response } = await logIn(account.email, password, own);
      expect([response.status, error?.code]).to.deep.equal([429, 'rate_limited']);
      expect(response.headers.get('retry-after')).to.equal('1');
      own.clock.advance(1000);
      expect((await logIn(account.email, password, own)).response.status).to.equal(200);
    });

    it('slows down guesses at an address that has no account just the same', async () => {
      const email = newAddress();
      await fail(email, 1);
      await pretendFailures('account', 10);
      expect(await fail(email, 2)).to.deep.equal([401, 429]);
    });

    it('forgets the failures once the owner has come in', async () => {
      const account = await createAccountWithPassword(own);
      await fail(account.email, 1);
      await pretendFailures('account', 9);
      await logIn(account.email, password, own);
      expect(await own.query(`SELECT 1 FROM login_throttles WHERE subject LIKE 'account %'`)).to.deep.equal([]);
    });

    it('does not slow the owner down at an address where they have logged in before', async () => {
      const account = await createAccountWithPassword(own);
      await logIn(account.email, password, own);
      await own.query(`UPDATE user_addresses SET source = '192.0.2.7' WHERE user_id = $1`, [account.user_id]);
      await fail(account.email, 1);
      await pretendFailures('account', 14);
      await fail(account.email, 1);
      expect((await logIn(account.email, password, own)).response.status).to.equal(429);
      await own.query(`UPDATE user_addresses SET source = '127.0.0.1' WHERE user_id = $1`, [account.user_id]);
      expect((await logIn(account.email, password, own)).response.status).to.equal(200);
    });

    it('never makes anybody wait for more than a quarter of an hour', async () => {
      const account = await createAccountWithPassword(own);
      await fail(account.email, 1);
      await pretendFailures('account', 500);
      await fail(account.email, 1);
      const { response } = await logIn(account.email, password, own);
      expect(response.status).to.equal(429);
      expect(Number(response.headers.get('retry-after'))).to.be.within(890, 900);
    });

    it('lets no more guesses through when they are made at the same time', async () => {
      const account = await createAccountWithPassword(own);
      const responses = await Promise.all(
        Array.from({ length: 30 }, () => logIn(account.email, 'not the right one', own)),
      );
      const statuses = responses.map(({ response }) => response.status);
      expect(statuses.filter((status) => status === 401)).to.have.length(11);
      expect(statuses.filter((status) => status === 429)).to.have.length(19);
    });

    it('slows an address down that fails at many accounts', async () => {
      await logIn(newAddress(), 'not the right one', own);
      await pretendFailures('address', 50);
      expect((await logIn(newAddress(), 'not the right one', own)).response.status).to.equal(401);
      expect((await logIn(newAddress(), 'not the right one', own)).response.status).to.equal(429);
    });
  });

  describe('400', () => {
    it('asks for both, and nothing else', async () => {
      const { error, response } = await app.v2.POST('/api/v2/auth/login', {
        body: { email: 'ada', remember: true } as unknown as { email: string; password: string },
      });
      expect(response.status).to.equal(400);
      const pointers = [...new Set((error?.errors ?? []).map(({ pointer }) => pointer))].sort();
      expect(pointers).to.deep.equal(['/email', '/password', '/remember']);
    });
  });
});
