import { expect } from 'chai';
import type { PerformanceAnalytics } from '../../../generated/v2/types.ts';
import { createAccount, createMember, createSession, clientsOf, type Account } from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { eventually } from '../../support/eventually.ts';
import { askFigures, refused } from '../../support/figures/ask.ts';

describe('v2 getPerformanceAnalytics GET /analytics/performance', () => {
  const app = useApp();

  let asked = 0;
  /** Never the same question, so that what is kept does not matter. */
  const get = async (account: Pick<Account, 'token'>, query = ''): Promise<PerformanceAnalytics> => {
    asked += 1;
    const from = new Date(app.clock.now().getTime() - 86_400_000 - asked).toISOString();
    const response = await askFigures(app, account, `performance?from=${from}${query}`);
    return (await response.json()) as PerformanceAnalytics;
  };
  const requestsOf = ({ by_operation }: PerformanceAnalytics, operation: string): number =>
    by_operation.find(({ operation_id }) => operation_id === operation)?.figures.requests ?? 0;

  /** What was counted is written every five seconds, or when it is asked for use. */
  const written = (account: Account) => account.v2.GET('/api/v2/deprecations');

  describe('200', () => {
    it('counts requests, errors and durations by operation', async () => {
      const owner = await createAccount(app);
      for (let time = 0; time < 3; time += 1) await owner.v2.GET('/api/v2/projects');
      await owner.v2.GET('/api/v2/tasks', { params: { query: { limit: 0 } } });
      await eventually(async () => {
        await written(owner);
        const figures = await get(owner);
        expect(requestsOf(figures, 'listProjects')).to.equal(3);
        const projects = figures.by_operation.find(({ operation_id }) => operation_id === 'listProjects')!;
        expect(projects.version).to.equal('v2');
        expect(projects.figures).to.deep.include({ client_errors: 0, server_errors: 0, error_rate: 0 });
        expect(projects.figures.p50_ms).to.be.above(0);
        expect(projects.figures.p99_ms).to.be.at.least(projects.figures.p95_ms!);
        const tasks = figures.by_operation.find(({ operation_id }) => operation_id === 'listTasks')!;
        expect(tasks.figures).to.deep.include({ requests: 1, client_errors: 1, server_errors: 0 });
        const total = figures.series.reduce((sum, bucket) => sum + bucket.figures.requests, 0);
        expect(figures.figures.requests).to.equal(total);
      });
    });

    it('shows admins each API key, and others their own, those of others together', async () => {
      const owner = await createAccount(app);
      const member = await createMember(app, owner);
      const session = clientsOf(app, (await createSession(app, owner)).token);
      for (const { v2 } of [owner, member, member, session]) await v2.GET('/api/v2/projects');
      await eventually(async () => {
        await written(owner);
        const kinds = async (account: Account) =>
          (await get(account)).by_credential.map(({ kind, api_key_id }) => [kind, api_key_id] as const);
        expect(await kinds(owner)).to.have.deep.members([
          ['sessions', null],
          ['api_key', owner.api_key_id],
          ['api_key', member.api_key_id],
        ]);
        expect(await kinds(member)).to.have.deep.members([
          ['sessions', null],
          ['api_key', member.api_key_id],
          ['other_api_keys', null],
        ]);
      });
      const own = (await get(owner)).by_credential.find(({ api_key_id }) => api_key_id === owner.api_key_id);
      expect(own!.api_key_name).to.equal('tests');
    });

    it('shows nothing of another organization', async () => {
      const [owner, stranger] = [await createAccount(app), await createAccount(app)];
      await owner.v2.GET('/api/v2/projects');
      await eventually(async () => {
        await written(owner);
        expect(requestsOf(await get(owner), 'listProjects')).to.equal(1);
      });
      expect(requestsOf(await get(stranger), 'listProjects')).to.equal(0);
    });

    it('returns a row of CSV for each interval', async () => {
      const owner = await createAccount(app);
      const response = await askFigures(app, owner, 'performance?interval=week', { accept: 'text/csv' });
      expect(await response.text()).to.match(
        /^starts_at,ends_at,requests,client_errors,server_errors,error_rate,p50_ms,/,
      );
    });
  });

  describe('304', () => {
    it('for the tag of the response', async () => {
      const owner = await createAccount(app);
      const { headers } = await askFigures(app, owner, 'performance?to=2026-02-01T00:00:00Z');
      const tag = headers.get('etag')!;
      const again = await askFigures(app, owner, 'performance?to=2026-02-01T00:00:00Z', { 'if-none-match': tag });
      expect(again.status).to.equal(304);
    });
  });

  describe('409', () => {
    it('for a range that is empty or has too many intervals', async () => {
      const owner = await createAccount(app);
      expect((await refused(askFigures(app, owner, 'performance?from=2999-01-01T00:00:00Z'))).code).to.equal(
        'range_empty',
      );
      const long = 'performance?from=2020-01-01T00:00:00Z&interval=hour';
      expect(await refused(askFigures(app, owner, long))).to.deep.equal({ status: 409, code: 'range_too_long' });
    });
  });
});
