import { expect } from 'chai';
import type { Page } from 'playwright-core';
import v2 from '../../generated/v2/openapi.json' with { type: 'json' };
import { useApp } from '../support/app.ts';
import { useBrowser } from '../support/browser.ts';
import { visit } from '../support/documentation.ts';

describe('the chapters in a browser', function () {
  this.timeout(180_000);

  const app = useApp();
  const browser = useBrowser();

  const section = (page: Page, name: string) => page.locator(`[data-section-id="section/${name}"]`);

  /** The titles of chapters and the names of groups in the menu, in the order in which they are shown. */
  async function menuOf(page: Page): Promise<string[]> {
    const items = `[...document.querySelectorAll('#redoc .menu-content li[data-item-id]')]`;
    const ids: string[] = await page.evaluate(`${items}.map((item) => item.dataset.itemId)`);
    return ids.flatMap((id) => /^(?:section|group)\/(?<name>[^/]+)$/.exec(id)?.groups?.['name'] ?? []);
  }

  it('come first in the menu of /api/redoc, before the groups of tags in the order of use', async () => {
    const { page, faults } = await visit(browser, `${app.url}/api/redoc`, 1280);
    await section(page, 'Changelog').waitFor({ state: 'attached' });
    const chapters = [...v2.info.description.matchAll(/^# (?<title>.+)$/gm)].map(({ groups }) => groups!['title']!);
    expect(chapters).to.have.length(12);
    const names = [...chapters, ...v2['x-tagGroups'].map(({ name }) => name)];
    expect(await menuOf(page)).to.deep.equal(names.map((name) => name.replaceAll(' ', '-')));
    expect(faults).to.deep.equal([]);
    await page.close();
  });

  it('are found by the search', async () => {
    const { page } = await visit(browser, `${app.url}/api/redoc`, 1280);
    await section(page, 'Changelog').waitFor({ state: 'attached' });
    await page.locator('[role="search"] input').fill('idempotency');
    const results = page.locator('[data-role="search:results"] li');
    await results.first().waitFor();
    expect(await results.allInnerTexts()).to.include('Idempotency');
    await page.close();
  });

  for (const [width, isBeside] of [
    [1280, true],
    [390, false],
  ] as const) {
    it(`at ${width} px, show their requests ${isBeside ? 'beside' : 'below'} the text`, async () => {
      const { page, overflow } = await visit(browser, `${app.url}/api/redoc`, width);
      const errors = section(page, 'Errors');
      await errors.waitFor({ state: 'attached' });
      const text = (await errors.locator('p').first().boundingBox())!;
      const request = (await errors.locator('pre').first().boundingBox())!;
      expect(request.x >= text.x + text.width).to.equal(isBeside);
      expect(request.x + request.width).to.be.at.most(width);
      expect(request.y >= text.y + text.height).to.equal(!isBeside);
      expect(await overflow()).to.equal(0);
      await page.close();
    });
  }

  it('leave room in /api/docs, which shows the introduction only', async () => {
    const { page } = await visit(browser, `${app.url}/api/docs`, 1280);
    const description = page.locator('.info .description');
    await description.waitFor();
    expect(await description.innerText()).to.contain('This document is the source of truth');
    expect(await description.locator('h1').count()).to.equal(0);
    await page.close();
  });
});
