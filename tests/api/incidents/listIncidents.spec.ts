import { expect } from 'chai';
import type { Incident } from '../../../generated/v2/types.ts';
import { createAccount, type Account } from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { eventually } from '../../support/eventually.ts';
import { bodyOf } from '../../support/factories.ts';
import { createIncident } from '../../support/incidents.ts';
import { refusalOf } from '../../support/scene.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

describe('v2 listIncidents GET /incidents', () => {
  const app = useApp({});
  let operator: Account;
  before(async () => {
    operator = await createAccount(app, { is_operator: true });
  });
  beforeEach(async () => {
    await app.query('DELETE FROM incidents');
  });

  const list = async (query: object = {}) =>
    bodyOf(await operator.v2.GET('/api/v2/incidents', { params: { query: { include_total: true, ...query } } }));
  const servicesOf = ({ data }: { readonly data: readonly Incident[] }) => data.map(({ service }) => service);
  const followUp = () => app.query("SELECT graphile_worker.add_job('incidents.follow_up')");

  describe('200', () => {
    it('is empty while everything works', async () => {
      expect((await list()).data).to.deep.equal([]);
    });

    it('filters by status, kind and service, and sorts by both times', async () => {
      const at = (minutes: number) => new Date(app.clock.now().getTime() - minutes * MINUTE_MS);
      await createIncident(app, { kind: 'job', service: 'a', opened_at: at(3), last_seen_at: at(0) });
      await createIncident(app, { kind: 'mail', service: 'b', opened_at: at(2), last_seen_at: at(1) });
      await createIncident(app, { kind: 'contract', service: 'c', opened_at: at(1), status: 'closed' });
      expect(servicesOf(await list())).to.deep.equal(['c', 'b', 'a']);
      expect(servicesOf(await list({ sort: 'opened_at' }))).to.deep.equal(['a', 'b', 'c']);
      expect(servicesOf(await list({ sort: '-last_seen_at' }))[0]).to.equal('a');
      expect(servicesOf(await list({ status: 'open' }))).to.deep.equal(['b', 'a']);
      expect(servicesOf(await list({ status: 'closed' }))).to.deep.equal(['c']);
      expect(servicesOf(await list({ kind: ['mail', 'job'] }))).to.deep.equal(['b', 'a']);
      expect(servicesOf(await list({ service: 'b' }))).to.deep.equal(['b']);
    });

    it('pages by cursor in every order', async () => {
      for (const service of ['a', 'b', 'c', 'd', 'e']) {
        await createIncident(app, { service });
        app.clock.advance(1000);
      }
      for (const sort of ['opened_at', '-opened_at', 'last_seen_at', '-last_seen_at'] as const) {
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const outcome = await list({ limit: 2, sort, ...(cursor === undefined ? {} : { cursor }) });
          expect(outcome.page.total).to.equal(5);
          seen.push(...servicesOf(outcome));
          cursor = outcome.page.next_cursor ?? undefined;
        } while (cursor !== undefined);
        const order = sort.startsWith('-') ? ['e', 'd', 'c', 'b', 'a'] : ['a', 'b', 'c', 'd', 'e'];
        expect(seen, sort).to.deep.equal(order);
      }
    });

    it('closes what has been quiet for an hour, and a server that nobody asks any more after ten minutes', async () => {
      await createIncident(app, { kind: 'request', service: 'getTask' });
      await createIncident(app, { kind: 'dependency', service: 'cache' });
      app.clock.advance(11 * MINUTE_MS);
      await followUp();
      await eventually(async () => expect(servicesOf(await list({ status: 'open' }))).to.deep.equal(['getTask']));
      app.clock.advance(50 * MINUTE_MS);
      await followUp();
      await eventually(async () => expect(servicesOf(await list({ status: 'open' }))).to.deep.equal([]));
      expect((await list({ status: 'closed' })).page.total).to.equal(2);
    });

    it('forgets an incident 90 days after it closed', async () => {
      await createIncident(app, { service: 'old', status: 'closed' });
      app.clock.advance(2 * DAY_MS);
      await createIncident(app, { service: 'young', status: 'closed' });
      app.clock.advance(89 * DAY_MS);
      await app.query("SELECT graphile_worker.add_job('incidents.sweep')");
      await eventually(async () => expect(servicesOf(await list())).to.deep.equal(['young']));
    });
  });

  describe('400', () => {
    it('refuses a kind that does not exist', async () => {
      const params = { query: { kind: ['weather' as 'mail'] } };
      expect(refusalOf(await operator.v2.GET('/api/v2/incidents', { params }))).to.deep.equal({
        status: 400,
        code: 'validation_failed',
      });
    });
  });

  describe('403', () => {
    it('refuses the owner of an organization, who is no operator', async () => {
      const owner = await createAccount(app);
      expect(refusalOf(await owner.v2.GET('/api/v2/incidents'))).to.deep.equal({ status: 403, code: 'forbidden' });
    });
  });
});
