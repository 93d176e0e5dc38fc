import type { MetricFamily } from './documented-metrics.ts';

/** Parses the text format of Prometheus. The labels of a family are those of its first series, without `le`. */
export function parseExposition(text: string): readonly MetricFamily[] {
  const lines = text.split('\n');
  const suffix = (name: string): RegExp => new RegExp(`^${name}(?:_bucket|_sum|_count)?(?:\\{(.*)\\})? `);
  return [...text.matchAll(/^# HELP (\w+) (.*)\n# TYPE \w+ (\w+)$/gm)].map(([, name, help, type]) => {
    const series = lines.find((line) => suffix(name!).test(line)) ?? '';
    const labels = [...(suffix(name!).exec(series)?.[1] ?? '').matchAll(/(\w+)="/g)].map(([, label]) => label!);
    return { name: name!, type: type!, help: help!, labels: labels.filter((label) => label !== 'le') };
  });
}

/** The names of families without a series. */
export function emptyFamilies(text: string): readonly string[] {
  const names = [...text.matchAll(/^# HELP (\w+) /gm)].map(([, name]) => name!);
  return names.filter((name) => !new RegExp(`^${name}(?:_bucket)?[{ ]`, 'm').test(text));
}

/** The value of a series. @param series its name and labels, as they are printed */
export function valueOf(text: string, series: string): number {
  const line = text.split('\n').find((one) => one.startsWith(`${series} `));
  if (line === undefined) throw new Error(`/metrics has no ${series}`);
  return Number(line.slice(series.length + 1));
}
