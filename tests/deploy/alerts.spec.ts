import { globSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { parse } from 'yaml';
import { documentedOperations } from '../support/contract/document.ts';
import { readDocumentedDefaults, readDocumentedMetrics } from '../support/monitoring/documented-metrics.ts';
import { alertsOf, anchorOf, expressionsOf, readRuleFiles, ruleFolder } from '../support/monitoring/rules.ts';
import { selectorsOf } from '../support/monitoring/selectors.ts';

const files = readRuleFiles();
const alerts = [...files.values()].flatMap(alertsOf);

/** Metrics of Prometheus itself and of exporters that docs/MONITORING.md names. */
const foreign = /^(?:up$|(?:node|pg|probe)_)/;
const documented = new Map(readDocumentedMetrics().map((family) => [family.name, family]));
const recorded = new Set(
  [...files.values()].flatMap(({ groups }) =>
    groups.flatMap(({ rules }) => rules.flatMap((rule) => ('record' in rule ? [rule.record] : []))),
  ),
);

interface RuleTests {
  readonly rule_files: readonly string[];
  readonly tests: readonly { readonly promql_expr_test: readonly { expr: string; exp_samples: unknown[] }[] }[];
}

describe('the alert rules', () => {
  it('are rules of deploy/prometheus/rules, each with a name of its own', () => {
    expect(alerts.length).to.be.above(20);
    expect(new Set(alerts.map(({ alert }) => alert)).size).to.equal(alerts.length);
  });

  for (const { alert, labels, annotations } of alerts) {
    it(`${alert} says how bad it is, what happened, what follows from it, and where its runbook is`, () => {
      expect(labels['severity']).to.be.oneOf(['critical', 'warning', 'none']);
      expect(Object.keys(annotations)).to.deep.equal(['summary', 'description', 'runbook_url']);
      expect(annotations['summary']).to.match(/^\S.{5,}[^.]$/);
      expect(annotations['description']).to.match(/^(?:[A-Z]|\{\{).*\.$/);
      expect(annotations['runbook_url']).to.equal(`docs/TROUBLESHOOTING.md#${anchorOf(alert)}`);
    });
  }

  it('have one runbook each, and no runbook is left over', () => {
    const [, section = ''] = /^## An alert fires\n([^]*?)^## /m.exec(readFileSync('docs/TROUBLESHOOTING.md', 'utf8'))!;
    const anchors = [...section.matchAll(/^### (.+)$/gm)].map(([, title]) => title!.toLowerCase().replaceAll(' ', '-'));
    expect(anchors).to.have.members(alerts.map(({ alert }) => anchorOf(alert)));
    for (const [, text = ''] of section.matchAll(/^### .+\n([^]*?)(?=^### |$(?![^]))/gm))
      expect(text.trim()).not.to.equal('');
  });

  /** What an expression reads although it does not exist. */
  function unknownIn(expression: string): readonly string[] {
    return selectorsOf(expression).flatMap(({ name, labels }) => {
      if (foreign.test(name) || recorded.has(name) || readDocumentedDefaults().includes(name)) return [];
      const base = documented.get(name) ?? documented.get(name.replace(/_(?:bucket|sum|count)$/, ''));
      if (base === undefined) return [`${name} in ${expression}`];
      const known = new Set([...base.labels, 'job', 'instance', ...(base.type === 'histogram' ? ['le'] : [])]);
      return labels.filter((label) => !known.has(label)).map((label) => `${label} of ${name}`);
    });
  }

  it('read metrics that exist, by labels that they have', () => {
    expect([...files.values()].flatMap(expressionsOf).flatMap(unknownIn)).to.deep.equal([]);
  });

  it('have runbooks that name metrics that exist', () => {
    const first = [...documented.keys()].map((name) => name.split('_')[0]);
    const metric = new RegExp(`^(?:${first.join('|')})_\\w+(?:\\{[^}]*\\})?$`);
    const spans = [...readFileSync('docs/TROUBLESHOOTING.md', 'utf8').matchAll(/`([^`]+)`/g)].map(([, span]) => span!);
    // Codes and fields of the contract may look like metrics.
    const contract = readFileSync('generated/v2/openapi.json', 'utf8');
    const named = spans.filter((span) => span.includes('rate(') || (metric.test(span) && !contract.includes(span)));
    expect(named.length).to.be.above(5);
    expect(named.flatMap(unknownIn)).to.deep.equal([]);
  });

  it('count every class of the contract, except that of the probes', () => {
    const classes = new Set(documentedOperations.map(({ written }) => written['x-rate-limit']));
    const probes = documentedOperations.filter(({ written }) => written['x-rate-limit'] === 'public');
    expect([...classes]).to.include('read');
    expect(new Set(probes.flatMap(({ written }) => written.tags))).to.deep.equal(new Set(['health']));
  });

  it('compare the latency with a boundary of the histogram', () => {
    const boundaries = [...files.values()]
      .flatMap(expressionsOf)
      .flatMap((text) => [...text.matchAll(/\ble="([^"]+)"/g)])
      .map(([, boundary]) => boundary);
    expect(new Set(boundaries)).to.deep.equal(new Set(['0.05']));
    expect(readFileSync('src/platform/metrics.ts', 'utf8')).to.match(/requestSeconds = \[[^\]]*\b0\.05,/);
  });

  for (const [file, rules] of files) {
    it(`${file} has a test in which each alert fires, and one in which it is silent`, () => {
      const [path] = globSync(`${ruleFolder}/../tests/${file.replace('.yml', '.test.yml')}`);
      const { rule_files, tests } = parse(readFileSync(path!, 'utf8')) as RuleTests;
      expect(rule_files).to.deep.equal([`../rules/${file}`]);
      const checks = tests.flatMap(({ promql_expr_test }) => promql_expr_test);
      const about = (alert: string) => checks.filter(({ expr }) => expr === `ALERTS{alertname="${alert}"}`);
      for (const { alert } of alertsOf(rules)) {
        const firing = about(alert).filter(({ exp_samples }) => JSON.stringify(exp_samples).includes('firing'));
        expect(firing, alert).not.to.be.empty;
        if (alert !== 'Watchdog')
          expect(
            about(alert).some(({ exp_samples }) => exp_samples.length === 0),
            alert,
          ).to.be.true;
      }
    });
  }
});
