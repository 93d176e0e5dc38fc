import { expect } from 'chai';
import { createAccount, createSession, clientsOf, type BrowserSession } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { rawRequest } from '../support/raw-request.ts';

describe('Security_CSRFTokenValidation: a cookie alone changes nothing', () => {
  const app = useApp();
  let session: BrowserSession;

  beforeEach(async () => {
    session = await createSession(app, await createAccount(app));
  });

  /** A change by cookie, with these headers beside it. */
  async function change(headers: Record<string, string>, target = '/api/v2/organizations'): Promise<[number, unknown]> {
    const result = await rawRequest({
      method: 'POST',
      url: app.url + target,
      headers: { 'content-type': 'application/json', cookie: session.cookie, ...headers },
      body: Buffer.from('{"name":"Second"}'),
    });
    return [result.status, (JSON.parse(result.text) as { code?: unknown }).code];
  }

  const refused = [403, 'csrf_failed'];

  it('takes the token of the session', async () => {
    expect(await change({ 'x-csrf-token': session.csrf_token })).to.deep.equal([201, undefined]);
  });

  it('refuses no token, an empty one, and one that was altered, cut or lengthened', async () => {
    const { csrf_token } = session;
    const last = csrf_token.at(-1) === 'A' ? 'Q' : 'A';
    expect(await change({})).to.deep.equal(refused);
    for (const token of ['', csrf_token.slice(0, -1), `${csrf_token}A`, csrf_token.slice(0, -1) + last, 'null']) {
      expect(await change({ 'x-csrf-token': token }), token).to.deep.equal(refused);
    }
  });

  it("refuses the token of another session, be it another user's or the same user's", async () => {
    const account = await createAccount(app);
    session = await createSession(app, account);
    const sibling = await createSession(app, account);
    const stranger = await createSession(app, await createAccount(app));
    for (const { csrf_token } of [sibling, stranger]) {
      expect(await change({ 'x-csrf-token': csrf_token })).to.deep.equal(refused);
    }
  });

  it('reads the token from its header only', async () => {
    const { csrf_token, cookie } = session;
    expect(await change({ cookie: `${cookie}; X-CSRF-Token=${csrf_token}` })).to.deep.equal(refused);
    expect(await change({ 'x-xsrf-token': csrf_token })).to.deep.equal(refused);
    expect(await change({}, `/api/v2/organizations?x-csrf-token=${csrf_token}`)).to.deep.equal(refused);
  });

  it('refuses a foreign page even with the token', async () => {
    const { csrf_token } = session;
    const foreign = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of foreign) {
      expect(await change({ 'x-csrf-token': csrf_token, ...headers }), JSON.stringify(headers)).to.deep.equal(refused);
    }
    const { status } = await rawRequest({
      method: 'POST',
      url: `${app.url}/api/v2/organizations`,
      headers: {
        'content-type': 'application/json',
        cookie: session.cookie,
        'x-csrf-token': csrf_token,
        'sec-fetch-site': 'same-origin',
      },
      body: Buffer.from('{"name":"Second"}'),
    });
    expect(status).to.equal(201);
  });

  it('cannot be walked around by a form: its content types are not taken', async () => {
    const { csrf_token } = session;
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const [status] = await change({ 'x-csrf-token': csrf_token, 'content-type': type });
      expect(status, type).to.equal(415);
    }
  });

  it('ends with the session: after a rotation the old token is refused, after the log-out all is 401', async () => {
    const { v2 } = clientsOf(app, session.token);
    const rotated = (await v2.POST('/api/v2/auth/rotation')).data!;
    const old = session.csrf_token;
    session = { ...session, cookie: `architect_session=${rotated.token}` };
    expect(await change({ 'x-csrf-token': old })).to.deep.equal(refused);
    expect(await change({ 'x-csrf-token': rotated.csrf_token })).to.deep.equal([201, undefined]);
    await clientsOf(app, rotated.token).v2.POST('/api/v2/auth/logout');
    expect(await change({ 'x-csrf-token': rotated.csrf_token })).to.deep.equal([401, 'unauthenticated']);
  });

  it('is not asked for where nothing changes, nor of programs, whose tokens no page can send', async () => {
    const { cookie, token } = session;
    expect((await app.v2.GET('/api/v2/me', { headers: { cookie } })).response.status).to.equal(200);
    const { response } = await clientsOf(app, token).v2.POST('/api/v2/organizations', { body: { name: 'Second' } });
    expect(response.status).to.equal(201);
  });
});
