import { expect } from 'chai';
import type { HttpContext } from '../../../src/http/options.ts';
import { AppError } from '../../../src/problems/app-error.ts';
import { serve, type Served } from './fixture.ts';

/** Both engines have every path but those that end with `none`. */
function respond(context: HttpContext): void {
  if (context.path.endsWith('none')) throw new AppError('not_found', 404);
  context.body = {};
}

describe('http: paths at which nothing is', () => {
  let served: Served;
  before(async () => {
    served = await serve({ v1: respond, v2: respond });
  });
  after(() => served.close());

  for (const path of ['/api/v9', '/api/v9/tasks', '/nothing', '/api/problems/nothing']) {
    it(`lead to the start: ${path}`, async () => {
      const { status, headers } = await served.get(path);
      expect([status, headers['link']]).to.deep.equal([404, '</api>; rel="service-doc"']);
    });
  }

  for (const path of ['/', '/docs', '/api/', '/api/v1', '/api/v1/', '/api/v2', '/api/v2/']) {
    it(`${path} leads people and programs to the start`, async () => {
      for (const accept of ['text/html', 'application/json', '*/*']) {
        const { status, headers, text } = await served.get(path, { accept });
        expect([status, headers.location, text]).to.deep.equal([302, '/api', '']);
      }
    });
  }

  it('lead to the start of the same origin, whichever address is configured', async () => {
    const elsewhere = await serve({ settings: { publicUrl: 'https://architect.example.com' } });
    for (const path of ['/', '/docs', '/api/v2/', '/api/migration', '/api/guides/README']) {
      const { headers } = await elsewhere.get(path, { host: 'team.local:8080' });
      expect(headers.location, path).to.match(/^\/api/);
    }
    await elsewhere.close();
  });

  const browserAccept = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
  for (const [method, path, status, code] of [
    ['GET', '/api/v9', 404, 'not_found'],
    ['GET', '/api/v9/<script>', 404, 'not_found'],
    ['GET', '/nothing', 404, 'not_found'],
    ['GET', '/api/problems/no_such_code', 404, 'not_found'],
    ['GET', '/api/problems/constructor', 404, 'not_found'],
    ['GET', '/api/problems/%3Cscript%3E', 404, 'not_found'],
    ['GET', '/api/guides/no-such-guide', 404, 'not_found'],
    ['GET', '/api/workflows/none', 404, 'not_found'],
    ['GET', '/api/openapi.json?openapi=9', 400, 'validation_failed'],
    ['POST', '/api/docs', 405, 'method_not_allowed'],
  ] as const) {
    it(`show people a page with the bar, and programs a problem: ${method} ${path}`, async () => {
      const page = await served.send(method, path, { accept: browserAccept });
      expect([page.status, page.headers['content-type']]).to.deep.equal([status, 'text/html; charset=utf-8']);
      expect(page.headers['cache-control']).to.equal('no-store');
      expect(page.headers['content-security-policy']).to.match(/^default-src 'self';/);
      expect(page.headers.vary).to.include('Accept');
      expect(page.text).to.include('<nav aria-label="Pages">').and.include(`<a href="/api/problems/${code}">`);
      expect(page.text).to.include(String(page.headers['x-request-id'])).and.not.include('<script>');
      const problem = await served.send(method, path, { accept: 'application/json' });
      expect([problem.status, problem.json()['code']]).to.deep.equal([status, code]);
      expect(problem.headers.vary).to.include('Accept');
    });
  }

  for (const [path, shown] of [
    ['/api/v9/nonsense', '/api/v9/nonsense'],
    ['/nothing<b>&', '/nothing&#60;b&#62;&#38;'],
    [`/${'a'.repeat(300)}`, `/${'a'.repeat(199)}…`],
  ] as const) {
    it(`say to people which address does not exist, and what to open: ${path.slice(0, 30)}`, async () => {
      const { status, text } = await served.get(path, { accept: browserAccept });
      expect(status).to.equal(404);
      expect(text).to.include(`No page and no operation has the address <code class="address">${shown}</code>`);
      expect(text)
        .to.include('<a href="/api/redoc">the reference</a>')
        .and.include('<a href="/api">The start page</a>');
      expect(text).not.to.include('X-Organization-Id');
    });
  }

  for (const [path, list] of [
    ['/api/problems/no_such_code', '<a href="/api/problems">Problems</a>'],
    ['/api/guides/no-such-guide', '<a href="/api/guides">Guides</a>'],
    ['/api/workflows/none', '<a href="/api/workflows">Workflows</a>'],
    ['/api/v9/guides/none', '<a href="/api/redoc">the reference</a>'],
    ['/api/redoc?version=v3', '<a href="/api/redoc">Reference</a>'],
    ['/api/docs/none', '<a href="/api/docs">Try it out</a>'],
    ['/api/docsnone', '<a href="/api/redoc">the reference</a>'],
    ['/api/%67uides/none', '<a href="/api/guides">Guides</a>'],
    ['http://architect.example.com/api/guides/none', '<a href="/api/guides">Guides</a>'],
    ['/api/v1/none', '<code>/api/v1/</code>; <a href="/api/redoc?version=v1">the reference of v1</a>'],
    ['/api/v2/none', '<code>/api/v2/</code>'],
    ['/health/none', 'with <code>/health</code>'],
  ] as const) {
    it(`lead to the list of what there is: ${path}`, async () => {
      const { text } = await served.get(path, { accept: browserAccept });
      expect(text.slice(text.indexOf('<main'))).to.include(list);
    });
  }

  it('do not show a page where a caller takes neither JSON nor HTML', async () => {
    const { status, headers } = await served.get('/api', { accept: 'image/png' });
    expect([status, headers['content-type']]).to.deep.equal([406, 'application/problem+json; charset=utf-8']);
  });

  it('alone do so', async () => {
    for (const path of ['/api/docs', '/metrics', '/api/v2/echo']) {
      expect((await served.get(path)).headers['link'] ?? '', path).not.to.include('</api>');
    }
  });
});
