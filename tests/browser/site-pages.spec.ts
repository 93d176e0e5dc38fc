import { expect } from 'chai';
import { readGuideSources } from '../../src/http/site/guides/guides.ts';
import { navigation, startPath } from '../../src/http/site/navigation.ts';
import { useApp } from '../support/app.ts';
import { useBrowser } from '../support/browser.ts';
import { visit } from '../support/documentation.ts';

/** Also widths between a phone and a desktop, at which the entries of the bar need more than one row. */
const barWidths = [320, 390, 641, 768, 900, 928, 929, 1280];
const widths = { desktop: 1280, phone: 390 } as const;
const guides = readGuideSources().guides.map(({ name }) => `/api/guides/${name}`);

describe('guides, changelog and status in a browser', function () {
  this.timeout(180_000);

  const app = useApp();
  const browser = useBrowser();

  for (const [device, width] of Object.entries(widths)) {
    for (const path of ['/api/guides', ...guides, '/api/changelog', '/api/status', '/api/workflows']) {
      it(`${path} fits on a ${device}, and loads nothing from elsewhere`, async () => {
        const { page, faults, messages, overflow } = await visit(browser, `${app.url}${path}`, width);
        expect(await page.locator('h1').count()).to.equal(1);
        expect(await overflow()).to.equal(0);
        expect([faults, messages]).to.deep.equal([[], []]);
        await page.close();
      });
    }
  }

  for (const { path, name } of [{ path: startPath, name: 'Start' }, ...navigation]) {
    it(`${path} shows every entry of the bar whole, and marks its own`, async () => {
      const { page } = await visit(browser, `${app.url}${path}`, widths.desktop);
      expect(await page.locator('.bar nav [aria-current="page"]').allInnerTexts()).to.deep.equal([name]);
      for (const width of barWidths) {
        await page.setViewportSize({ width, height: 900 });
        for (const entry of await page.locator('.bar nav a').all()) {
          const { x, width: length } = (await entry.boundingBox())!;
          expect(x, `${width} px`).to.be.at.least(0);
          expect(x + length, `${width} px`).to.be.at.most(width);
        }
      }
      await page.close();
    });
  }

  it('the page of an unknown address names it as it was asked for, without a version', async () => {
    const { page } = await visit(browser, `${app.url}/api/nonsense`, widths.phone);
    expect(await page.locator('.address').innerText()).to.equal('/api/nonsense');
    await page.close();
  });

  it('a link of the list of sections leads to the section, and not under the bar', async () => {
    const { page } = await visit(browser, `${app.url}/api/guides/tasks`, widths.phone);
    await page.locator('.contents a').last().click();
    const heading = await page.locator('article h2').last().boundingBox();
    const bar = await page.locator('.bar').boundingBox();
    expect(heading!.y).to.be.within(bar!.height, 900);
    await page.close();
  });

  it('a release of the changelog leads to its operations in the reference', async () => {
    const { page } = await visit(browser, `${app.url}/api/changelog`, widths.desktop);
    const link = page.locator('.release .names a').first();
    const name = await link.innerText();
    const href = await link.getAttribute('href');
    // The link is absolute, and the server of the test is at another port than its configured address.
    await page.goto(`${app.url}${/\/api\/redoc\?version=v2#.*$/.exec(href!)![0]}`);
    const section = page.locator(`[data-section-id$="/operation/${name}"]`);
    await section.waitFor({ state: 'attached' });
    expect(await section.count()).to.equal(1);
    await page.close();
  });

  describe('/api/status', () => {
    const report = {
      status: 'unhealthy',
      summary: 'A part of the service does not work.',
      read_at: '2026-11-02T10:00:15.000Z',
      parts: [{ name: 'database', status: 'unhealthy', summary: 'The database does not respond.' }],
    };

    it('is read again without a reload, and says if it cannot be read', async () => {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.clock.install();
      await page.goto(`${app.url}/api/status`);
      const overall = page.locator('#overall');
      expect(await overall.innerText()).to.contain('The service works.');
      expect(await page.locator('#refresh').innerText()).to.contain('15 seconds');

      let isReachable = true;
      await page.route('**/api/status', (route) => (isReachable ? route.fulfill({ json: report }) : route.abort()));
      await page.clock.runFor(15_000);
      await page.getByText(report.summary).waitFor();
      expect(await page.locator('#read-at').innerText()).to.equal('2 November 2026, 10:00:15 UTC');
      expect(await page.locator('[data-part="database"]').innerText()).to.match(
        /database\s+unhealthy\s+The database does not respond\./,
      );
      expect(await page.locator('[data-part="process"]').innerText()).to.contain('healthy');

      isReachable = false;
      await page.clock.runFor(15_000);
      await page.getByText('The state cannot be read').waitFor();
      expect(await page.locator('#overall .state').innerText()).to.equal('unknown');
      await context.close();
    });

    it('works without scripts', async () => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(`${app.url}/api/status`);
      const before = await page.locator('#read-at').getAttribute('datetime');
      await page.getByRole('link', { name: 'Read it again' }).click();
      expect(await page.locator('#read-at').getAttribute('datetime')).not.to.equal(before);
      await context.close();
    });
  });
});
