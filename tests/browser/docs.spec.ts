import { expect } from 'chai';
import type { Browser, Locator, Page } from 'playwright-core';
import v1 from '../../generated/v1/openapi.json' with { type: 'json' };
import v2 from '../../generated/v2/openapi.json' with { type: 'json' };
import { launchBrowser } from '../support/browser.ts';
import { serve } from '../unit/http/fixture.ts';
import type { Served } from '../unit/http/fixture.ts';

interface Visit {
  readonly page: Page;
  /** Console errors and warnings, uncaught errors, requests that failed or went elsewhere. */
  readonly faults: readonly string[];
}

const widths = { desktop: 1280, phone: 390 } as const;

describe('documentation in a browser', function () {
  this.timeout(60_000);

  let browser: Browser;
  let served: Served;
  let origin: string;
  before(async () => {
    served = await serve({
      documents: { v1, v2 },
      v2: (context) => {
        context.body = { status: 'healthy' };
      },
    });
    origin = `http://127.0.0.1:${served.port}`;
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
    await served.close();
  });

  const visit = async (path: string, width: number): Promise<Visit> => {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    const faults: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('requestfailed', (request) => faults.push(`${request.url()}: ${request.failure()?.errorText ?? ''}`));
    page.on('request', (request) => {
      // A worker of the page's own making has the page's origin behind "blob:".
      if (
        !request
          .url()
          .replace(/^blob:/, '')
          .startsWith(`${origin}/`)
      )
        faults.push(`outside: ${request.url()}`);
    });
    await page.goto(`${origin}${path}`);
    return { page, faults };
  };

  const overflow = (page: Page): Promise<number> =>
    page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

  for (const [device, width] of Object.entries(widths)) {
    describe(`on a ${device}`, () => {
      it('/api/docs executes an operation', async () => {
        const { page, faults } = await visit('/api/docs', width);
        await page.locator('#operations-tag-health').click();
        expect(await page.locator('.opblock-tag').allInnerTexts()).to.have.length(v2.tags.length);
        const reply = await execute(page.locator('#operations-health-getHealth'));
        expect(await reply.locator('.response-col_status').textContent()).to.equal('200');
        expect(await reply.locator('.highlight-code').first().textContent()).to.contain('"status": "healthy"');
        expect(await overflow(page)).to.equal(0);
        expect(faults).to.deep.equal([]);
        await page.close();
      });

      it('/api/redoc shows the document and searches it', async () => {
        const { page, faults } = await visit('/api/redoc', width);
        await page.locator('[data-section-id="tag/tasks/operation/getTask"]').waitFor({ state: 'attached' });
        expect(await page.locator('h1').first().textContent()).to.contain(v2.info.title);
        if (width < 800) await page.locator('#redoc .menu-content + div').click();
        await page.locator('[role="search"] input').fill('history');
        await page.locator('[data-role="search:results"] li').first().waitFor();
        expect(await overflow(page)).to.equal(0);
        expect(faults).to.deep.equal([]);
        await page.close();
      });

      for (const path of ['/api', '/api/problems', '/api/problems/not_found', '/api/verify-email']) {
        it(`${path} fits`, async () => {
          const { page, faults } = await visit(path, width);
          expect(await page.locator('h1').count()).to.equal(1);
          expect(await overflow(page)).to.equal(0);
          expect(faults).to.deep.equal([]);
          await page.close();
        });
      }
    });
  }
});

/** Opens an operation of Swagger UI, executes it and waits for the row of the reply. */
async function execute(operation: Locator): Promise<Locator> {
  await operation.locator('.opblock-summary-control').click();
  await operation.locator('button.execute').click();
  const reply = operation.locator('.live-responses-table tbody tr').first();
  await reply.waitFor();
  return reply;
}
