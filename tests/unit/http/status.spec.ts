import { expect } from 'chai';
import type { PublicHealth } from '../../../src/http/options.ts';
import { toStatusReport } from '../../../src/http/site/status/report.ts';
import { serve } from './fixture.ts';

const at = new Date('2026-11-02T10:00:00.000Z');
const asPage = { accept: 'text/html,*/*;q=0.8' };

const cases: readonly (readonly [name: string, health: Omit<PublicHealth, 'at'>, bad: readonly string[]])[] = [
  ['everything works', { isDatabaseUp: true, isAccepting: true }, []],
  ['the database does not respond', { isDatabaseUp: false, isAccepting: true }, ['database']],
  ['the process shuts down', { isDatabaseUp: true, isAccepting: false }, ['requests']],
  ['it shuts down without a database', { isDatabaseUp: false, isAccepting: false }, ['requests', 'database']],
];

describe('http: /api/status', () => {
  for (const [name, health, bad] of cases) {
    describe(`while ${name}`, () => {
      const overall = bad.length === 0 ? 'healthy' : 'unhealthy';

      it('has a report for programs, with the time at which it was read', async () => {
        const served = await serve({ readHealth: async () => Promise.resolve({ ...health, at }) });
        const response = await served.get('/api/status');
        await served.close();
        expect([response.status, response.headers['cache-control']]).to.deep.equal([200, 'no-store']);
        const report = response.json() as unknown as ReturnType<typeof toStatusReport>;
        expect([report.status, report.read_at]).to.deep.equal([overall, '2026-11-02T10:00:00.000Z']);
        expect(report.parts.map((part) => part.name)).to.deep.equal(['process', 'requests', 'database']);
        expect(report.parts.filter(({ status }) => status === 'unhealthy').map((part) => part.name)).to.deep.equal(bad);
      });

      it('shows people the same', async () => {
        const served = await serve({ readHealth: async () => Promise.resolve({ ...health, at }) });
        const { status, text, headers } = await served.get('/api/status', asPage);
        await served.close();
        expect([status, headers['content-type'], headers['cache-control']]).to.deep.equal([
          200,
          'text/html; charset=utf-8',
          'no-store',
        ]);
        const report = toStatusReport({ ...health, at });
        for (const { summary } of [report, ...report.parts]) expect(text).to.contain(summary);
        const states = [...text.matchAll(/data-state="(\w+)">(\w+)</g)].map(([, state, shown]) => [state, shown]);
        expect(states).to.deep.equal([report, ...report.parts].map((one) => [one.status, one.status]));
        expect(text).to.contain(
          '<time id="read-at" datetime="2026-11-02T10:00:00.000Z">2 November 2026, 10:00:00 UTC</time>',
        );
      });
    });
  }

  it('tells nothing that only operators may know', () => {
    const words = JSON.stringify(cases.map(([, health]) => toStatusReport({ ...health, at })));
    expect(words).not.to.match(/cache|queue|mail|redis|connection|version|commit|uptime|outbox|job/i);
  });

  it('is read on each request', async () => {
    let reads = 0;
    const served = await serve({
      readHealth: async () => Promise.resolve({ isDatabaseUp: (reads += 1) > 1, isAccepting: true, at }),
    });
    const seen = [(await served.get('/api/status')).json(), (await served.get('/api/status')).json()];
    await served.close();
    expect(seen.map(({ status }) => status)).to.deep.equal(['unhealthy', 'healthy']);
  });

  it('has HEAD, and 406 for other types', async () => {
    const served = await serve();
    const head = await served.send('HEAD', '/api/status', asPage);
    const refused = await served.get('/api/status', { accept: 'image/png' });
    await served.close();
    expect([head.status, head.text, head.headers['content-type']]).to.deep.equal([200, '', 'text/html; charset=utf-8']);
    expect(refused.status).to.equal(406);
  });
});
