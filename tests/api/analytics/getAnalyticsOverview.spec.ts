import { expect } from 'chai';
import type { AnalyticsOverview } from '../../../generated/v2/types.ts';
import { createAccount, createMember, type Account } from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { createProject, createTask, moveTask } from '../../support/factories.ts';
import { askFigures, refused } from '../../support/figures/ask.ts';

const DAY_MS = 86_400_000;

describe('v2 getAnalyticsOverview GET /analytics/overview', () => {
  const app = useApp({});
  before(() => app.clock.hold());
  const get = async (account: Account, query = ''): Promise<AnalyticsOverview> =>
    (await askFigures(app, account, `overview${query}`)).json() as Promise<AnalyticsOverview>;

  describe('200', () => {
    it('shows each figure beside that of the range before', async () => {
      const owner = await createAccount(app);
      const project = await createProject(owner);
      const early = await createTask(owner, project);
      await createTask(owner, project);
      app.clock.advance(7 * DAY_MS);
      const from = app.clock.now().toISOString();
      await createTask(owner, project);
      await moveTask(owner, early, 'in_progress', 'done');
      app.clock.advance(7 * DAY_MS);
      const to = app.clock.now().toISOString();
      const figures = await get(owner, `?from=${from}&to=${to}`);
      expect(figures.tasks).to.deep.equal({
        created: { value: 1, previous: 2 },
        done: { value: 1, previous: 0 },
        open: { value: 2, previous: 2 },
        cycle_time_p50_seconds: { value: 0, previous: null },
        lead_time_p50_seconds: { value: (7 * DAY_MS) / 1000, previous: null },
      });
      expect(figures.users.active).to.deep.equal({ value: 1, previous: 1 });
      expect(Date.parse(figures.period.from) - Date.parse(figures.previous_from)).to.equal(7 * DAY_MS);
    });

    it('leaves out private projects that the caller cannot see', async () => {
      const owner = await createAccount(app);
      const member = await createMember(app, owner);
      const project = await createProject(owner, { visibility: 'private' });
      await createTask(owner, project);
      app.clock.advance(1000);
      const createdFor = async (account: Account, query = '') => (await get(account, query)).tasks.created.value;
      expect([await createdFor(owner), await createdFor(member)]).to.deep.equal([1, 0]);
      expect(await createdFor(owner, `?project_id=${project.id}`)).to.equal(1);
      expect(await createdFor(member, `?project_id=${project.id}`)).to.equal(0);
    });

    it('returns a row of CSV for each figure', async () => {
      const owner = await createAccount(app);
      const response = await askFigures(app, owner, 'overview', { accept: 'text/csv' });
      expect(await response.text()).to.match(/^area,figure,value,previous\r\ntasks,created,0,0\r\n/);
    });
  });

  describe('304', () => {
    it('for the tag of the response', async () => {
      const owner = await createAccount(app);
      const { headers } = await askFigures(app, owner, 'overview');
      expect((await askFigures(app, owner, 'overview', { 'if-none-match': headers.get('etag')! })).status).to.equal(
        304,
      );
    });
  });

  describe('409', () => {
    it('for a range that is empty or has too many intervals', async () => {
      const owner = await createAccount(app);
      expect((await refused(askFigures(app, owner, 'overview?from=2999-01-01T00:00:00Z'))).code).to.equal(
        'range_empty',
      );
      const long = 'overview?from=2020-01-01T00:00:00Z&interval=hour';
      expect(await refused(askFigures(app, owner, long))).to.deep.equal({ status: 409, code: 'range_too_long' });
    });
  });
});
