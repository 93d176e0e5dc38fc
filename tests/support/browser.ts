import sparticuz from '@sparticuz/chromium';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

/**
 * Launches headless Chromium from an npm package, so that no browser needs to be installed. The package's own arguments
 * are not used: they are for cloud functions, disable web security, and end the browser with its first page. The
 * sandbox is off, because it does not work for the root user, for example in containers.
 */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    headless: true,
  });
}
