import { expect } from 'chai';
import { createAccount, createSession } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { documentedOperations, documents } from '../support/contract/document.ts';
import { scopesOf } from '../support/every-operation.ts';
import { rawRequest } from '../support/raw-request.ts';
import { bearer, fillPath } from '../support/sample-request.ts';
import { nowhere } from '../support/world.ts';

describe('the contract from pages of another origin', () => {
  const origin = 'https://app.example.com';
  const app = useApp({ settings: { CORS_ORIGINS: `${origin}, https://admin.example.com` } });

  describe('a preflight says the methods and the headers of its path', () => {
    const paths = (['v1', 'v2'] as const).flatMap((version) =>
      Object.keys(documents[version].paths).map((path) => [version, path] as const),
    );
    for (const [version, path] of paths) {
      it(`${version} ${path}`, async () => {
        const operations = documentedOperations.filter((one) => one.version === version && one.path === path);
        const methods = operations.map(({ method }) => method);
        const headers = new Set(['Accept', 'X-Request-Id', 'traceparent', 'tracestate']);
        for (const { parameters, bodies, written } of operations) {
          for (const { in: place, name } of parameters) if (place === 'header') headers.add(name);
          if (Object.keys(bodies).length > 0) headers.add('Content-Type').add('Content-Encoding');
          const schemes = (written.security ?? []).flatMap(Object.keys);
          if (schemes.includes('bearerAuth')) headers.add('Authorization');
          if (schemes.includes('csrfToken')) headers.add('X-CSRF-Token');
        }
        for (const method of methods) {
          const response = await rawRequest({
            method: 'OPTIONS',
            url: app.url + fillPath(path, nowhere),
            headers: {
              origin,
              'access-control-request-method': method,
              'access-control-request-headers': 'authorization,content-type',
            },
          });
          expect(response.status).to.equal(204);
          const listOf = (name: string): string[] => response.headers.get(name)!.split(', ').sort();
          expect(listOf('access-control-allow-methods')).to.deep.equal(
            [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].sort(),
          );
          expect(listOf('access-control-allow-headers')).to.deep.equal([...headers].sort());
          const isReport = path.startsWith('/api/{');
          expect(response.headers.get('access-control-allow-origin')).to.equal(isReport ? '*' : origin);
          expect(response.headers.get('access-control-max-age')).to.equal('600');
        }
      });
    }

    it('404 for a path that there is not, which the page may read', async () => {
      const headers = { origin, 'access-control-request-method': 'GET' };
      const response = await rawRequest({ method: 'OPTIONS', url: `${app.url}/api/v2/nothing`, headers });
      expect([response.status, response.headers.get('access-control-allow-methods')]).to.deep.equal([404, null]);
      expect(response.headers.get('access-control-allow-origin')).to.equal(origin);
    });
  });

  describe('responses may be read', () => {
    const read = documentedOperations.filter(
      ({ method, path, version }) => method === 'GET' && !path.includes('{') && version === 'v2',
    );
    for (const operation of read) {
      it(`${operation.id}: with a key, and the refusal without one`, async () => {
        const account = await createAccount(app, { is_operator: true });
        const url = app.url + operation.path;
        const statuses: number[] = [];
        for (const headers of [bearer(account), {}]) {
          const response = await rawRequest({ method: 'GET', url, headers: { ...headers, origin } });
          statuses.push(response.status);
          expect(response.headers.get('access-control-allow-origin')).to.equal(origin);
          expect(response.headers.get('access-control-expose-headers')).to.include('RateLimit-Policy');
          expect(response.headers.get('vary')!.split(', ')).to.include.members(['Origin', 'Accept']);
        }
        expect(statuses[1]).to.equal(scopesOf(operation).length > 0 || statuses[1] === 401 ? 401 : statuses[0]);
      });
    }
  });

  it('a page of a listed origin changes nothing with a cookie: the check against CSRF is as before', async () => {
    const { token, csrf_token } = await createSession(app, await createAccount(app));
    const cookie = `architect_session=${token}`;
    const own = { cookie, 'x-csrf-token': csrf_token, 'content-type': 'application/json' };
    const change = (headers: Readonly<Record<string, string>>) =>
      rawRequest({
        method: 'POST',
        url: `${app.url}/api/v2/organizations`,
        headers: { ...own, ...headers },
        body: '{"name":"Second"}',
      });
    for (const site of ['cross-site', 'same-site']) {
      const response = await change({ origin, 'sec-fetch-site': site });
      expect([response.status, (JSON.parse(response.text) as { code: string }).code]).to.deep.equal([
        403,
        'csrf_failed',
      ]);
      expect(response.headers.get('access-control-allow-origin')).to.equal(origin);
    }
    expect((await change({ origin })).status).to.equal(403);
    expect((await change({ 'sec-fetch-site': 'same-origin' })).status).to.equal(201);
  });
});
