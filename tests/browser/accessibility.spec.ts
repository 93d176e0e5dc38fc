import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { navigation } from '../../src/http/site/navigation.ts';
import { axeFindings, findPages } from '../support/accessibility.ts';
import { useApp } from '../support/app.ts';
import { useBrowser } from '../support/browser.ts';
import { visit } from '../support/documentation.ts';

/** The pages that only mails link to, and the page for unknown paths. */
const unlinked = ['log-in', 'verify-email', 'reset-password', 'accept-invitation', 'nothing'].map(
  (name) => `/api/${name}`,
);
/** All pages of codes have one form; these have its parts: a table, a long table in a fold, no table. */
const shownProblems = ['not_found', 'validation_failed', 'malformed_request'].map((code) => `/api/problems/${code}`);

/** What pages rendered by scripts have to show before they are judged. */
const rendered: Readonly<Record<string, string>> = {
  '/api/docs': '.opblock-tag',
  '/api/redoc': '#redoc .whole-operation',
};

describe('pages for everybody', function () {
  this.timeout(600_000);

  const app = useApp();
  const browser = useBrowser();
  let pages: string[];
  before(async () => {
    const found = await findPages(app.url);
    const judged = found.filter((path) => !path.startsWith('/api/problems/') || shownProblems.includes(path));
    pages = [...judged, ...unlinked];
  });

  async function judge(path: string, settle: (page: Page) => Promise<void>): Promise<void> {
    const { page, faults, overflow } = await visit(browser, app.url + path, 1280);
    await settle(page);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await settle(page);
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 900 });
        const at = `${path} ${colorScheme} ${width}`;
        expect(await axeFindings(page), at).to.deep.equal([]);
        expect(await overflow(), at).to.equal(0);
      }
    }
    // The browser reports the status of the page for unknown paths.
    expect(faults.filter((fault) => !fault.includes('status of 404'))).to.deep.equal([]);
    await page.close();
  }

  it('reach every page of the bar', () => {
    expect(pages).to.include.members(navigation.map(({ path }) => path));
  });

  it('pass axe-core, fit, and log nothing, in light and dark, at 1280 and 390 px', async () => {
    for (const path of pages) {
      await judge(path, (page) =>
        page
          .locator(rendered[path] ?? 'h1')
          .first()
          .waitFor({ state: 'attached' }),
      );
    }
  });

  it('pass axe-core with an operation open in /api/docs', async () => {
    await judge('/api/docs#/labels/createLabel', (page) =>
      page.locator('#operations-labels-createLabel button.execute').waitFor(),
    );
  });

  it('have a title of their own, a language, one main landmark and one first heading', async () => {
    const titles = new Set<string>();
    const page = await browser.newPage();
    for (const path of pages) {
      await page.goto(app.url + path);
      titles.add(await page.title());
      expect(await page.locator('html[lang="en"]').count(), path).to.equal(1);
      expect(await page.locator('main').count(), path).to.equal(1);
      expect(await page.locator('main h1').first().innerText(), path).not.to.equal('');
    }
    expect(titles.size).to.equal(pages.length);
    await page.close();
  });

  it('can be used with the keyboard: a skip link first, every control in turn, each with a visible focus', async () => {
    const page = await browser.newPage();
    for (const path of pages.filter((candidate) => rendered[candidate] === undefined)) {
      await page.goto(app.url + path);
      const controls = page.locator('a[href]:visible, button:visible, input:visible, summary:visible');
      const count = await controls.count();
      await page.keyboard.press('Tab');
      expect(await page.locator(':focus').innerText(), path).to.equal('Skip to the content');
      const last = controls.last().and(page.locator(':focus'));
      // Browsers also stop at areas that scroll.
      for (let stops = 1; stops < count + 50 && (await last.count()) === 0; stops += 1) {
        const outline = await page.evaluate<string>('getComputedStyle(document.activeElement).outlineStyle');
        expect(outline, path).not.to.equal('none');
        await page.keyboard.press('Tab');
      }
      expect(await last.count(), path).to.equal(1);
    }
    await page.goto(`${app.url}/api`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.locator('#content:focus').count()).to.equal(1);
    await page.close();
  });
});
