import sparticuz from '@sparticuz/chromium';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

/**
 * Headless Chromium from an npm package, so that no browser has to be on the machine. The package's own arguments are
 * for functions in a cloud: they switch web security off, and end the browser with its first page. Root, as in
 * containers, can have no sandbox.
 */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    headless: true,
  });
}
