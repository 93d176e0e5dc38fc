import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { BuildInfo } from './build-info.ts';
import type { PoolStats } from './database.ts';

/** The state of a queue. */
interface Backlog {
  readonly depth: number;
  readonly oldestSeconds: number;
  /** Entries whose attempts are used up. */
  readonly dead: number;
}

/** Values that are read at each scrape. */
interface MetricsSources {
  readonly pool?: () => PoolStats;
  /** By the queue's name. */
  readonly queues?: () => Promise<Readonly<Record<string, Backlog>>>;
  readonly outbox?: () => Promise<Backlog>;
}

const requestSeconds = [0.001, 0.0025, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const waitSeconds = [0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5];

export type Metrics = ReturnType<typeof createMetrics>;

/** Creates the registry behind /metrics with our own metrics and prom-client's defaults (event-loop delay, memory). */
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
      labelNames: ['operation', 'part'],
      registers,
    }),
    poolWait: new Histogram({
      name: 'database_pool_wait_seconds',
      help: 'Time until a connection was acquired or acquiring it failed',
      buckets: waitSeconds,
      registers,
    }),
    cacheRequests: new Counter({
      name: 'cache_requests_total',
      help: 'Cache lookups, by cache and result (memory, redis, miss)',
      labelNames: ['cache', 'result'],
      registers,
    }),
    jobs: new Counter({
      name: 'jobs_total',
      help: 'Job runs, by name and outcome (done, failed, dead)',
      labelNames: ['job', 'outcome'],
      registers,
    }),
    /** Registers gauges that read `sources`. If a source fails, its gauges are left out and /metrics still responds. */
    observe: (sources: MetricsSources) => observe(registry, sources),
  };
}

/** Metrics of requests to operations. */
function requestMetrics(registers: Registry[]) {
  return {
    httpRequests: new Counter({
      name: 'http_requests_total',
      help: 'Requests served, by operation and status',
      labelNames: ['operation_id', 'version', 'status'],
      registers,
    }),
    httpDuration: new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time from the request to its response, by operation',
      labelNames: ['operation_id', 'version'],
      buckets: requestSeconds,
      registers,
    }),
    httpErrors: new Counter({
      name: 'http_request_errors_total',
      help: 'Requests that returned a problem, by operation and code',
      labelNames: ['operation_id', 'version', 'code'],
      registers,
    }),
    httpInFlight: new Gauge({
      name: 'http_requests_in_flight',
      help: 'Requests that wait for their response',
      registers,
    }),
  };
}

function observe(registry: Registry, { pool, queues, outbox }: MetricsSources): void {
  if (pool !== undefined) observePool(registry, pool);
  if (queues !== undefined) {
    observeBacklog(registry, 'job_queue', { help: 'Waiting jobs', labelNames: ['queue'], read: queues });
  }
  if (outbox !== undefined) {
    const read = async () => ({ outbox: await outbox() });
    observeBacklog(registry, 'outbox', { help: 'Outbox rows that wait for the relay', labelNames: [], read });
  }
}

function observePool(registry: Registry, pool: () => PoolStats): void {
  new Gauge({
    name: 'database_pool_connections',
    help: 'Connections to the database by state: active, idle, waiting (callers without one), max',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      const { active, idle, waiting, max } = pool();
      this.set({ state: 'active' }, active);
      this.set({ state: 'idle' }, idle);
      this.set({ state: 'waiting' }, waiting);
      this.set({ state: 'max' }, max);
    },
  });
}

interface BacklogSource {
  readonly help: string;
  readonly labelNames: readonly 'queue'[];
  readonly read: () => Promise<Readonly<Record<string, Backlog>>>;
}

function observeBacklog(registry: Registry, name: string, { help, labelNames, read }: BacklogSource): void {
  // The gauges of one scrape share one reading: the registry collects its metrics in the order of their registration.
  let reading: Promise<Readonly<Record<string, Backlog>>> = Promise.resolve({});
  const gauge = (suffix: string, text: string, valueOf: (backlog: Backlog) => number, begin?: () => void) =>
    new Gauge({
      name: `${name}_${suffix}`,
      help: `${help}: ${text}`,
      labelNames,
      registers: [registry],
      async collect() {
        begin?.();
        const backlogs = Object.entries(await reading);
        // For a gauge without labels reset() sets 0, which would be shown if the reading failed.
        if (labelNames.length === 0) this.remove();
        else this.reset();
        for (const [queue, backlog] of backlogs) {
          this.set(labelNames.length === 0 ? {} : { queue }, valueOf(backlog));
        }
      },
    });
  const begin = (): void => {
    reading = read().catch(() => ({}));
  };
  gauge('depth', 'number', ({ depth }) => depth, begin);
  const suffix = name === 'outbox' ? 'lag_seconds' : 'oldest_age_seconds';
  gauge(suffix, 'age of the oldest in seconds', ({ oldestSeconds }) => oldestSeconds);
  gauge('dead', 'number whose attempts are used up', ({ dead }) => dead);
}

/** The value is always 1; the information is in the labels, as in Prometheus' `kube_pod_info` and `go_build_info`. */
function addBuildInfo(registers: Registry[], { version, commit }: BuildInfo): void {
  const gauge = new Gauge({
    name: 'build_info',
    help: 'The running version, commit and Node version',
    labelNames: ['version', 'commit', 'node'],
    registers,
  });
  gauge.set({ version, commit: commit ?? 'unknown', node: process.version }, 1);
}
