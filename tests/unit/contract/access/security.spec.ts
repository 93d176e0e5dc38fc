import { expect } from 'chai';
import { assertScopes } from '../../../../src/contract/access/security.ts';
import type { Actor } from '../../../../src/platform/unit.ts';
import { AppError } from '../../../../src/problems/app-error.ts';
import type { Credential } from '../../../../src/contract/options.ts';
import {
  homeOrganization,
  noteRow,
  security,
  serveEngine,
  workingHandlers,
  type ServedEngine,
} from '../../../support/engine/served-engine.ts';

describe('the engine and credentials', () => {
  let served: ServedEngine;
  let seen: Credential[] = [];

  before(async () => {
    const recording = Object.entries(security).map(([name, handler]) => [
      name,
      (credential: Credential) => {
        seen.push(credential);
        return handler(credential);
      },
    ]);
    served = await serveEngine(workingHandlers, {
      security: Object.fromEntries(recording) as typeof security,
      cookiePrefix: '__Host-',
    });
  });
  beforeEach(() => {
    seen = [];
  });
  after(() => served.close());

  const list = (headers: Record<string, string>) => served.request('GET', '/api/v2/notes', { headers });
  const create = (headers: Record<string, string>) =>
    served.request('POST', '/api/v2/notes', {
      headers: { 'content-type': 'application/json', ...headers },
      body: '{"text":"a"}',
    });

  for (const authorization of ['Bearer member', 'bearer member', 'BEARER   member']) {
    it(`takes "${authorization}"`, async () => expect((await list({ authorization })).status).to.equal(200));
  }
  for (const authorization of ['Bearer nobody', 'Bearer', 'Basic bWVtYmVyOg==', 'member', 'Bearer member member']) {
    it(`refuses "${authorization}"`, async () => {
      const result = await list({ authorization });
      expect([result.status, result.headers.get('www-authenticate')]).to.deep.equal([
        401,
        'Bearer realm="architect", error="invalid_token"',
      ]);
    });
  }
  it('says how to authenticate where nothing was presented', async () => {
    const result = await list({});
    expect([result.code, result.headers.get('www-authenticate')]).to.deep.equal([
      'unauthenticated',
      'Bearer realm="architect"',
    ]);
  });
  it('takes the cookie by its prefixed name only', async () => {
    expect((await list({ cookie: 'a=b; __Host-session=member' })).status).to.equal(200);
    expect((await list({ cookie: 'session=member' })).status).to.equal(401);
  });
  it('refuses a wrong bearer token even beside a good cookie', async () => {
    expect((await list({ authorization: 'Bearer nobody', cookie: '__Host-session=member' })).status).to.equal(401);
  });
  it('takes the cookie beside an Authorization of another scheme', async () => {
    expect((await list({ authorization: 'Basic eDp5', cookie: '__Host-session=member' })).status).to.equal(200);
  });
  it('lets an error that is not about authentication through as it is', async () => {
    const result = await list({ authorization: 'Bearer dead-database' });
    expect([result.status, result.code]).to.deep.equal([503, 'service_unavailable']);
  });
  it('asks nobody where the operation is public', async () => {
    await served.request('GET', '/api/v2/notes/stats', { headers: { authorization: 'Bearer nobody' } });
    expect(seen).to.deep.equal([]);
  });

  describe('scopes', () => {
    it('binds API keys', async () => {
      expect((await list({ authorization: 'Bearer member:notes:read' })).status).to.equal(200);
      const result = await create({ authorization: 'Bearer member:notes:read' });
      expect([result.status, result.code, result.params]).to.deep.equal([
        403,
        'insufficient_scope',
        { scope: 'notes:write' },
      ]);
      expect(result.headers.get('www-authenticate')).to.include('error="insufficient_scope", scope="notes:write"');
    });
    it('are all named to a caller who lacks one of several', () => {
      const actor = { scopes: ['notes:read'] } as unknown as Actor;
      const check = (): void => assertScopes({ actor, scopes: ['notes:read', 'notes:write'], isProven: true });
      expect(check)
        .to.throw(AppError)
        .that.deep.includes({
          params: { scope: 'notes:write' },
          headers: {
            'www-authenticate': 'Bearer realm="architect", error="insufficient_scope", scope="notes:read notes:write"',
          },
        });
    });
    it('do not keep the log from saying who was refused', async () => {
      await list({ authorization: 'Bearer member' });
      await create({ authorization: 'Bearer member:notes:read' });
      const [known, refused] = served.states.slice(-2).map(({ actor }) => actor);
      expect(known?.role).to.equal('member');
      expect(refused).to.deep.include({ user_id: known?.user_id, scopes: ['notes:read'] });
    });
    it('does not bind sessions', async () => {
      expect((await create({ authorization: 'Bearer member' })).status).to.equal(201);
    });
  });

  describe('CSRF', () => {
    const cookie = '__Host-session=member';

    it('takes the token of the session', async () => {
      expect((await create({ cookie, 'x-csrf-token': 'csrf-member' })).status).to.equal(201);
    });
    it('refuses another token, and none', async () => {
      const wrong = await create({ cookie, 'x-csrf-token': 'csrf-admin' });
      const none = await create({ cookie });
      expect([wrong.status, wrong.code, none.code]).to.deep.equal([403, 'csrf_failed', 'csrf_failed']);
    });
    it('returns 401, not 403, where the session does not hold either', async () => {
      expect((await create({ cookie: '__Host-session=nobody', 'x-csrf-token': 'x' })).status).to.equal(401);
    });
    it('is not asked of bearer tokens, nor of safe methods', async () => {
      expect((await create({ authorization: 'Bearer member' })).status).to.equal(201);
      expect((await list({ cookie })).status).to.equal(200);
    });
    it('tells its handler whom the cookie belongs to', async () => {
      await create({ cookie, 'x-csrf-token': 'csrf-member' });
      expect(seen.map(({ token, actor_token, actor }) => [token, actor_token, actor?.role])).to.deep.equal([
        ['member', undefined, undefined],
        ['csrf-member', 'member', 'member'],
      ]);
    });
  });

  it('hands over the organization of the path, before that of the header, and only as a uuid', async () => {
    const authorization = 'Bearer member';
    const inPath = `/api/v2/organizations/${homeOrganization}/notes`;
    await served.request('GET', inPath, { headers: { authorization, 'x-organization-id': noteRow.id } });
    await list({ authorization, 'x-organization-id': homeOrganization });
    await list({ authorization, 'x-organization-id': "'; drop table users" });
    await list({ authorization, 'user-agent': 'test/1' });
    expect(seen.map((it) => it.organization_id)).to.deep.equal([
      homeOrganization,
      homeOrganization,
      undefined,
      undefined,
    ]);
    expect(seen.at(-1)).to.include({ user_agent: 'test/1', address: '127.0.0.1', token: 'member' });
  });

  it('does not start with a scheme that nobody checks', async () => {
    const { sessionCookie: _, ...others } = security;
    let message = '';
    await serveEngine(workingHandlers, { security: others }).catch((error: unknown) => {
      message = String(error);
    });
    expect(message).to.include('There is no handler for the security scheme sessionCookie');
  });
});
