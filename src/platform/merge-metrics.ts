import { AggregatorRegistry, type PrometheusContentType, type Registry } from 'prom-client';

/** The metrics of one process, as its registry exports them. */
export type MetricValues = Awaited<ReturnType<Registry['getMetricsAsJSON']>>;

type Metric = MetricValues[number];
type Aggregator = Metric['aggregator'];

/**
 * How values of several processes become one, where a sum is not what the metric means. Of what has a limit or should be
 * small, the worst process counts: the sum of two processes says nothing about either.
 */
const aggregators: Readonly<Record<string, Aggregator>> = {
  architect_build_info: 'first',
  cache_trusted: 'min',
  nodejs_version_info: 'first',
  process_start_time_seconds: 'min',
  load_delay_seconds: 'max',
  process_open_fds: 'max',
  process_max_fds: 'min',
  nodejs_eventloop_lag_seconds: 'max',
  nodejs_eventloop_lag_min_seconds: 'min',
  nodejs_eventloop_lag_max_seconds: 'max',
  nodejs_eventloop_lag_mean_seconds: 'max',
  nodejs_eventloop_lag_stddev_seconds: 'max',
  nodejs_eventloop_lag_p50_seconds: 'max',
  nodejs_eventloop_lag_p90_seconds: 'max',
  nodejs_eventloop_lag_p99_seconds: 'max',
};

/** Makes one list of the metrics of several processes, in the text format of Prometheus. */
export function toMetricsText(processes: readonly MetricValues[]): Promise<string> {
  return aggregate(processes).metrics();
}

/** Makes one list of the metrics of several processes. */
export function mergeMetrics(processes: readonly MetricValues[]): MetricValues {
  return aggregate(processes).getMetricsAsArray() as MetricValues;
}

function aggregate(processes: readonly MetricValues[]) {
  const withRule = (metric: Metric): Metric => ({ ...metric, aggregator: aggregators[metric.name] ?? 'sum' });
  return AggregatorRegistry.aggregate<PrometheusContentType>(processes.map((metrics) => metrics.map(withRule)));
}
