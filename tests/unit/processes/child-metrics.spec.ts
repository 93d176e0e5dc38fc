import { expect } from 'chai';
import { Counter, Gauge, Registry } from 'prom-client';
import { mergeMetrics, type MetricValues } from '../../../src/platform/merge-metrics.ts';
import { ChildMetrics } from '../../../src/processes/child-metrics.ts';

/** Returns the metrics of a process that has served so many requests and has so many open. */
function valuesOf({ served, open }: { readonly served: number; readonly open: number }): Promise<MetricValues> {
  const registry = new Registry();
  new Counter({ name: 'served_total', help: 'Served', registers: [registry] }).inc(served);
  new Gauge({ name: 'open', help: 'Open', registers: [registry] }).set(open);
  return registry.getMetricsAsJSON();
}

function sums(metrics: ChildMetrics): Record<string, unknown> {
  return Object.fromEntries(mergeMetrics(metrics.all()).map(({ name, values }) => [name, values[0]?.value]));
}

describe('the metrics of serving processes', () => {
  it('keep what an ended process has counted, and forget what it had', async () => {
    const metrics = new ChildMetrics();
    const [first, second, third] = [{}, {}, {}];
    metrics.note(first, await valuesOf({ served: 3, open: 1 }));
    metrics.note(second, await valuesOf({ served: 5, open: 2 }));
    expect(sums(metrics)).to.deep.equal({ served_total: 8, open: 3 });
    metrics.end(first);
    expect(sums(metrics)).to.deep.equal({ served_total: 8, open: 2 });
    metrics.end(second);
    metrics.note(third, await valuesOf({ served: 1, open: 0 }));
    expect(sums(metrics)).to.deep.equal({ served_total: 9, open: 0 });
  });
});
