import { expect } from 'chai';
import type { EventAnalytics } from '../../../generated/v2/types.ts';
import { newId } from '../../../src/platform/ids.ts';
import { createAccount, createMember, type Account } from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { bodyOf, createProject } from '../../support/factories.ts';
import { askFigures, refused } from '../../support/figures/ask.ts';

describe('v2 getEventAnalytics GET /analytics/events', () => {
  const app = useApp();
  const get = async (account: Account, query = ''): Promise<EventAnalytics> =>
    (await askFigures(app, account, `events${query}`)).json() as Promise<EventAnalytics>;

  async function report(account: Account, type: string, source: string, place: object): Promise<void> {
    const body = { events: [{ id: newId(), type, source, ...place }] };
    bodyOf(await account.v2.POST('/api/v2/events', { body }));
  }

  describe('200', () => {
    it('counts events by type and source, when they happened', async () => {
      const owner = await createAccount(app);
      const hour = (hours: number): string =>
        new Date(Math.floor(app.clock.now().getTime() / 3_600_000 - hours) * 3_600_000).toISOString();
      await report(owner, 'deployment.finished', '/ci', { time: hour(1) });
      await report(owner, 'deployment.finished', '/ci', { time: hour(3) });
      await report(owner, 'order.placed', '/shop', { time: hour(3) });
      const figures = await get(owner, `?interval=hour&from=${hour(5)}&to=${hour(0)}`);
      expect(figures).to.deep.include({ events: 3, types: 2, sources: 2 });
      expect(figures.series.map(({ events }) => events)).to.deep.equal([0, 0, 2, 0, 1]);
      expect(figures.by_type).to.deep.equal([
        { type: 'deployment.finished', events: 2 },
        { type: 'order.placed', events: 1 },
      ]);
      expect(figures.by_source.map(({ source }) => source)).to.deep.equal(['/ci', '/shop']);
    });

    it('leaves out private projects, and counts events without a project for the whole organization', async () => {
      const owner = await createAccount(app);
      const member = await createMember(app, owner);
      const project = await createProject(owner, { visibility: 'private' });
      await report(owner, 'order.placed', '/shop', { project_id: project.id });
      await report(owner, 'order.placed', '/shop', {});
      const query = `?to=${new Date(app.clock.now().getTime() + 60_000).toISOString()}`;
      expect([(await get(owner, query)).events, (await get(member, query)).events]).to.deep.equal([2, 1]);
      const inProject = `${query}&project_id=${project.id}`;
      expect([(await get(owner, inProject)).events, (await get(member, inProject)).events]).to.deep.equal([1, 0]);
    });

    it('returns a row of CSV for each interval', async () => {
      const response = await askFigures(app, await createAccount(app), 'events', { accept: 'text/csv' });
      expect(await response.text()).to.match(/^starts_at,ends_at,events\r\n/);
    });
  });

  describe('304', () => {
    it('for the tag of the response', async () => {
      const owner = await createAccount(app);
      const { headers } = await askFigures(app, owner, 'events');
      expect((await askFigures(app, owner, 'events', { 'if-none-match': headers.get('etag')! })).status).to.equal(304);
    });
  });

  describe('409', () => {
    it('for a range that is empty or has too many intervals', async () => {
      const owner = await createAccount(app);
      expect((await refused(askFigures(app, owner, 'events?from=2999-01-01T00:00:00Z'))).code).to.equal('range_empty');
      const long = 'events?from=2020-01-01T00:00:00Z&interval=hour';
      expect(await refused(askFigures(app, owner, long))).to.deep.equal({ status: 409, code: 'range_too_long' });
    });
  });
});
