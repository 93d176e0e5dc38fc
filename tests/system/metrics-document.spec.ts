import { expect } from 'chai';
import { createAccount } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { checkedFetch } from '../support/contract/checked-fetch.ts';
import { readDocumentedDefaults, readDocumentedMetrics } from '../support/monitoring/documented-metrics.ts';
import { emptyFamilies, parseExposition } from '../support/monitoring/exposition.ts';

describe('docs/MONITORING.md and /metrics', () => {
  // Nothing listens at these addresses; their metrics exist nevertheless.
  const app = useApp({
    settings: { LOAD_SHEDDING_ENABLED: 'true', REDIS_URL: 'redis://127.0.0.1:9', SMTP_URL: 'smtp://127.0.0.1:9' },
    app: { handlers: { v2: { getMe: async () => ({ status: 202, body: {} }) } } },
  });
  let text: string;
  // These have series from the first collection of garbage on, and while the process looks up a name, connects or reads a
  // file, which a spec before this one, and the search for Redis, may do at any time.
  const seriesOfTheMoment = ['nodejs_gc_duration_seconds', 'nodejs_active_requests'];
  const isDefault = (name: string): boolean => /^(?:process|nodejs)_/.test(name);

  before(async () => {
    const account = await createAccount(app);
    expect((await account.v2.GET('/api/v2/me')).error?.code).to.equal('contract_violated');
    await checkedFetch(`${app.url}/api/openapi.json`);
    text = await (await checkedFetch(`${app.url}/metrics`)).text();
  });

  it('have the same metrics, with type, labels and meaning', () => {
    const served = parseExposition(text).filter(({ name }) => !isDefault(name));
    const byName = (one: { name: string }, other: { name: string }): number => one.name.localeCompare(other.name);
    expect([...readDocumentedMetrics()].sort(byName)).to.deep.equal([...served].sort(byName));
  });

  it('have the same metrics of prom-client', () => {
    const served = parseExposition(text).map(({ name }) => name);
    const documented = [...new Set(readDocumentedDefaults())];
    // Some of them exist on Linux only.
    const expected = process.platform === 'linux' ? documented : documented.filter((name) => served.includes(name));
    expect(served.filter(isDefault).sort()).to.deep.equal(expected.sort());
  });

  it('have no metric that nothing sets', () => {
    expect(emptyFamilies(text).filter((name) => !seriesOfTheMoment.includes(name))).to.deep.equal([]);
  });

  it('spell names and labels as Prometheus asks for, without the labels that it adds itself', () => {
    for (const { name, type, labels, help } of readDocumentedMetrics()) {
      expect(name).to.match(/^[a-z][a-z_]*[a-z]$/);
      expect(name.endsWith('_total'), name).to.equal(type === 'counter');
      expect(name, 'a base unit').not.to.match(/_(?:ms|milliseconds|minutes|kb|percent)(?:_|$)/);
      expect(labels, name).not.to.include.members(['job']).and.not.to.include.members(['instance']);
      expect(help, name).to.match(/^[A-Z1]/);
    }
  });
});
