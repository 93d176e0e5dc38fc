import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { createAccount } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { useBrowser } from '../support/browser.ts';
import { execute, openOperation, visit } from '../support/documentation.ts';

describe('/api/docs in a browser', function () {
  this.timeout(180_000);

  const app = useApp();
  const browser = useBrowser();

  async function authorize(page: Page, token: string): Promise<void> {
    await page.locator('.auth-wrapper .authorize').click();
    await page.locator('.modal-ux input').fill(token);
    await page.locator('.modal-ux button.authorize').click();
    await page.locator('.modal-ux .btn-done').click();
  }

  for (const width of [1280, 390]) {
    it(`opens the operation that a link names, below the bar, with all fields, at ${width} px`, async () => {
      const { page, faults } = await visit(browser, `${app.url}/api/docs#/tasks/createTask`, width);
      const operation = page.locator('#operations-tasks-createTask');
      await operation.locator('button.execute').waitFor();
      for (const name of ['project_id', 'X-Organization-Id', 'Idempotency-Key']) {
        await operation.locator(`tr[data-param-name="${name}"]`).waitFor();
      }
      const bar = await page.locator('.bar').boundingBox();
      const box = await operation.boundingBox();
      expect(box!.y).to.be.within(Math.max(0, bar!.y + bar!.height), 300);
      expect(faults).to.deep.equal([]);
      await page.close();
    });
  }

  it('fills in defaults and required parameters only, so that a list succeeds untouched', async () => {
    const { token } = await createAccount(app);
    const { page } = await visit(browser, `${app.url}/api/docs`, 1280);
    await authorize(page, token);
    const filledIn = async (operation: Locator): Promise<[name: string, value: string][]> => {
      await operation.locator('tr[data-param-name]').first().waitFor();
      const rows = await operation.locator('tr[data-param-name]').all();
      const fields = rows.map(async (row): Promise<[string, string][]> => {
        const name = (await row.getAttribute('data-param-name'))!;
        const values = await row
          .locator('input, select, textarea')
          .evaluateAll((controls) => (controls as unknown as { value: string }[]).map(({ value }) => value));
        return values.filter((value) => value !== '').map((value) => [name, value]);
      });
      return (await Promise.all(fields)).flat();
    };
    const list = await openOperation(page, 'tasks', 'listTasks');
    expect(await filledIn(list)).to.deep.equal([
      ['limit', '50'],
      ['include_total', 'false'],
      ['sort', '-created_at'],
    ]);
    expect((await execute(list)).status).to.equal('200');
    const update = await openOperation(page, 'tasks', 'updateTask');
    expect(await filledIn(update)).to.deep.equal([['task_id', '01939b7c-2f4e-7a10-8c55-0a1b2c3d0300']]);
    await page.close();
  });

  it('says when a filter hits nothing, and not otherwise', async () => {
    const { page, faults } = await visit(browser, `${app.url}/api/docs`, 1280);
    const filter = page.getByPlaceholder('Filter by tag or path');
    await filter.fill('zebra');
    await page.getByText('No tag and no path contains “zebra”.').waitFor();
    expect(await page.locator('.opblock').count()).to.equal(0);
    await filter.fill('labels');
    await page.locator('#operations-tag-labels').waitFor();
    expect(await page.locator('.no-hit').innerText()).to.equal('');
    expect(faults).to.deep.equal([]);
    await page.close();
  });

  it('keeps the key for the tab, also in the other version, until the log-out', async () => {
    const { token } = await createAccount(app);
    const { page } = await visit(browser, `${app.url}/api/docs`, 1280);
    await authorize(page, token);
    await page.getByRole('link', { name: 'v1, deprecated' }).click();
    await page.waitForURL('**/api/docs?version=v1');
    const inV1 = await execute(await openOperation(page, 'projects', 'listProjects'));
    expect(inV1.status).to.equal('200');
    await page.getByRole('link', { name: 'v2, current' }).click();
    await page.waitForURL('**/api/docs?version=v2');
    expect((await execute(await openOperation(page, 'me', 'getMe'))).status).to.equal('200');
    expect(await page.evaluate('localStorage.length')).to.equal(0);

    await page.locator('.auth-wrapper .authorize').click();
    await page.locator('.modal-ux button', { hasText: 'Logout' }).click();
    await page.locator('.modal-ux .btn-done').click();
    expect(await page.evaluate('sessionStorage.length')).to.equal(0);
    await page.goto(`${app.url}/api/docs`);
    expect((await execute(await openOperation(page, 'me', 'getMe'))).status).to.equal('401');
    await page.close();
  });
});
