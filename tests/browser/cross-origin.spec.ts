import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { createAccount, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { useBrowser } from '../support/browser.ts';

interface Init {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

interface Heard {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: { readonly code?: string; readonly id?: string; readonly version?: number };
}

describe('a page of another origin in a browser', function () {
  this.timeout(180_000);
  const app = useApp();
  const browser = useBrowser();
  let pages: Server;
  let page: Page;
  let account: Account;

  before(async () => {
    pages = createServer((_request, response) =>
      response.setHeader('content-type', 'text/html').end('<!doctype html>'),
    );
    pages.listen(0, '127.0.0.1');
    await once(pages, 'listening');
    page = await browser.newPage();
    account = await createAccount(app);
    await open('localhost');
  });
  after(() => {
    pages.close();
  });

  const open = (host: string) => page.goto(`http://${host}:${(pages.address() as AddressInfo).port}/`);

  /** What a program on the page gets from `fetch`; the message of the error where the browser keeps it to itself. */
  function call(path: string, init: Init = {}): Promise<Heard | string> {
    return page.evaluate(
      async ([url, options]) => {
        try {
          const response = await globalThis.fetch(url, options);
          const text = await response.text();
          const headers = Object.fromEntries(response.headers);
          return { status: response.status, headers, body: JSON.parse(text === '' ? '{}' : text) as object };
        } catch (error) {
          return String(error);
        }
      },
      [`${app.url}${path}`, init] as const,
    );
  }
  const withKey = (init: Init = {}): Init => ({
    ...init,
    headers: { authorization: `Bearer ${account.token}`, ...init.headers },
  });

  it('reads, creates, changes and deletes with a key, and sees the headers that it needs for that', async () => {
    const json = { 'content-type': 'application/json' };
    const create = {
      method: 'POST',
      headers: { ...json, 'idempotency-key': 'once' },
      body: '{"name":"Core","key":"CORE"}',
    };
    const created = (await call('/api/v2/projects', withKey(create))) as Heard;
    expect(created.status, JSON.stringify(created)).to.equal(201);
    expect(created.headers).to.include.keys('etag', 'location', 'x-request-id', 'api-version', 'ratelimit');
    const replayed = (await call('/api/v2/projects', withKey(create))) as Heard;
    expect(replayed.headers['idempotency-replayed']).to.equal('true');

    const path = created.headers['location']!;
    const patch = { method: 'PATCH', headers: { 'content-type': 'application/merge-patch+json', 'if-match': '"1"' } };
    const changed = (await call(path, withKey({ ...patch, body: '{"name":"Kern"}' }))) as Heard;
    expect([changed.status, changed.headers['etag']]).to.deep.equal([200, '"2"']);
    const stale = (await call(path, withKey({ ...patch, body: '{"name":"Core"}' }))) as Heard;
    expect([stale.status, stale.body.code]).to.deep.equal([412, 'precondition_failed']);
    expect(await call(path, withKey({ method: 'DELETE' }))).to.include({ status: 204 });
  });

  it('reads why it was refused', async () => {
    const refused = (await call('/api/v2/projects')) as Heard;
    expect([refused.status, refused.body.code]).to.deep.equal([401, 'unauthenticated']);
    const absent = (await call('/api/v2/tasks/01939b7c-2f4e-7a10-8c55-0a1b2c3d0300', withKey())) as Heard;
    expect([absent.status, absent.body.code]).to.deep.equal([404, 'not_found']);
  });

  it('reads the document', async () => {
    expect(((await call('/api/openapi.json')) as Heard).status).to.equal(200);
  });

  it('is kept from all of it by the browser where its origin is not allowed', async () => {
    // A name of this machine that is not among those that mean localhost.
    await page.route('http://elsewhere.example/', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
    );
    await page.goto('http://elsewhere.example/');
    expect(await call('/api/v2/projects', withKey())).to.match(/Failed to fetch/);
    expect(await call('/api/openapi.json')).to.match(/Failed to fetch/);
    await open('localhost');
  });
});
