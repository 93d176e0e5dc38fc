import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const axe = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

const run = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => [id, target.join(' '), failureSummary].join(': '))))`;

/** Returns the findings of axe-core with all of its rules, one line each. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate<string[]>(run);
}

const links = /<a [^>]*href="(\/[^"#?]*)["#?]/g;

/** Follows the links of the server's pages from the start page, and returns the paths of all pages. */
export async function findPages(url: string): Promise<string[]> {
  const pages = new Set<string>();
  const seen = new Set<string>();
  const open = ['/api'];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const response = await fetch(url + path, { headers: { accept: 'text/html,*/*;q=0.8' } });
    if (response.headers.get('content-type')?.startsWith('text/html') !== true) {
      await response.body?.cancel();
      continue;
    }
    pages.add(path);
    for (const [, target = ''] of (await response.text()).matchAll(links)) open.push(target);
  }
  return [...pages].sort();
}
