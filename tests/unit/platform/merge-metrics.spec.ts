import { expect } from 'chai';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { mergeMetrics, toMetricsText, type MetricValues } from '../../../src/platform/merge-metrics.ts';
import { createMetrics } from '../../../src/platform/metrics.ts';

interface Process {
  readonly requests: number;
  readonly seconds: number;
  readonly lag: number;
  readonly startedAt: number;
}

function metricsOf({ requests, seconds, lag, startedAt }: Process): Promise<MetricValues> {
  const registers = [new Registry()];
  new Counter({ name: 'requests_total', help: 'Requests', labelNames: ['status'], registers }).inc(
    { status: 200 },
    requests,
  );
  new Histogram({ name: 'request_seconds', help: 'Time', buckets: [1, 10], registers }).observe(seconds);
  new Gauge({ name: 'waiters', help: 'Waiters', registers }).set(requests);
  new Gauge({ name: 'nodejs_eventloop_lag_p99_seconds', help: 'Lag', registers }).set(lag);
  new Gauge({ name: 'process_start_time_seconds', help: 'Start', aggregator: 'omit', registers }).set(startedAt);
  return registers[0]!.getMetricsAsJSON();
}

const valueOf = (text: string, sample: string): number =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${sample} `))
      ?.split(' ')
      .at(-1),
  );

describe('the metrics of several processes', () => {
  it('are sums, and of some gauges the worst or the first', async () => {
    const processes = [
      await metricsOf({ requests: 3, seconds: 0.5, lag: 0.01, startedAt: 100 }),
      await metricsOf({ requests: 4, seconds: 5, lag: 0.2, startedAt: 200 }),
    ];
    const text = await toMetricsText(processes);
    expect(text).to.include('# HELP requests_total Requests\n# TYPE requests_total counter\n');
    const samples = {
      'requests_total{status="200"}': 7,
      'request_seconds_bucket{le="1"}': 1,
      'request_seconds_bucket{le="10"}': 2,
      'request_seconds_bucket{le="+Inf"}': 2,
      request_seconds_sum: 5.5,
      request_seconds_count: 2,
      waiters: 7,
      nodejs_eventloop_lag_p99_seconds: 0.2,
      process_start_time_seconds: 100,
    };
    for (const [sample, value] of Object.entries(samples)) expect(valueOf(text, sample), sample).to.equal(value);
  });

  it('can be merged again', async () => {
    const one = await metricsOf({ requests: 1, seconds: 2, lag: 0, startedAt: 1 });
    const twice = mergeMetrics([one, one]);
    const text = await toMetricsText([twice, one]);
    expect(valueOf(text, 'requests_total{status="200"}')).to.equal(3);
    expect(valueOf(text, 'request_seconds_bucket{le="10"}')).to.equal(3);
    expect(valueOf(text, 'request_seconds_sum')).to.equal(6);
  });

  it('have the names of one process', async () => {
    const { registry } = createMetrics({ version: '1.0.0', commit: null });
    const names = (text: string): string[] =>
      [...text.matchAll(/^# TYPE (\S+ \S+)$/gm)].map(([, name]) => name!).sort();
    const values = await registry.getMetricsAsJSON();
    expect(names(await toMetricsText([values, values]))).to.deep.equal(names(await registry.metrics()));
  });
});
