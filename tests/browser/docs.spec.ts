import { expect } from 'chai';
import { randomBytes } from 'node:crypto';
import { operations as v1 } from '../../generated/v1/operations.ts';
import v2 from '../../generated/v2/openapi.json' with { type: 'json' };
import { createAccount } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { useBrowser } from '../support/browser.ts';
import { execute, openOperation, visit } from '../support/documentation.ts';

const widths = { desktop: 1280, phone: 390 } as const;

describe('documentation in a browser', function () {
  this.timeout(180_000);

  const app = useApp();
  const browser = useBrowser();

  for (const [device, width] of Object.entries(widths)) {
    describe(`on a ${device}`, () => {
      it('/api/docs lists every tag and executes getHealth', async () => {
        const { page, faults, overflow } = await visit(browser, `${app.url}/api/docs`, width);
        const response = await execute(await openOperation(page, 'health', 'getHealth'));
        expect(response.status).to.equal('200');
        expect(response.body).to.contain('"status": "healthy"');
        expect(await page.locator('.opblock-tag').count()).to.equal(v2.tags.length);
        expect(await overflow()).to.equal(0);
        expect(faults).to.deep.equal([]);
        await page.close();
      });

      it('/api/redoc shows the document and searches it', async () => {
        const { page, faults, overflow } = await visit(browser, `${app.url}/api/redoc`, width);
        await page.locator('[data-section-id="tag/tasks/operation/getTask"]').waitFor({ state: 'attached' });
        expect(await page.locator('#redoc h1').first().innerText()).to.contain(v2.info.title);
        if (device === 'phone') await page.locator('#redoc .menu-content + div').click();
        await page.locator('[role="search"] input').fill('history');
        await page.locator('[data-role="search:results"] li').first().waitFor();
        expect(await overflow()).to.equal(0);
        expect(faults).to.deep.equal([]);
        await page.close();
      });

      for (const path of [
        '/api',
        '/api/problems',
        '/api/problems/not_found',
        '/api/problems/validation_failed',
        '/api/upgrade-guide',
        '/api/verify-email',
        '/api/reset-password',
      ]) {
        it(`${path} fits`, async () => {
          const { page, faults, overflow } = await visit(browser, `${app.url}${path}`, width);
          expect(await page.locator('h1').count()).to.equal(1);
          expect(await overflow()).to.equal(0);
          expect(faults).to.deep.equal([]);
          await page.close();
        });
      }
    });
  }

  for (const [path, shown] of [
    ['/api/docs?version=v1', '#operations-tag-tasks'],
    ['/api/redoc?version=v1', '[data-section-id="tag/tasks"]'],
  ] as const) {
    it(`${path} shows the older document`, async () => {
      const { page, faults } = await visit(browser, `${app.url}${path}`, widths.desktop);
      await page.locator(shown).waitFor({ state: 'attached' });
      expect(faults).to.deep.equal([]);
      await page.close();
    });
  }

  it('/api/upgrade-guide leads to what becomes of each operation, and not under the bar', async () => {
    const { page } = await visit(browser, `${app.url}/api/upgrade-guide`, widths.phone);
    const operations = v1.map(({ id }) => id);
    const links = page.locator('.contents li a');
    expect(await links.allInnerTexts()).to.have.members(operations);
    await links.last().click();
    const target = await page.locator(`[id="${operations.at(-1)!}"]`).boundingBox();
    const bar = await page.locator('.bar').boundingBox();
    expect(target!.y).to.be.within(Math.max(0, bar!.y + bar!.height), 900);
    await page.close();
  });

  for (const hash of ['#/%E0%A4%A', '#/tasks/%']) {
    it(`/api/docs shows every tag where the link names nothing: ${hash}`, async () => {
      const { page, faults } = await visit(browser, `${app.url}/api/docs${hash}`, widths.desktop);
      await page.locator('#operations-tag-tasks').waitFor();
      expect(faults).to.deep.equal([]);
      await page.close();
    });
  }

  it('with an API key, /api/docs executes what needs one', async () => {
    const { token } = await createAccount(app);
    const { page, faults } = await visit(browser, `${app.url}/api/docs`, widths.desktop);
    await page.locator('.auth-wrapper .authorize').click();
    await page.locator('.modal-ux input').fill(token);
    await page.locator('.modal-ux button.authorize').click();
    await page.locator('.modal-ux .btn-done').click();
    const response = await execute(await openOperation(page, 'me', 'getMe'));
    expect(response.status).to.equal('200');
    expect(faults).to.deep.equal([]);
    await page.close();
  });

  it('from the mail of a registration to a project made with a session', async () => {
    const email = `mira-${randomBytes(6).toString('hex')}@meridian.example`;
    const password = 'a stone bridge at dawn';
    await app.v2.POST('/api/v2/auth/register', { body: { email, password, name: 'Mira Kovač' } });
    const { link } = await app.mail.next(email);

    const opened = await visit(browser, `${app.url}/api/verify-email${new URL(String(link)).hash}`, widths.desktop);
    await opened.page.locator('#verify').click();
    await opened.page.getByText('Your address is verified').waitFor();
    expect(opened.faults).to.deep.equal([]);
    await opened.page.close();

    const { page, faults } = await visit(browser, `${app.url}/api/docs`, widths.desktop);
    const logIn = await openOperation(page, 'auth', 'logIn');
    await logIn.locator('textarea').fill(JSON.stringify({ email, password }));
    expect((await execute(logIn)).status).to.equal('200');
    const createProject = await openOperation(page, 'projects', 'createProject');
    await createProject.locator('textarea').fill(JSON.stringify({ key: 'BRIDGE', name: 'Bridge' }));
    const response = await execute(createProject);
    expect(response.status).to.equal('201');
    expect(response.body).to.contain('"key": "BRIDGE"');
    expect(faults).to.deep.equal([]);
    await page.close();
  });
});
