import { expect } from 'chai';
import type { SessionStart } from '../../generated/v2/types.ts';
import type { SessionStartV1 } from '../../generated/v1/types.ts';
import { clientsOf, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { schemaOf } from '../support/contract/schema-of.ts';
import { rawRequest } from '../support/raw-request.ts';
import { createAccountWithPassword, newAddress, password } from '../support/passwords.ts';

type Json = Record<string, unknown>;
const wrong = 'not the right one at all';

// What clients rely on when they log in, in both versions, as it is on the wire.
describe('APIContract_AuthLogin', () => {
  const app = useApp();
  let account: Account;

  before(async () => {
    account = await createAccountWithPassword(app);
  });
  // Failures slow down everybody who comes from the same address.
  beforeEach(() => app.query('DELETE FROM login_throttles'));

  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    rawRequest({
      method: 'POST',
      url: app.url + path,
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const logIn = (version: 'v1' | 'v2', body: unknown, headers?: Record<string, string>) =>
    post(`/api/${version}/auth/login`, body, headers);
  const credentials = () => ({ email: account.email, password });

  it('has exactly the members that each document names', async () => {
    const [v1, v2] = [await logIn('v1', credentials()), await logIn('v2', credentials())];
    const [older, newer] = [JSON.parse(v1.text) as SessionStartV1, JSON.parse(v2.text) as SessionStart];
    expect(Object.keys(older)).to.have.members(schemaOf('v1', 'SessionStartV1').required);
    expect(Object.keys(older.user)).to.have.members(schemaOf('v1', 'AccountV1').required);
    expect(Object.keys(newer)).to.have.members(schemaOf('v2', 'SessionStart').required);
    expect(older.expires_at).to.match(/T.*\.\d{3}Z$/);
  });

  it('starts sessions that both versions know, whichever started them', async () => {
    for (const version of ['v1', 'v2'] as const) {
      const { token } = JSON.parse((await logIn(version, credentials())).text) as { token: string };
      const { v1, v2 } = clientsOf(app, token);
      expect((await v1.GET('/api/v1/projects')).response.status, version).to.equal(200);
      expect((await v2.GET('/api/v2/me')).data, version).to.include({ id: account.user_id, email: account.email });
    }
  });

  it('ends for both versions at once when either logs out, and takes the cookie back', async () => {
    for (const version of ['v1', 'v2'] as const) {
      const { token } = JSON.parse((await logIn('v2', credentials())).text) as { token: string };
      const headers = { authorization: `Bearer ${token}` };
      const url = `${app.url}/api/${version}/auth/logout`;
      const ended = await rawRequest({ method: 'POST', url, headers });
      expect(ended.status).to.equal(204);
      expect(ended.headers.getSetCookie().map((cookie) => cookie.split('; ').slice(0, 2))).to.deep.equal([
        ['architect_session=', 'Max-Age=0'],
      ]);
      for (const path of ['/api/v1/projects', '/api/v2/projects', '/api/projects']) {
        const { status } = await rawRequest({ method: 'GET', url: app.url + path, headers });
        expect(status, `${path} after the log-out of ${version}`).to.equal(401);
      }
    }
  });

  it('is answered without the version by the version that Accept names', async () => {
    const accept = (version: string) => ({ accept: `application/vnd.architect.${version}+json` });
    const [older, newer] = [
      await post('/api/auth/login', credentials(), accept('v1')),
      await post('/api/auth/login', credentials()),
    ];
    expect([older, newer].map(({ headers }) => headers.get('api-version'))).to.deep.equal(['v1', 'v2']);
    expect([older, newer].map(({ text }) => 'kind' in (JSON.parse(text) as object))).to.deep.equal([false, true]);
  });

  it('tells no cache to keep a secret, and gives it no ETag', async () => {
    for (const version of ['v1', 'v2'] as const) {
      const { status, headers } = await logIn(version, credentials());
      expect(status).to.equal(200);
      expect(headers.get('cache-control')).to.equal('no-store');
      expect(headers.get('etag')).to.equal(null);
    }
  });

  it('keeps the token out of the reach of scripts in both versions', async () => {
    for (const version of ['v1', 'v2'] as const) {
      const { headers, text } = await logIn(version, credentials());
      const { token } = JSON.parse(text) as { token: string };
      const cookies = headers.getSetCookie().filter((cookie) => cookie.includes(token));
      expect(cookies).to.have.length(1);
      expect(cookies[0]).to.include('HttpOnly').and.include('SameSite=Lax').and.include('Path=/');
    }
  });

  it('makes a session for each repetition, whatever Idempotency-Key says: nobody is known to own the key', async () => {
    const headers = { 'idempotency-key': 'the-same' };
    const responses = [await logIn('v2', credentials(), headers), await logIn('v2', credentials(), headers)];
    const tokens = responses.map(({ text }) => (JSON.parse(text) as SessionStart).token);
    expect(new Set(tokens).size).to.equal(2);
    expect(responses[1]!.headers.get('idempotency-replayed')).to.equal(null);
  });

  it('returns an unknown address as a wrong password: same status, headers and body', async () => {
    for (const version of ['v1', 'v2'] as const) {
      const refusals = [
        await logIn(version, { email: account.email, password: wrong }),
        await logIn(version, { email: newAddress(), password: wrong }),
      ].map(({ status, headers, text }) => ({
        status,
        names: [...headers.keys()],
        challenge: headers.get('www-authenticate'),
        body: { ...(JSON.parse(text) as object), request_id: '' },
      }));
      expect(refusals[0]).to.deep.equal(refusals[1]);
      expect(refusals[0]).to.include({ status: 401 });
      expect(refusals[0]!.challenge).to.match(/^Bearer /);
    }
  });

  it('has the same code in both versions for the same refusal', async () => {
    const codesOf = async (body: unknown): Promise<unknown[]> => {
      const responses = [await logIn('v1', body), await logIn('v2', body)];
      return responses.map(({ text }) => (JSON.parse(text) as Json)['code']);
    };
    expect(await codesOf({ email: account.email, password: wrong })).to.deep.equal(
      Array(2).fill('invalid_credentials'),
    );
    expect(await codesOf({ email: 'nobody', password: wrong })).to.deep.equal(Array(2).fill('validation_failed'));
    expect(await codesOf('{"email":')).to.deep.equal(Array(2).fill('validation_failed'));
  });

  it('never says a password again, however wrong the rest of the body is', async () => {
    const secret = 'a secret that was typed wrong';
    for (const body of [
      { email: 'nobody', password: secret },
      { email: account.email, password: secret, remember: true },
      { email: account.email, password: { text: secret } },
      JSON.stringify({ password: secret }).slice(0, -1),
    ]) {
      const { status, text } = await logIn('v2', body);
      expect(status).to.equal(400);
      expect(text).not.to.include(secret);
    }
  });

  it('refuses a form, which browsers would send from foreign pages', async () => {
    const form = new URLSearchParams(credentials()).toString();
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=a']) {
      const { status, headers } = await logIn('v2', form, { 'content-type': type });
      expect([status, headers.getSetCookie()], type).to.deep.equal([415, []]);
    }
  });
});
