import { expect } from 'chai';
import { createAccount, createKey, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { rawRequest } from '../support/raw-request.ts';

// Which responses have the quota headers, as the chapter "Rate limits" says.

const json = { 'content-type': 'application/json' };
const wrongLogIn = JSON.stringify({ email: 'nobody@harbour.example', password: 'seven grey herons 40' });

describe('the quota of a class is in each response to a request that was counted', () => {
  const app = useApp();
  let account: Account;
  let narrow: string;
  before(async () => {
    account = await createAccount(app);
    narrow = (await createKey(app, account, { scopes: ['account:read'] })).token;
  });

  const cases: readonly (readonly [
    name: string,
    request: { readonly method: string; readonly path: string; readonly body?: string },
    token: () => string,
    status: number,
    rateClass: string | undefined,
  ])[] = [
    ['a success', { method: 'GET', path: '/api/v2/projects' }, () => account.token, 200, 'read'],
    ['an invalid request', { method: 'GET', path: '/api/v2/projects?limit=0' }, () => account.token, 400, 'read'],
    ['a wrong log-in', { method: 'POST', path: '/api/v2/auth/login', body: wrongLogIn }, () => '', 401, 'auth'],
    ['a document', { method: 'GET', path: '/api/openapi.json' }, () => '', 200, 'pages'],
    ['a selection', { method: 'GET', path: '/api/openapi.json?tags=labels' }, () => '', 200, 'pages'],
    ['a page', { method: 'GET', path: '/api/guides' }, () => '', 200, 'pages'],
    ['no credential', { method: 'GET', path: '/api/v2/projects' }, () => '', 401, undefined],
    ['an invalid credential', { method: 'GET', path: '/api/v1/projects' }, () => 'ak_no', 401, undefined],
    ['a missing scope', { method: 'GET', path: '/api/v2/projects' }, () => narrow, 403, undefined],
    ['an unknown path', { method: 'GET', path: '/api/v2/nowhere' }, () => account.token, 404, undefined],
    ['an unknown method', { method: 'PUT', path: '/api/v2/projects' }, () => account.token, 405, undefined],
  ];

  for (const [name, { method, path, body }, token, status, rateClass] of cases) {
    it(`${name} (${status}): ${rateClass ?? 'not counted, so none'}`, async () => {
      const bearer = token() === '' ? {} : { authorization: `Bearer ${token()}` };
      const sent = body === undefined ? { headers: bearer } : { headers: { ...bearer, ...json }, body };
      const response = await rawRequest({ method, url: `${app.url}${path}`, ...sent });
      const names = ['ratelimit-policy', 'ratelimit'].map(
        (header) => /^"(\w+)"/.exec(response.headers.get(header) ?? '')?.[1],
      );
      expect([response.status, ...names]).to.deep.equal([status, rateClass, rateClass]);
    });
  }
});
