import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { createApp, type App } from '../../src/app.ts';
import { loadConfig } from '../../src/config.ts';
import { clientsOf, createAccount, createSession } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { eventually } from '../support/eventually.ts';
import { createAccountWithPassword, newAddress, password, tokenIn } from '../support/passwords.ts';
import { rawRequest } from '../support/raw-request.ts';
import { refusalOf } from '../support/scene.ts';
import { turnOn } from '../support/second-factor.ts';

describe('Security_AuthenticationBypass: nobody comes in but by a credential', () => {
  // One of its own: a second server joins it.
  const app = useApp({});

  async function statusOf(headers: Record<string, string>, path = '/api/v2/me', method = 'GET'): Promise<number> {
    return (await rawRequest({ method, url: app.url + path, headers })).status;
  }

  const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });

  it('tokens that were guessed, altered or made of SQL open nothing', async () => {
    const { token } = await createSession(app, await createAccount(app));
    const forged = [
      '',
      'null',
      'undefined',
      '*',
      `${token}A`,
      token.slice(0, -1),
      token.replace('ses_', 'ak_'),
      token.toUpperCase(),
      "' OR '1'='1",
      `ses_${"'||(SELECT 1)--".padEnd(43, 'x')}`,
      'eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.',
    ];
    for (const one of forged) expect(await statusOf(bearer(one)), one).to.equal(401);
    expect(await statusOf(bearer(token))).to.equal(200);
  });

  it('headers that proxies and frameworks trust mean nothing here', async () => {
    const { user_id } = await createAccount(app, { is_operator: true });
    const trusted = [
      { 'x-user-id': user_id },
      { 'x-forwarded-user': user_id },
      { 'x-original-url': '/health', 'x-rewrite-url': '/health' },
      { 'x-http-method-override': 'OPTIONS' },
      { 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1' },
      { authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}` },
    ];
    for (const headers of trusted) expect(await statusOf(headers), JSON.stringify(headers)).to.equal(401);
  });

  it('no spelling of a path leads past the door', async () => {
    for (const path of ['/api/v2/me/', '/api//v2/me', '/API/v2/me', '/api/v2/me%2f', '/api/v2/%6de/']) {
      expect(await statusOf({}, path), path).to.equal(404);
    }
    expect(await statusOf({}, '/api/v2/me', 'HEAD')).to.equal(401);
    expect(await statusOf({}, '/api/v2/me?access_token=x')).to.equal(401);
  });

  it('a token in the query, the body or another cookie opens nothing', async () => {
    const { token } = await createSession(app, await createAccount(app));
    expect(await statusOf({}, `/api/v2/me?access_token=${token}`)).to.equal(401);
    expect(await statusOf({ cookie: `session=${token}` })).to.equal(401);
    expect(await statusOf({ cookie: `__Host-architect_session=${token}` })).to.equal(401);
    expect(await statusOf({ 'x-api-key': token })).to.equal(401);
  });

  it('tokens of mails and of challenges are no sessions, and none stands for another', async () => {
    const account = await createAccountWithPassword(app);
    await app.v2.POST('/api/v2/auth/password-reset', { body: { email: account.email } });
    const reset = tokenIn((await app.mail.next(account.email)).text);
    await turnOn(app, account);
    const { data } = await app.v2.POST('/api/v2/auth/login', { body: { email: account.email, password } });
    if (data?.kind !== 'mfa_challenge') throw new Error('the log-in asked for no second factor');
    for (const token of [reset, data.challenge_token]) {
      expect(await statusOf(bearer(token))).to.equal(401);
      expect(await statusOf(bearer(`ses_${token}`))).to.equal(401);
      expect(await statusOf({ cookie: `architect_session=ses_${token}` })).to.equal(401);
    }
    const body = { token: data.challenge_token };
    expect(refusalOf(await app.v2.POST('/api/v2/auth/email-verification', { body })).code).to.equal('token_invalid');
  });

  it('the password alone does not pass the second factor', async () => {
    const account = await createAccountWithPassword(app);
    await turnOn(app, account);
    const body = { email: account.email, password };
    const { data, response } = await app.v2.POST('/api/v2/auth/login', { body });
    expect(data).to.have.all.keys('kind', 'challenge_token', 'expires_at');
    expect(response.headers.getSetCookie()).to.deep.equal([]);
    expect(refusalOf(await app.v1.POST('/api/v1/auth/login', { body }))).to.deep.equal({
      status: 401,
      code: 'mfa_required',
    });
  });

  it('a registration that was not verified opens nothing, with the right password', async () => {
    const email = newAddress();
    await app.v2.POST('/api/v2/auth/register', { body: { email, name: 'Ada', password } });
    const refused = await app.v2.POST('/api/v2/auth/login', { body: { email, password } });
    expect(refusalOf(refused)).to.deep.equal({ status: 401, code: 'invalid_credentials' });
  });

  describe('a session that was ended on one server', () => {
    let other: App;
    let url: string;
    let dataDir: string;

    before(async function () {
      this.timeout(60_000);
      dataDir = await mkdtemp(join(tmpdir(), 'architect-test-'));
      const environment = { NODE_ENV: 'test', HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'fatal', POOL_MAX: '4' };
      other = await createApp(loadConfig({ ...environment, DATA_DIR: dataDir, DATABASE_URL: app.databaseUrl }), {
        isWorking: false,
      });
      url = `http://127.0.0.1:${(await other.start()).port}`;
    });
    after(async function () {
      this.timeout(60_000);
      await other.stop();
      await rm(dataDir, { recursive: true, force: true });
    });

    it('is over on the other one', async () => {
      const account = await createAccount(app);
      const mine = clientsOf(app, (await createSession(app, account)).token);
      const there = async ({ token }: { readonly token: string }): Promise<number> =>
        (await clientsOf({ url }, token).v2.GET('/api/v2/me')).response.status;
      const ways = {
        logOut: ({ token }: { token: string }) => clientsOf(app, token).v2.POST('/api/v2/auth/logout'),
        rotateSession: ({ token }: { token: string }) => clientsOf(app, token).v2.POST('/api/v2/auth/rotation'),
        revokeMySession: ({ session_id }: { session_id: string }) =>
          mine.v2.DELETE('/api/v2/me/sessions/{session_id}', { params: { path: { session_id } } }),
        revokeMyOtherSessions: () => mine.v2.DELETE('/api/v2/me/sessions'),
      };
      for (const [name, end] of Object.entries(ways)) {
        const session = await createSession(app, account);
        expect(await there(session), name).to.equal(200);
        await end(session);
        await eventually(async () => expect(await there(session), name).to.equal(401));
      }
    });
  });
});
