import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect } from 'chai';
import { build } from 'esbuild';
import { createAccount } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { useBrowser } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { createProject, createReportingKey } from '../support/factories.ts';

// A page with @sentry/browser, unmodified, reports to a server of another origin.

const root = join(import.meta.dirname, '../..');

const program = `
  import * as Sentry from '@sentry/browser';
  const dsn = new URL(location.href).searchParams.get('dsn');
  Sentry.init({ dsn, release: 'page@5.0.0', environment: 'production' });
  Sentry.setTag('theme', 'dark');
  Sentry.setUser({ id: 'u-1' });
  Sentry.addBreadcrumb({ category: 'page', message: 'opened' });
  function checkout() { throw new TypeError('cart is undefined'); }
  setTimeout(checkout, 10);
  setTimeout(() => Promise.reject(new RangeError('payment was refused')), 50);
`;

describe('@sentry/browser in a page of another origin', function () {
  this.timeout(120_000);
  const app = useApp();
  const browser = useBrowser();
  let pages: Server;

  before(async () => {
    const { outputFiles } = await build({
      ...{ bundle: true, write: false, minify: true, platform: 'browser', target: 'es2022', logLevel: 'silent' },
      stdin: { contents: program, resolveDir: root },
    });
    pages = createServer((request, response) => {
      if (request.url === '/app.js') response.setHeader('content-type', 'text/javascript').end(outputFiles[0]?.text);
      else
        response
          .setHeader('content-type', 'text/html')
          .end('<!doctype html><link rel="icon" href="data:,"><script src="/app.js"></script>');
    });
    pages.listen(0, '127.0.0.1');
    await once(pages, 'listening');
  });
  after(() => {
    pages.close();
  });

  it('reports an error, a rejection and a session', async () => {
    const owner = await createAccount(app);
    const project = await createProject(owner);
    const { public_key, project_number } = await createReportingKey(owner, project);
    const dsn = new URL(app.url);
    dsn.username = public_key;
    dsn.pathname = `/${project_number}`;
    const page = await browser.newPage();
    const address = `http://localhost:${(pages.address() as AddressInfo).port}/`;
    await page.goto(`${address}?dsn=${encodeURIComponent(dsn.href)}`);
    const occurrences = await eventually(async () => {
      const rows = await app.query<Record<string, unknown>>(
        'SELECT type, message, level, release, tags, person, frames, breadcrumbs FROM error_occurrences WHERE project_id = $1 ORDER BY type',
        [project.id],
      );
      if (rows.length < 2) throw new Error(`there are ${rows.length} occurrences`);
      return rows;
    });
    expect(occurrences.map(({ type, message }) => [type, message])).to.deep.equal([
      ['RangeError', 'payment was refused'],
      ['TypeError', 'cart is undefined'],
    ]);
    const [, thrown] = occurrences;
    expect(thrown).to.deep.include({ level: 'error', release: 'page@5.0.0', tags: { theme: 'dark' } });
    expect(thrown!['person']).to.include({ id: 'u-1' });
    expect((thrown!['frames'] as { file: string }[])[0]!.file).to.equal(`${address}app.js`);
    expect(JSON.stringify(thrown!['breadcrumbs'])).to.include('opened');
    await eventually(async () => {
      const statement = 'SELECT release, started, errored, crashed FROM release_sessions WHERE project_id = $1';
      expect(await app.query(statement, [project.id])).to.deep.equal([
        // In a page, an error that nobody handles has the status `unhandled`, which is no crash.
        { release: 'page@5.0.0', started: 1, errored: 1, crashed: 0 },
      ]);
    });
    await page.close();
  });
});
