import { globSync, readFileSync } from 'node:fs';

export interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly description?: string;
  readonly datasource?: { readonly type: string; readonly uid: string };
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets?: readonly { readonly refId: string; readonly expr: string; readonly datasource: object }[];
  readonly fieldConfig?: { readonly defaults: { readonly unit?: string } };
}

interface Dashboard {
  readonly uid: string;
  readonly title: string;
  readonly panels: readonly Panel[];
  readonly templating: { readonly list: readonly { readonly name: string; readonly query: unknown }[] };
}

export const dashboardFolder = 'deploy/grafana/dashboards';

export function readDashboards(): readonly Dashboard[] {
  return globSync(`${dashboardFolder}/*.json`)
    .sort()
    .map((path) => JSON.parse(readFileSync(path, 'utf8')) as Dashboard);
}

/** The queries of a panel, with Grafana's variables replaced by values that select every process. */
export function queriesOf({ targets = [] }: Panel, rateInterval = '1m'): readonly string[] {
  return targets.map(({ expr }) => expr.replaceAll('$__rate_interval', rateInterval).replaceAll('$instance', '.*'));
}
