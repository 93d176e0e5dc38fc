import { expect } from 'chai';
import { operations } from '../../generated/v2/operations.ts';
import { createAccount } from '../support/accounts.ts';
import { useApp, type TestApp } from '../support/app.ts';
import { checkedFetch } from '../support/contract/checked-fetch.ts';
import { createAccountWithPassword, password } from '../support/passwords.ts';
import { rawRequest } from '../support/raw-request.ts';

describe('limits that are reached before anybody is known', () => {
  const fromAddress = (address: string) => ({ 'x-forwarded-for': address });
  const get = (app: TestApp, path: string, headers: Readonly<Record<string, string>>) =>
    rawRequest({ method: 'GET', url: `${app.url}${path}`, headers });

  const see = (app: TestApp, path: string, headers: Readonly<Record<string, string>>) =>
    checkedFetch(`${app.url}${path}`, { headers });

  describe('credentials that do not hold', () => {
    const app = useApp({ settings: { TRUSTED_PROXIES: '1', RATE_LIMIT_ADDRESS: '5' } });
    const wrong: readonly (readonly [name: string, headers: Readonly<Record<string, string>>])[] = [
      ['API key', { authorization: `Bearer ak_${'x'.repeat(43)}` }],
      ['session token', { authorization: `Bearer ses_${'x'.repeat(43)}` }],
      ['cookie', { cookie: `architect_session=ses_${'x'.repeat(43)}` }],
      ['scheme', { authorization: 'Basic YWRtaW46YWRtaW4=' }],
      ['nothing at all', {}],
    ];
    for (const [index, [name, headers]] of wrong.entries()) {
      it(`${name}: 401 as often as the quota allows, then 429, also for a good key, and at no other address`, async () => {
        const here = fromAddress(`192.0.2.${index + 1}`);
        const statuses: number[] = [];
        for (let sent = 0; sent < 7; sent++) {
          const path = ['/api/v2/me', '/api/v2/projects', '/api/v1/projects'][sent % 3]!;
          statuses.push((await get(app, path, { ...headers, ...here })).status);
        }
        expect(statuses).to.deep.equal([401, 401, 401, 401, 401, 429, 429]);
        const { token } = await createAccount(app);
        const good = { authorization: `Bearer ${token}` };
        const refused = await get(app, '/api/v2/me', { ...good, ...here });
        expect(refused.status).to.equal(429);
        expect(Number(refused.headers.get('retry-after'))).to.be.within(1, 60);
        expect(refused.headers.get('ratelimit-policy')).to.equal('"address";q=5;w=60');
        expect((await get(app, '/api/v2/me', { ...good, ...fromAddress('198.51.100.1') })).status).to.equal(200);
      });
    }
  });

  it('by default, an address may fail a hundred times a minute', async () => {
    const { loadConfig } = await import('../../src/config.ts');
    expect(loadConfig({ NODE_ENV: 'test', DATA_DIR: '.data/test' }).rateLimits.perMinute.address).to.equal(100);
  });

  describe('guesses by whoever holds a credential', () => {
    const app = useApp({ settings: { TRUSTED_PROXIES: '1', RATE_LIMIT_AUTH: '4' } });
    const guessing = operations.filter(({ rateClass, security }) => rateClass === 'auth' && security.length > 0);
    for (const { id, method, path } of guessing) {
      it(`${id}: are limited by user, also where each comes from an address of its own`, async () => {
        const { token } = await createAccount(app);
        const statuses: number[] = [];
        for (let sent = 1; sent <= 6; sent++) {
          const headers = { authorization: `Bearer ${token}`, ...fromAddress(`198.51.100.${sent}`) };
          statuses.push((await rawRequest({ method, url: `${app.url}${path}`, headers })).status);
        }
        expect(statuses).to.deep.equal([415, 415, 415, 415, 429, 429]);
      });
    }
  });

  describe('what strangers ask about an account', () => {
    const app = useApp({ settings: { TRUSTED_PROXIES: '1', RATE_LIMIT_AUTH: '10' } });
    const asking = operations.filter(({ rateClass, security }) => rateClass === 'auth' && security.length === 0);
    for (const [index, { id, method, path }] of asking.entries()) {
      it(`${id}: thirty of them, each at an address of their own, use up nothing of its owner`, async () => {
        const { email } = await createAccountWithPassword(app);
        const home = `203.0.113.${index + 1}`;
        const send = (address: string, body: object) =>
          rawRequest({
            method,
            url: `${app.url}${path}`,
            headers: { 'content-type': 'application/json', ...fromAddress(address) },
            body: JSON.stringify(body),
          });
        const logIn = { email, password };
        expect((await send(home, logIn)).status, 'log-in').to.not.equal(429);
        for (let stranger = 1; stranger <= 30; stranger++) {
          await send(`198.51.100.${stranger}`, { email: email.toUpperCase(), password: 'wrong horse battery' });
        }
        expect((await send(home, logIn)).status).to.not.equal(429);
      });
    }
  });

  describe('pages and documents', () => {
    const app = useApp({ settings: { TRUSTED_PROXIES: '1', RATE_LIMIT_PAGES: '3', RATE_LIMIT_DOCUMENTS: '2' } });
    const paths = [
      '/api',
      '/api/docs',
      '/api/redoc',
      '/api/openapi.json',
      '/api/v1/openapi.yaml',
      '/api/problems',
      '/api/gate.mjs',
      '/api/guides',
      '/api/guides/tasks.md',
      '/api/changelog',
      '/api/status',
      '/llms.txt',
    ];
    for (const [index, path] of paths.entries()) {
      it(`${path} draws on the quota of pages, which is the address's own`, async () => {
        const here = fromAddress(`192.0.2.${index + 1}`);
        const responses = [];
        for (let sent = 0; sent < 4; sent++) responses.push(await see(app, path, here));
        expect(responses.map(({ status }) => status)).to.deep.equal([200, 200, 200, 429]);
        expect(responses.map(({ headers }) => headers.get('ratelimit')?.slice(0, 11))).to.deep.equal(
          [2, 1, 0, 0].map((left) => `"pages";r=${left}`),
        );
        expect((await see(app, path, fromAddress(`198.51.100.${index + 1}`))).status).to.equal(200);
      });
    }

    it('metrics are read however many pages are asked for from there', async () => {
      const here = fromAddress('192.0.2.99');
      for (let sent = 0; sent < 5; sent++) expect((await see(app, '/metrics', here)).status).to.equal(200);
    });
  });

  describe('documents cut to tags or an audience', () => {
    const app = useApp({ settings: { TRUSTED_PROXIES: '1', RATE_LIMIT_DOCUMENTS: '4' } });
    const tags = [...new Set(operations.map(({ tag }) => tag))];
    const cut = (number: number): string =>
      `/api/openapi.json?tags=${tags.filter((_tag, place) => ((number + 1) >> place) & 1).join(',')}`;

    it('sixty shapes for one address cost no more than its quota, and nobody else notices', async () => {
      const here = fromAddress('192.0.2.1');
      const statuses: number[] = [];
      for (let number = 0; number < 60; number++) statuses.push((await see(app, cut(number), here)).status);
      expect(statuses.filter((status) => status === 200)).to.have.length(4);
      expect(statuses.filter((status) => status === 429)).to.have.length(56);
      const there = fromAddress('198.51.100.1');
      for (const version of ['v1', 'v2']) {
        for (const format of ['json', 'yaml']) {
          for (const query of ['', '?openapi=3.0']) {
            expect((await see(app, `/api/${version}/openapi.${format}${query}`, there)).status).to.equal(200);
          }
        }
      }
      expect((await see(app, cut(100), there)).status).to.equal(200);
      expect((await see(app, '/api/openapi.json?audience=public', here)).status).to.equal(429);
      // What has been written already costs nothing.
      expect((await see(app, cut(0), here)).status).to.equal(200);
    });
  });
});
