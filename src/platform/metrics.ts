import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { BuildInfo } from './build-info.ts';
import type { PoolStats } from './database.ts';

/** What is waiting in a queue: how many, for how long the oldest of them, and what was given up. */
interface Backlog {
  readonly depth: number;
  readonly oldestSeconds: number;
  /** Those that were given up. */
  readonly dead: number;
}

/** Measures that are read only when somebody asks for them. */
interface MetricsSources {
  readonly pool?: () => PoolStats;
  /** By name of the queue. */
  readonly queues?: () => Promise<Readonly<Record<string, Backlog>>>;
  readonly outbox?: () => Promise<Backlog>;
}

const requestSeconds = [0.001, 0.0025, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const waitSeconds = [0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5];

export type Metrics = ReturnType<typeof createMetrics>;

/** The registry behind /metrics and everything that is counted by hand. Event-loop delay, memory and the like come by themselves. */
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
      help: 'Time until a connection was acquired, or was not to be had',
      buckets: waitSeconds,
      registers,
    }),
    cacheRequests: new Counter({
      name: 'cache_requests_total',
      help: 'Look-ups in a cache, by cache and result (memory, redis, miss)',
      labelNames: ['cache', 'result'],
      registers,
    }),
    jobs: new Counter({
      name: 'jobs_total',
      help: 'Runs of jobs, by name and outcome (done, failed, dead)',
      labelNames: ['job', 'outcome'],
      registers,
    }),
    /** Registers the gauges of what `sources` can tell. A source that fails leaves its gauges out, not /metrics down. */
    observe: (sources: MetricsSources) => observe(registry, sources),
  };
}

/** What is counted of every request to an operation. */
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
      help: 'Requests served with a problem, by operation and code',
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
    observeBacklog(registry, 'job_queue', { help: 'Jobs that wait', labelNames: ['queue'], read: queues });
  }
  if (outbox !== undefined) {
    const read = async () => ({ outbox: await outbox() });
    observeBacklog(registry, 'outbox', { help: 'Outbox rows not yet carried on', labelNames: [], read });
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
  // One reading serves all gauges of a scrape: the registry asks its metrics in the order of their registration.
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
        // A gauge without labels keeps its value through reset(), and would show an old or a made up one.
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
  gauge('depth', 'how many', ({ depth }) => depth, begin);
  const suffix = name === 'outbox' ? 'lag_seconds' : 'oldest_age_seconds';
  gauge(suffix, 'age of the oldest in seconds', ({ oldestSeconds }) => oldestSeconds);
  gauge('dead', 'how many were given up', ({ dead }) => dead);
}

/** Always 1: the labels are what it says, as Prometheus has it done (`kube_pod_info`, `go_build_info`). */
function addBuildInfo(registers: Registry[], { version, commit }: BuildInfo): void {
  const gauge = new Gauge({
    name: 'build_info',
    help: 'What runs: version, commit and Node',
    labelNames: ['version', 'commit', 'node'],
    registers,
  });
  gauge.set({ version, commit: commit ?? 'unknown', node: process.version }, 1);
}
