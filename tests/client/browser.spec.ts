import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { createAccount } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { useBrowser } from '../support/browser.ts';
import { installPackage, type InstalledPackage } from '../support/client/installed-package.ts';

/** Returns the text of a bundle as a page loads it. */
async function bundle({ folder }: InstalledPackage, contents: string): Promise<string> {
  const { outputFiles } = await build({
    ...{ bundle: true, write: false, minify: true, platform: 'browser', target: 'es2022', logLevel: 'silent' },
    stdin: { contents, resolveDir: folder },
  });
  return outputFiles[0]?.text ?? '';
}

describe('the client in a page of another origin', function () {
  this.timeout(120_000);
  const app = useApp();
  const browser = useBrowser();
  let project: InstalledPackage;
  let pages: Server;
  let page: Page;
  const messages: string[] = [];
  const hosts = new Set<string>();

  before(async () => {
    project = await installPackage();
    const script = await bundle(project, `import ${JSON.stringify(join(project.folder, 'page.js'))};`);
    pages = createServer((request, response) => {
      if (request.url === '/page.js') response.setHeader('content-type', 'text/javascript').end(script);
      else
        response
          .setHeader('content-type', 'text/html')
          .end('<!doctype html><link rel="icon" href="data:,"><script src="/page.js"></script>');
    });
    pages.listen(0, '127.0.0.1');
    await once(pages, 'listening');
    page = await browser.newPage();
    page.on('pageerror', (error) => messages.push(String(error)));
    page.on('request', (request) => hosts.add(new URL(request.url()).host));
    await page.goto(`${pagesUrl()}/`);
  });
  after(() => {
    pages.close();
  });

  const pagesUrl = () => `http://localhost:${(pages.address() as AddressInfo).port}`;

  it('creates, uploads, lists, updates, revalidates and exports', async () => {
    const { token } = await createAccount(app);
    const result = await page.evaluate(
      async ([url, key]) =>
        await (globalThis as unknown as { runFlow: (url: string, key: string) => Promise<unknown> }).runFlow(url, key),
      [app.url, token] as const,
    );
    expect(result).to.deep.equal({
      replayed: 'true',
      imported: 'completed',
      listed: ['First', 'Second', 'Third'],
      exported: ['First!', 'Second', 'Third'],
      updated: ['First!', 2],
      notModified: true,
      etag: '"2"',
      stale: true,
      absent: ['not_found', 404, 'string'],
      blob: true,
    });
    expect(messages).to.deep.equal([]);
    expect([...hosts]).to.have.members([new URL(pagesUrl()).host, new URL(app.url).host]);
  });

  it('has bundles that contain only what is used', async () => {
    const whole = await bundle(project, "export * from 'architect-client';");
    const part = await bundle(project, "import { verifyWebhook } from 'architect-client'; console.log(verifyWebhook);");
    expect(whole).to.include('/api/v2/tasks/{task_id}');
    expect(part).not.to.include('/api/v2/');
    expect(part.length).to.be.lessThan(4000);
  });
});
