import { expect } from 'chai';
import { clientsOf, createSession, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { createAccountWithPassword, password, tokenIn } from '../support/passwords.ts';
import { codeOf, turnOn } from '../support/second-factor.ts';

// Whoever can make an account wait can lock its owner out. Strangers come from addresses of their own here, each of
// which stays within what one address may try.

const HOME = '203.0.113.17';
const next = 'copper meadow kettle 58';

describe('strangers who try to lock an owner out', () => {
  // One of its own: it moves the clock, and slows accounts and addresses down.
  const app = useApp({ settings: { TRUSTED_PROXIES: '1', RATE_LIMIT_AUTH: '1000' } });
  let account: Account;
  beforeEach(async () => {
    await app.query('DELETE FROM login_throttles');
    account = await createAccountWithPassword(app);
  });
  afterEach(() => app.clock.reset());

  const from = (address: string) => ({ 'x-forwarded-for': address });
  const logIn = (address: string, secret = password) =>
    app.v2.POST('/api/v2/auth/login', { body: { email: account.email, password: secret }, headers: from(address) });
  const statusOf = async (address: string, secret?: string) => (await logIn(address, secret)).response.status;

  /** So many failures of strangers that the account waits for the longest time. */
  async function beAttacked(): Promise<void> {
    for (let stranger = 1; stranger <= 12; stranger++) await statusOf(`198.51.100.${stranger}`, 'a guess of theirs');
    await app.query(`UPDATE login_throttles SET failures = 200, blocked_until = $1 WHERE subject LIKE 'account %'`, [
      new Date(app.clock.now().getTime() + 900_000),
    ]);
    expect(await statusOf('198.51.100.77')).to.equal(429);
  }

  it('do not reach the owner at an address where the owner has logged in', async () => {
    expect(await statusOf(HOME)).to.equal(200);
    await beAttacked();
    expect(await statusOf(HOME)).to.equal(200);
  });

  it('do not reach the owner there in the weeks after the last session has ended', async () => {
    const { data } = await logIn(HOME);
    if (data?.kind !== 'session') throw new Error('no session has begun');
    await clientsOf(app, data.token).v2.POST('/api/v2/auth/logout');
    app.clock.advance(60 * 86_400_000);
    await beAttacked();
    expect(await statusOf(HOME)).to.equal(200);
    app.clock.advance(91 * 86_400_000);
    await beAttacked();
    expect(await statusOf(HOME)).to.equal(429);
  });

  it('do not reach the owner behind another address of the same IPv6 network', async () => {
    expect(await statusOf('2001:db8:7:1::1')).to.equal(200);
    await beAttacked();
    expect(await statusOf('2001:db8:7:1:ffff::2')).to.equal(200);
  });

  it('do not reach the owner by what they try at other accounts from the same address', async () => {
    expect(await statusOf(HOME)).to.equal(200);
    await app.v2.POST('/api/v2/auth/login', {
      body: { email: 'nobody@meridian.example', password: 'a guess of theirs' },
      headers: from(HOME),
    });
    await app.query(`UPDATE login_throttles SET failures = 200, blocked_until = $1 WHERE subject LIKE 'address %'`, [
      new Date(app.clock.now().getTime() + 900_000),
    ]);
    expect(await statusOf(HOME)).to.equal(200);
  });

  it('cannot guess faster from an address that the owner has used', async () => {
    expect(await statusOf(HOME)).to.equal(200);
    // The wait is of one second.
    app.clock.hold();
    const statuses = [];
    for (let attempt = 0; attempt < 12; attempt++) statuses.push(await statusOf(HOME, 'a guess of theirs'));
    expect(statuses.slice(0, 11)).to.deep.equal(Array.from({ length: 11 }, () => 401));
    expect(statuses[11]).to.equal(429);
  });

  it('do not keep the owner from resetting the password, anywhere, and logging in with it', async () => {
    await beAttacked();
    const headers = from('192.0.2.44');
    const { email } = account;
    await app.v2.POST('/api/v2/auth/password-reset', { body: { email }, headers });
    const body = { token: tokenIn((await app.mail.next(email)).text), password: next };
    const reset = await app.v2.POST('/api/v2/auth/password-reset/confirmation', { body, headers });
    expect(reset.response.status).to.equal(204);
    expect(await statusOf('192.0.2.44', next)).to.equal(200);
  });

  it('leave a link that resets the password in the mailbox, however often they ask for one', async () => {
    const { email } = account;
    for (let stranger = 1; stranger <= 20; stranger++) {
      const headers = from(`198.51.100.${stranger}`);
      await app.v2.POST('/api/v2/auth/password-reset', { body: { email }, headers });
    }
    let last = '';
    for (let mail = 1; mail <= 3; mail++) last = (await app.mail.next(email)).text;
    const body = { token: tokenIn(last), password: next };
    const reset = await app.v2.POST('/api/v2/auth/password-reset/confirmation', { body });
    expect(reset.response.status).to.equal(204);
  });

  it('do not keep the owner from changing the password', async () => {
    const { token } = await createSession(app, account);
    await beAttacked();
    const changed = await clientsOf(app, token).v2.POST('/api/v2/auth/password', {
      body: { current_password: password, new_password: next },
      headers: from('192.0.2.45'),
    });
    expect(changed.response.status).to.equal(200);
  });

  it('do not keep the owner from showing the second factor at an address where the owner has logged in', async () => {
    const { secret } = await turnOn(app, account);
    const showFactor = async (address: string, code: string): Promise<number> => {
      const { data } = await logIn(address);
      if (data?.kind !== 'mfa_challenge') throw new Error('the log-in asked for no second factor');
      const body = { challenge_token: data.challenge_token, code };
      return (await app.v2.POST('/api/v2/auth/login/mfa', { body, headers: from(address) })).response.status;
    };
    expect(await showFactor(HOME, codeOf(secret, app.clock.now()))).to.equal(200);
    await showFactor('198.51.100.1', '000000');
    await app.query(`UPDATE login_throttles SET failures = 200, blocked_until = $1 WHERE subject LIKE 'code %'`, [
      new Date(app.clock.now().getTime() + 900_000),
    ]);
    expect(await showFactor('198.51.100.2', codeOf(secret, app.clock.now(), 1))).to.equal(429);
    expect(await showFactor(HOME, codeOf(secret, app.clock.now(), 1))).to.equal(200);
  });
});
