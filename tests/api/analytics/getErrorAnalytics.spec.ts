import { expect } from 'chai';
import type { ErrorAnalytics } from '../../../generated/v2/types.ts';
import { DAY_MS } from '../../../src/platform/durations.ts';
import { newId } from '../../../src/platform/ids.ts';
import { createAccount, createMember, type Account } from '../../support/accounts.ts';
import { useApp, type TestApp } from '../../support/app.ts';
import { eventId, sendEnvelope, type Item } from '../../support/envelopes.ts';
import { bodyOf, createProject, createReportingKey } from '../../support/factories.ts';
import { askFigures, refused } from '../../support/figures/ask.ts';

describe('v2 getErrorAnalytics GET /analytics/errors', () => {
  const app: TestApp = useApp();
  const get = async (account: Account, query = ''): Promise<ErrorAnalytics> =>
    (await askFigures(app, account, `errors${query}`)).json() as Promise<ErrorAnalytics>;
  const soon = (): string => new Date(app.clock.now().getTime() + 60_000).toISOString();

  async function report(account: Account, project: { readonly id: string }, type: string, environment: string) {
    const body = { project_id: project.id, reports: [{ type, message: 'it failed', environment }] };
    bodyOf(await account.v2.POST('/api/v2/errors', { body }));
  }

  describe('200', () => {
    it('counts occurrences and new errors, by level, environment and error', async () => {
      const owner = await createAccount(app);
      const project = await createProject(owner);
      await report(owner, project, 'TypeError', 'production');
      await report(owner, project, 'TypeError', 'production');
      await report(owner, project, 'RangeError', 'staging');
      const figures = await get(owner, `?to=${soon()}`);
      expect(figures).to.deep.include({ occurrences: 3, created: 2, regressed: 0, resolved: 0, unresolved: 2 });
      expect(figures.time_to_resolve.count).to.equal(0);
      expect(figures.by_level).to.deep.equal([{ level: 'error', occurrences: 3 }]);
      expect(figures.by_environment).to.deep.equal([
        { environment: 'production', occurrences: 2 },
        { environment: 'staging', occurrences: 1 },
      ]);
      expect(figures.by_error.map(({ occurrences }) => occurrences)).to.deep.equal([2, 1]);
      expect(figures.series.at(-1)).to.deep.include({ occurrences: 3, created: 2 });
    });

    it('counts what was resolved and what came back, and the time until then', async () => {
      const owner = await createAccount(app);
      const project = await createProject(owner);
      await report(owner, project, 'TypeError', 'production');
      const [group] = await app.query<{ id: string; first_seen_at: Date }>(
        'SELECT id, first_seen_at FROM error_groups WHERE organization_id = $1',
        [owner.organization_id],
      );
      for (const [type, seconds] of [
        ['error.resolved', 20],
        ['error.regressed', 30],
        ['error.resolved', 40],
      ] as const) {
        await app.query(
          `INSERT INTO events (id, organization_id, project_id, source, type, subject, time, data, created_at)
           VALUES ($1, $2, $3, '/architect', $4, $5, $6, '{}', $6)`,
          [
            newId(),
            owner.organization_id,
            project.id,
            type,
            `error/${group!.id}`,
            after(group!.first_seen_at, seconds),
          ],
        );
      }
      const figures = await get(owner, `?to=${soon()}`);
      expect(figures).to.deep.include({ occurrences: 1, created: 1, regressed: 1, resolved: 2 });
      expect(figures.time_to_resolve).to.deep.equal({ count: 2, p50_seconds: 30, p85_seconds: 37, mean_seconds: 30 });
    });

    it('has the share of sessions that did not crash, as the releases of the project have it', async () => {
      const owner = await createAccount(app);
      const project = await createProject(owner);
      const key = await createReportingKey(owner, project);
      const began = (daysAgo: number): string => new Date(app.clock.now().getTime() - daysAgo * DAY_MS).toISOString();
      const session = (release: string, more: object): Item => [
        { type: 'session' },
        { started: began(0), attrs: { release }, sid: eventId(), ...more },
      ];
      const aggregates = [
        { started: began(3), exited: 6, crashed: 2 },
        { started: began(40), exited: 10 },
      ];
      await sendEnvelope(app, key, [{ type: 'sessions' }, { attrs: { release: 'shop@1' }, aggregates }]);
      await sendEnvelope(app, key, session('shop@1', { init: true, status: 'ok' }));
      await sendEnvelope(app, key, session('shop@2', { init: true, status: 'exited' }));
      await sendEnvelope(app, key, session('shop@3', { status: 'crashed' }));
      const figures = await get(owner, `?to=${soon()}`);
      const none = { sessions: 0, crashed_sessions: 0, crash_free_session_rate: null };
      expect(figures).to.deep.include({ sessions: 11, crashed_sessions: 3, crash_free_session_rate: 8 / 11 });
      expect(figures.series.at(-1)).to.deep.include({
        sessions: 3,
        crashed_sessions: 1,
        crash_free_session_rate: 2 / 3,
      });
      expect(figures.series.at(-2)).to.deep.include(none);
      expect(figures.series.at(-4)).to.deep.include({
        sessions: 8,
        crashed_sessions: 2,
        crash_free_session_rate: 0.75,
      });
      const all = await get(owner, `?from=${began(60)}&to=${soon()}&project_id=${project.id}`);
      const { data } = bodyOf(
        await owner.v2.GET('/api/v2/projects/{project_id}/releases', { params: { path: { project_id: project.id } } }),
      );
      const sumOf = (name: 'session_count' | 'crashed_count'): number => data.reduce((sum, row) => sum + row[name], 0);
      expect([all.sessions, all.crashed_sessions]).to.deep.equal([21, 3]);
      expect([sumOf('session_count'), sumOf('crashed_count')]).to.deep.equal([21, 3]);
      const other = await createProject(owner);
      expect(await get(owner, `?project_id=${other.id}`)).to.deep.include(none);
    });

    it('leaves out errors and sessions of private projects, except for their members and for admins', async () => {
      const owner = await createAccount(app);
      const member = await createMember(app, owner);
      const project = await createProject(owner, { visibility: 'private' });
      await report(owner, project, 'TypeError', 'production');
      const aggregates = [{ started: app.clock.now().toISOString(), exited: 2 }];
      const attrs = { release: 'shop@1' };
      await sendEnvelope(app, await createReportingKey(owner, project), [{ type: 'sessions' }, { attrs, aggregates }]);
      for (const query of [`?to=${soon()}`, `?to=${soon()}&project_id=${project.id}`]) {
        expect(await get(owner, query)).to.deep.include({ occurrences: 1, created: 1, unresolved: 1, sessions: 2 });
        const seen = await get(member, query);
        expect(seen).to.deep.include({ occurrences: 0, created: 0, unresolved: 0, by_error: [], by_environment: [] });
        expect(seen).to.deep.include({ sessions: 0, crash_free_session_rate: null });
      }
    });

    it('returns a row of CSV for each interval', async () => {
      const response = await askFigures(app, await createAccount(app), 'errors', { accept: 'text/csv' });
      const [head, row] = (await response.text()).split('\r\n');
      expect(head).to.equal(
        'starts_at,ends_at,occurrences,created,regressed,resolved,sessions,crashed_sessions,crash_free_session_rate',
      );
      expect(row).to.match(/Z,0,0,0,0,0,0,$/);
    });
  });

  function after(time: Date, seconds: number): string {
    return new Date(time.getTime() + seconds * 1000).toISOString();
  }

  describe('304', () => {
    it('for the tag of the response', async () => {
      const owner = await createAccount(app);
      const { headers } = await askFigures(app, owner, 'errors');
      expect((await askFigures(app, owner, 'errors', { 'if-none-match': headers.get('etag')! })).status).to.equal(304);
    });
  });

  describe('409', () => {
    it('for a range that is empty or has too many intervals', async () => {
      const owner = await createAccount(app);
      expect((await refused(askFigures(app, owner, 'errors?from=2999-01-01T00:00:00Z'))).code).to.equal('range_empty');
      const long = 'errors?from=2020-01-01T00:00:00Z&interval=hour';
      expect(await refused(askFigures(app, owner, long))).to.deep.equal({ status: 409, code: 'range_too_long' });
    });
  });
});
