import { globSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { parse } from 'yaml';
import { dashboardFolder, queriesOf, readDashboards, type Panel } from '../support/monitoring/dashboards.ts';
import { readDocumentedDefaults, readDocumentedMetrics } from '../support/monitoring/documented-metrics.ts';
import { expressionsOf, readRuleFiles } from '../support/monitoring/rules.ts';
import { selectorsOf } from '../support/monitoring/selectors.ts';

const dashboards = readDashboards();
const files = [...readRuleFiles().values()];
const recorded = files.flatMap(({ groups }) =>
  groups.flatMap(({ rules }) => rules.flatMap((rule) => ('record' in rule ? [rule.record] : []))),
);
const names = (queries: readonly string[]): Set<string> =>
  new Set(queries.flatMap(selectorsOf).map(({ name }) => name.replace(/_(?:bucket|sum|count)$/, '')));
const allQueries = dashboards.flatMap(({ panels }) => panels.flatMap((panel) => queriesOf(panel)));

function overlap({ gridPos: a }: Panel, { gridPos: b }: Panel): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

describe('the dashboards of deploy/grafana', () => {
  it('are provisioned from the folder that the Compose file mounts', () => {
    const mounts = readFileSync('deploy/docker-compose.yml', 'utf8');
    const [provider] = (
      parse(readFileSync('deploy/grafana/provisioning/dashboards/architect.yml', 'utf8')) as {
        providers: [{ options: { path: string } }];
      }
    ).providers;
    expect(mounts).to.include(`./grafana/dashboards:${provider.options.path}:ro`);
    expect(mounts).to.include('./grafana/provisioning:/etc/grafana/provisioning:ro');
    expect(globSync(`${dashboardFolder}/*.json`)).not.to.be.empty;
  });

  it('read the data source as often as Prometheus scrapes', () => {
    const { datasources } = parse(readFileSync('deploy/grafana/provisioning/datasources/prometheus.yml', 'utf8')) as {
      datasources: [{ url: string; jsonData: { timeInterval: string } }];
    };
    const { global } = parse(readFileSync('deploy/prometheus/prometheus.yml', 'utf8')) as {
      global: { scrape_interval: string };
    };
    expect(datasources[0].jsonData.timeInterval).to.equal(global.scrape_interval);
    expect(datasources[0].url).to.equal('http://prometheus:9090');
  });

  for (const { title, panels, templating } of dashboards) {
    describe(title, () => {
      it('has panels with ids of their own, none above another', () => {
        expect(new Set(panels.map(({ id }) => id)).size).to.equal(panels.length);
        for (const { gridPos, title: name } of panels) expect(gridPos.x + gridPos.w, name).to.be.at.most(24);
        const pairs = panels.flatMap((one, index) => panels.slice(index + 1).map((other) => [one, other] as const));
        const overlapping = pairs.filter(([one, other]) => overlap(one, other));
        expect(overlapping.map(([one, other]) => [one.title, other.title])).to.deep.equal([]);
      });

      it('says for each panel what it shows, in which unit, from the chosen data source', () => {
        const shown = panels.filter(({ type }) => type !== 'row');
        expect(new Set(shown.map((panel) => panel.title)).size).to.equal(shown.length);
        for (const panel of shown) {
          expect(panel.description, panel.title).to.match(/^\S.*\.$/);
          expect(panel.fieldConfig?.defaults.unit, panel.title).to.be.a('string');
          expect(panel.targets, panel.title).not.to.be.empty;
          for (const { datasource } of [panel, ...panel.targets!])
            expect(datasource).to.deep.equal({ type: 'prometheus', uid: '${datasource}' });
        }
      });

      it('uses variables that it declares', () => {
        const used = panels.flatMap(({ targets = [] }) =>
          targets.flatMap(({ expr }) => [...expr.matchAll(/\$\{?(\w+)/g)].map(([, name]) => name)),
        );
        const declared = templating.list.map(({ name }) => name);
        expect([...declared, '__rate_interval']).to.include.members([...new Set(used)]);
      });
    });
  }

  it('read metrics that exist', () => {
    const known = new Set([
      ...readDocumentedMetrics().map(({ name }) => name),
      ...readDocumentedDefaults(),
      ...recorded,
      'ALERTS',
    ]);
    expect([...names(allQueries)].filter((name) => !known.has(name))).to.deep.equal([]);
  });

  it('show every metric of ours, unless an alert reads it', () => {
    const used = names([...allQueries, ...files.flatMap(expressionsOf)]);
    const unused = readDocumentedMetrics().filter(({ name }) => !used.has(name));
    expect(unused.map(({ name }) => name)).to.deep.equal([]);
  });
});
