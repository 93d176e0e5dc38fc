import sparticuz from '@sparticuz/chromium';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

/**
 * Headless Chromium from an npm package, so that no browser needs to be installed. The package's own arguments are for
 * cloud functions: they switch web security off, and end the browser with its first page. The root user, as in
 * containers, cannot use a sandbox.
 */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    headless: true,
  });
}
