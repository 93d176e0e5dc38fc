import type { Locator, Page } from 'playwright-core';
import type { Pages } from './browser.ts';

/** An open page in a browser, and its faults. */
interface Visit {
  readonly page: Page;
  /** Warnings and errors of the console, uncaught errors, failed requests, and requests to other servers. */
  readonly faults: readonly string[];
  /** Every other message of the console. */
  readonly messages: readonly string[];
  /** Returns by how many pixels the page is wider than its window. */
  readonly overflow: () => Promise<number>;
}

export async function visit(browser: Pages, url: string, width: number): Promise<Visit> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  // Swagger UI needs many seconds to render if other stages of the suite use the machine.
  page.setDefaultTimeout(90_000);
  const { origin } = new URL(url);
  const faults: string[] = [];
  const messages: string[] = [];
  page.on('console', (message) => {
    (message.type() === 'error' || message.type() === 'warning' ? faults : messages).push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('requestfailed', (request) => faults.push(`${request.url()}: ${request.failure()?.errorText ?? ''}`));
  page.on('request', (request) => {
    // The URL of a worker that the page creates has the page's origin after "blob:".
    if (new URL(request.url().replace(/^blob:/, '')).origin !== origin) faults.push(`outside: ${request.url()}`);
  });
  await page.goto(url);
  return {
    page,
    faults,
    messages,
    overflow: () => page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
  };
}

/** Opens an operation of Swagger UI and its tag. */
export async function openOperation(page: Page, tag: string, operationId: string): Promise<Locator> {
  const operation = page.locator(`#operations-${tag}-${operationId}`);
  const heading = page.locator(`#operations-tag-${tag}`);
  await heading.waitFor();
  if ((await heading.getAttribute('data-is-open')) !== 'true') await heading.click();
  await operation.locator('.opblock-summary-control').click();
  await operation.locator('button.execute').waitFor();
  return operation;
}

/** Clicks Execute, and returns the status and the body that Swagger UI shows. */
export async function execute(operation: Locator): Promise<{ readonly status: string; readonly body: string }> {
  await operation.locator('button.execute').click();
  const response = operation.locator('.live-responses-table tbody tr').first();
  await response.waitFor();
  return {
    status: (await response.locator('.response-col_status').innerText()).trim(),
    body: await response.locator('.highlight-code').first().innerText(),
  };
}
