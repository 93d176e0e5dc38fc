import { globSync } from 'node:fs';
import { expect } from 'chai';
import { createAccount } from '../support/accounts.ts';
import { eventually } from '../support/eventually.ts';
import { queriesOf, readDashboards } from '../support/monitoring/dashboards.ts';
import { readRuleFiles, ruleFolder } from '../support/monitoring/rules.ts';
import { selectorsOf } from '../support/monitoring/selectors.ts';
import { startMonitored, type Monitored } from '../support/production/monitored.ts';
import { promtool } from '../support/production/prometheus.ts';

/** What the tests cause. */
const outages = [
  'AvailabilityBurnsFast',
  'DatabaseDown',
  'NotReady',
  'NoWorker',
  'RedisDown',
  'ServiceDown',
  'TargetDown',
];
/** Several scrapes and evaluations. */
const SEEN_MS_MAX = 90_000;

describe('the configuration of Prometheus', function () {
  this.timeout(120_000);

  it('is valid', async () => {
    expect(await promtool('check', 'config', 'deploy/prometheus/prometheus.yml')).to.include(
      'is valid prometheus config',
    );
    expect(await promtool('check', 'rules', ...globSync(`${ruleFolder}/*.yml`))).not.to.match(/FAILED|duplicate/);
  });

  for (const path of globSync('deploy/prometheus/tests/*.yml').sort()) {
    it(`has alerts that fire when they should: ${path}`, async () => {
      expect(await promtool('test', 'rules', path)).to.include('SUCCESS');
    });
  }
});

describe('a server and a worker that Prometheus scrapes', function () {
  this.timeout(240_000);
  let monitored: Monitored;

  before(async () => {
    monitored = await startMonitored();
    // Rates need two scrapes of a series.
    await eventually(async () => {
      const [scrapes] = await monitored.prometheus.query('min(count_over_time(http_requests_total[5m]))');
      expect(scrapes?.value).to.be.at.least(3);
    }, SEEN_MS_MAX);
  });
  after(() => monitored.stop());

  const firing = (alert: string, isFiring: boolean): Promise<void> =>
    eventually(async () => {
      const names = await monitored.prometheus.firing();
      expect(names.includes(alert), `${alert} in ${names.join(', ')}`).to.equal(isFiring);
    }, SEEN_MS_MAX);

  it('are reached, and only alerts about what is really wrong fire', async () => {
    const up = await monitored.prometheus.query('up');
    expect(up.map(({ value }) => value)).to.deep.equal([1, 1, 1]);
    await firing('ContractViolations', true);
    const firingNow = await monitored.prometheus.firing();
    expect(firingNow).to.include('Watchdog');
    expect(firingNow.filter((alert) => outages.includes(alert))).to.deep.equal([]);
  });

  it('the worker has its probes on the port of its metrics', async () => {
    for (const probe of ['liveness', 'readiness'])
      expect((await fetch(`${monitored.workerUrl}/health/${probe}`)).status, probe).to.equal(200);
  });

  for (const { title, panels } of readDashboards()) {
    for (const panel of panels.filter(({ type }) => type !== 'row')) {
      it(`the dashboard ${title} shows values: ${panel.title}`, async () => {
        for (const query of queriesOf(panel)) {
          const samples = await monitored.prometheus.query(query);
          expect(
            samples.filter(({ value }) => Number.isFinite(value)),
            query,
          ).not.to.be.empty;
        }
      });
    }
  }

  for (const [file, { groups }] of readRuleFiles()) {
    // Its metrics come from exporters on other machines.
    if (file === 'machines.yml') continue;
    for (const rule of groups.flatMap(({ rules }) => rules)) {
      it(`${file} reads series that exist: ${'alert' in rule ? rule.alert : rule.record}`, async () => {
        await monitored.prometheus.query(rule.expr);
        for (const { text } of selectorsOf(rule.expr))
          expect(await monitored.prometheus.query(text), text).not.to.be.empty;
      });
    }
  }

  describe('when something is wrong', () => {
    it('alert about a mail server that is away', async () => {
      const { host } = monitored;
      const { email } = await createAccount(host);
      const body = JSON.stringify({ email });
      const headers = { 'content-type': 'application/json' };
      await fetch(`${host.url}/api/v2/auth/password-reset`, { method: 'POST', headers, body });
      await firing('ExternalServiceDown', true);
    });

    it('alert about a worker that has ended, until another one runs', async () => {
      expect(await monitored.worker.end('SIGTERM')).to.equal(0);
      await firing('NoWorker', true);
      await firing('TargetDown', true);
      await monitored.worker.start('worker');
      await firing('NoWorker', false);
    });

    it('alert about Redis that is away', async () => {
      await monitored.redis.stop();
      await firing('RedisDown', true);
    });

    it('alert about a database that is away, and about the requests that fail, until it is back', async () => {
      await monitored.postgres.stop('immediate');
      for (const alert of ['DatabaseDown', 'ServiceDown', 'NotReady', 'AvailabilityBurnsFast'])
        await firing(alert, true);
      for (const { annotations } of await monitored.prometheus.alerts())
        for (const text of Object.values(annotations)) expect(text).not.to.match(/<error|<no value>|\{\{/);
      await monitored.postgres.start();
      for (const alert of ['DatabaseDown', 'ServiceDown', 'NotReady']) await firing(alert, false);
    });
  });
});
