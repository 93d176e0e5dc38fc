import sparticuz from '@sparticuz/chromium';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

/** Opens pages and contexts of one browser. */
export type Pages = Pick<Browser, 'newContext' | 'newPage'>;

/**
 * Launches headless Chromium from an npm package, so that no browser needs to be installed. The package's own arguments
 * are not used: they are for cloud functions, disable web security, and end the browser with its first page. The
 * sandbox is off, because it does not work for the root user, for example in containers.
 */
async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    headless: true,
  });
}

/** Gives a `describe` a browser of its own, which is closed after its tests. */
export function useBrowser(): Pages {
  let opened: Browser | undefined;

  before(async function () {
    this.timeout(60_000);
    opened = await launchBrowser();
  });
  after(() => opened?.close());

  const current = (): Browser => {
    if (opened === undefined) throw new Error('the browser is open inside of tests and hooks only');
    return opened;
  };
  return {
    newContext: (options) => current().newContext(options),
    newPage: (options) => current().newPage(options),
  };
}
