import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { BuildInfo } from './build-info.ts';

const requestSeconds = [0.001, 0.0025, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const waitSeconds = [0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5];

/** The media type of the text format of Prometheus. */
export const METRICS_CONTENT_TYPE = Registry.PROMETHEUS_CONTENT_TYPE;

export type Metrics = ReturnType<typeof createMetrics>;

/**
 * Creates the registry behind /metrics with the metrics that code updates, and prom-client's defaults (event-loop delay,
 * memory). observe.ts adds those that are read at each scrape. Labels have few values: an operationId, never a path.
 */
export function createMetrics(build?: BuildInfo) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  if (build !== undefined) addBuildInfo(registers, build);
  return {
    registry,
    ...requestMetrics(registers),
    contractViolations: new Counter({
      name: 'contract_violations_total',
      help: 'Responses that would have broken the contract, by operation and part of the response',
      labelNames: ['operation_id', 'version', 'part'],
      registers,
    }),
    poolWait: new Histogram({
      name: 'database_pool_wait_seconds',
      help: 'Time until a connection was acquired or acquiring it failed',
      buckets: waitSeconds,
      registers,
    }),
    slowStatements: new Counter({
      name: 'database_slow_statements_total',
      help: 'Round trips to the database that took SLOW_QUERY_MS or longer',
      registers,
    }),
    ...cacheMetrics(registers),
    boundedReads: new Counter({
      name: 'bounded_reads_total',
      help: 'Reads that a replica may serve, by its use (replica) or why the primary served them (own_change, stale, unavailable)',
      labelNames: ['use'],
      registers,
    }),
    incidentReportsDropped: new Counter({
      name: 'incident_reports_dropped_total',
      help: 'Failures of Architect that its own error log has not, because too many waited (full), they were refused (refused), or the process ended (stopped)',
      labelNames: ['reason'],
      registers,
    }),
    ...itemMetrics(registers),
    jobs: new Counter({
      name: 'jobs_total',
      help: 'Job runs, by name and outcome (done, failed, dead)',
      // Prometheus itself adds a label `job`.
      labelNames: ['job_name', 'outcome'],
      registers,
    }),
    ...reportMetrics(registers),
  };
}

/** Metrics of what SDKs send. */
function itemMetrics(registers: Registry[]) {
  return {
    reportedItems: new Counter({
      name: 'reported_items_total',
      help: 'Items that SDKs have reported, by kind and outcome (taken, limited, dropped)',
      labelNames: ['kind', 'outcome'],
      registers,
    }),
    reportedItemBytes: new Counter({
      name: 'reported_item_bytes_total',
      help: 'Bytes of these items, without compression, by kind and outcome (taken, limited, dropped)',
      labelNames: ['kind', 'outcome'],
      registers,
    }),
  };
}

/** Metrics of requests to operations. */
function requestMetrics(registers: Registry[]) {
  return {
    httpRequests: new Counter({
      name: 'http_requests_total',
      help: 'Requests served, by operation, rate class and status',
      labelNames: ['operation_id', 'version', 'class', 'status'],
      registers,
    }),
    httpDuration: new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time from the request to the end of its response, by operation and rate class',
      labelNames: ['operation_id', 'version', 'class'],
      buckets: requestSeconds,
      registers,
    }),
    httpErrors: new Counter({
      name: 'http_request_errors_total',
      help: 'Requests that returned a problem, by operation and code',
      labelNames: ['operation_id', 'version', 'code'],
      registers,
    }),
    httpShed: new Counter({
      name: 'http_requests_shed_total',
      help: 'Requests refused with 503 before they were served, by the queue that was too long (event_loop, database, row)',
      labelNames: ['reason'],
      registers,
    }),
    httpInFlight: new Gauge({
      name: 'http_requests_in_flight',
      help: 'Requests that wait for their response',
      registers,
    }),
  };
}

/** Metrics of the caches. A lookup costs less than a count with labels, so that most are added at each scrape. */
function cacheMetrics(registers: Registry[]) {
  return {
    cacheRequests: new Counter({
      name: 'cache_requests_total',
      help: 'Cache lookups, by cache and result (hit, miss, stale, bypassed, shared_hit)',
      labelNames: ['cache', 'result'],
      registers,
    }),
    cacheEvictions: new Counter({
      name: 'cache_evictions_total',
      help: 'Cached values that were dropped for want of room, by cache',
      labelNames: ['cache'],
      registers,
    }),
    cacheInvalidations: new Counter({
      name: 'cache_invalidations_total',
      help: 'Changes that made cached values stale, by the process that made them (own, others)',
      labelNames: ['origin'],
      registers,
    }),
  };
}

function reportMetrics(registers: Registry[]) {
  return {
    errorAlerts: new Counter({
      name: 'error_alerts_total',
      help: 'Changes of error alerts, by the kind of the rule and the change (fired, cleared)',
      labelNames: ['kind', 'change'],
      registers,
    }),
    reportedEvents: new Counter({
      name: 'reported_events_total',
      help: 'Events that were reported, by intake (api, cloudevents, v1) and outcome (stored, repeated, refused)',
      labelNames: ['intake', 'outcome'],
      registers,
    }),
    reportedErrors: new Counter({
      name: 'reported_errors_total',
      help: 'Reports of errors, by intake (api, sdk, v1) and outcome (stored, repeated)',
      labelNames: ['intake', 'outcome'],
      registers,
    }),
  };
}

/** The value is always 1; the information is in the labels, as in Prometheus' `kube_pod_info` and `go_build_info`. */
function addBuildInfo(registers: Registry[], { version, commit }: BuildInfo): void {
  const gauge = new Gauge({
    name: 'architect_build_info',
    help: 'Always 1; the running version, commit and Node version',
    labelNames: ['version', 'commit', 'node'],
    registers,
  });
  gauge.set({ version, commit: commit ?? 'unknown', node: process.version }, 1);
}
