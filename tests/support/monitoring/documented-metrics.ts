import { readFileSync } from 'node:fs';

/** A family of metrics, as a row of docs/MONITORING.md or the text of /metrics has it. */
export interface MetricFamily {
  readonly name: string;
  readonly type: string;
  readonly labels: readonly string[];
  readonly help: string;
}

const row = /^\| `(?<name>\w+)` \| (?<type>counter|gauge|histogram) \| (?<labels>[^|]*) \| (?<help>[^|]+) \|$/gm;

const monitoringDocument = 'docs/MONITORING.md';

/** Our own metrics that docs/MONITORING.md lists. */
export function readDocumentedMetrics(): readonly MetricFamily[] {
  return [...readFileSync(monitoringDocument, 'utf8').matchAll(row)].map(({ groups = {} }) => ({
    name: groups['name']!,
    type: groups['type']!,
    labels: [...groups['labels']!.matchAll(/`(\w+)`/g)].map(([, label]) => label!),
    help: groups['help']!,
  }));
}

/** The metrics of prom-client that docs/MONITORING.md lists. */
export function readDocumentedDefaults(): readonly string[] {
  return [...readFileSync(monitoringDocument, 'utf8').matchAll(/`((?:process|nodejs)_\w+)`/g)].map(([, name]) => name!);
}
