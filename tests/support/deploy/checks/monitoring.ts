import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { root, runTool, versionOf, type Check } from '../tool.ts';

const config: Check = {
  title: 'prometheus',
  run: async () => {
    const file = 'deploy/prometheus/prometheus.yml';
    const output = await runTool('promtool', ['check', 'config', file]);
    const rules = [...output.matchAll(/(?<number>\d+) rules found/g)];
    const count = rules.reduce((sum, { groups }) => sum + Number(groups!['number']), 0);
    if (count === 0) throw new Error(`no rule was found\n${output}`);
    return `${file}: valid, with ${count} rules in ${rules.length} files (${await versionOf('promtool')})`;
  },
};

const alerts: Check = {
  title: 'alerts',
  run: async () => {
    const files = globSync('deploy/prometheus/tests/*.yml').sort();
    if (files.length === 0) throw new Error('there is no test of a rule in deploy/prometheus/tests');
    await runTool('promtool', ['test', 'rules', ...files]);
    const tests = files.flatMap((file) => readFileSync(join(root, file), 'utf8').match(/^[ -]*eval_time:/gm) ?? []);
    return `deploy/prometheus/tests: ${tests.length} expectations of the rules are met (${await versionOf('promtool')})`;
  },
};

interface Panel {
  readonly title?: string;
  readonly targets?: readonly { readonly expr?: string }[];
  readonly panels?: readonly Panel[];
}
interface Dashboard {
  readonly uid?: string;
  readonly title?: string;
  readonly panels?: readonly Panel[];
}

/** Returns the queries of panels, and of the panels in their rows. */
function queriesOf(panels: readonly Panel[] = []): readonly string[] {
  return panels.flatMap((panel) => [
    ...(panel.targets ?? []).flatMap(({ expr }) => expr ?? []),
    ...queriesOf(panel.panels),
  ]);
}

/** Replaces Grafana's variables by values that parse in their place. */
function withoutVariables(query: string): string {
  return query
    .replaceAll(/\$\{?__(?:rate_)?interval\}?|\$\{?__range\}?/g, '5m')
    .replaceAll(/\$\{?\w+(?::\w+)?\}?/g, '.*');
}

const dashboards: Check = {
  title: 'dashboards',
  run: async () => {
    const files = globSync('deploy/grafana/**/*.json').sort();
    if (files.length === 0) throw new Error('there is no dashboard in deploy/grafana');
    const read = files.map((file) => JSON.parse(readFileSync(join(root, file), 'utf8')) as Dashboard);
    const nameless = files.filter((_, index) => read[index]!.uid === undefined || read[index]!.title === undefined);
    if (nameless.length > 0) throw new Error(`${nameless.join(', ')}: a dashboard needs uid and title`);
    const queries = read.flatMap(({ panels }) => queriesOf(panels));
    if (queries.length === 0) throw new Error('no panel has a query');
    // promtool parses queries as the expressions of rules only.
    const rules = queries.map((query, index) => ({
      record: `dashboard:query:${index}`,
      expr: withoutVariables(query),
    }));
    const folder = join(root, '.cache/deploy');
    mkdirSync(folder, { recursive: true });
    const rulesFile = join(folder, 'dashboards.yml');
    writeFileSync(rulesFile, stringify({ groups: [{ name: 'dashboards', rules }] }));
    await runTool('promtool', ['check', 'rules', rulesFile]);
    return `${files.join(', ')}: ${queries.length} queries parse (${await versionOf('promtool')})`;
  },
};

export const monitoringChecks: readonly Check[] = [config, alerts, dashboards];
