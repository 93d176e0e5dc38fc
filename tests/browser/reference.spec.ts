import { expect } from 'chai';
import type { Page } from 'playwright-core';
import v2 from '../../generated/v2/openapi.json' with { type: 'json' };
import { operations } from '../../generated/v2/operations.ts';
import { useApp } from '../support/app.ts';
import { useBrowser } from '../support/browser.ts';
import { visit } from '../support/documentation.ts';

describe('/api/redoc in a browser', function () {
  this.timeout(180_000);

  const app = useApp();
  const browser = useBrowser();

  const section = (page: Page, tag: string, id: string) =>
    page.locator(`[data-section-id="tag/${tag}/operation/${id}"]`);
  const shortened = (page: Page, tag: string, id: string) => section(page, tag, id).locator('.whole-operation');

  /** Waits until the operation is shown with its responses, below the bar and in the window. */
  async function expectOpen(page: Page, tag: string, id: string): Promise<void> {
    const operation = section(page, tag, id);
    await operation.getByText('Responses', { exact: true }).waitFor();
    await page.waitForURL(new RegExp(`#tag/${tag}/operation/${id}$`));
    const bar = await page.locator('.bar').boundingBox();
    const heading = await operation.locator('h2').first().boundingBox();
    expect(heading!.y).to.be.within(Math.max(0, bar!.y + bar!.height), 300);
  }

  for (const width of [1280, 390]) {
    it(`opens the operation that a link names, below the bar, at ${width} px`, async () => {
      for (const id of ['operation/createTask', 'tag/tasks/operation/createTask']) {
        const { page, faults } = await visit(browser, `${app.url}/api/redoc#${id}`, width);
        await expectOpen(page, 'tasks', 'createTask');
        expect(faults).to.deep.equal([]);
        await page.close();
      }
    });
  }

  for (const hash of ['#%E0', '#a"b', '#nothing'])
    it(`shows the document where the link names nothing: ${hash}`, async () => {
      const { page, faults } = await visit(browser, `${app.url}/api/redoc${hash}`, 1280);
      await shortened(page, 'tasks', 'createTask').waitFor();
      // After the scrolling, which follows the rendering.
      await page.evaluate('new Promise((resolve) => setTimeout(resolve))');
      expect(faults).to.deep.equal([]);
      await page.close();
    });

  it('has every operation, those of one tag as a whole', async () => {
    const { page } = await visit(browser, `${app.url}/api/redoc`, 1280);
    await shortened(page, 'tasks', 'createTask').waitFor();
    for (const { id, tag } of operations) {
      expect(await section(page, tag, id).count(), id).to.equal(1);
      expect(await shortened(page, tag, id).count(), id).to.equal(tag === v2.tags[0]!.name ? 0 : 1);
    }
    await page.close();
  });

  it('finds operations of all tags, and opens the hit', async () => {
    const { page, faults } = await visit(browser, `${app.url}/api/redoc`, 1280);
    await shortened(page, 'tasks', 'createTask').waitFor();
    const search = page.getByRole('search').getByRole('textbox');
    const hit = page.locator('[data-role="search:results"] [data-item-id="tag/comments/operation/getComment"]');
    await search.fill('get a comment');
    await hit.click();
    await expectOpen(page, 'comments', 'getComment');
    await page.getByRole('search').getByRole('textbox').fill('get a label');
    await page.locator('[data-role="search:results"] [data-item-id="tag/labels/operation/getLabel"]').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await section(page, 'labels', 'getLabel').getByText('Responses', { exact: true }).waitFor();
    expect(faults).to.deep.equal([]);
    await page.close();
  });

  it('opens another tag from the menu, from a short operation, and on the way back', async () => {
    const { page, faults } = await visit(browser, `${app.url}/api/redoc`, 1280);
    await shortened(page, 'tasks', 'createTask').click();
    await expectOpen(page, 'tasks', 'createTask');
    await page.locator('[data-item-id="tag/labels"]').click();
    await shortened(page, 'tasks', 'createTask').waitFor();
    expect(await shortened(page, 'labels', 'createLabel').count()).to.equal(0);
    await page.goBack();
    await expectOpen(page, 'tasks', 'createTask');
    expect(faults).to.deep.equal([]);
    await page.close();
  });

  it('says that it is loading before the scripts run, and when it cannot load', async () => {
    const page = await browser.newPage();
    await page.route('**/openapi.json', (route) => route.fulfill({ status: 503, body: '{}' }));
    const served = await page.goto(`${app.url}/api/redoc`);
    expect(await served!.text()).to.contain('Loading the contract…');
    await page.getByText('The contract cannot be loaded.').waitFor();
    await page.close();
  });
});
