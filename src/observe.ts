// The part of the composition root that registers the metrics that are read at each scrape. Only app.ts imports it.
import type { AppContext } from './app-context.ts';
import type { CacheStats } from './cache/caches.ts';
import { readUnsealed } from './audit/unsealed.ts';
import { countOpenIncidents, incidentKinds } from './modules/incidents/index.ts';
import { readOutboxStats } from './outbox/outbox-stats.ts';
import { addCounts, addGauges } from './platform/gauges.ts';
import { overloadReasons } from './platform/load-watch.ts';
import { readServiceState } from './queue/external-services.ts';
import { readJobStats, type JobStats } from './queue/job-stats.ts';
import { laneOf } from './queue/lanes.ts';
import { countWorkers } from './queue/worker-count.ts';

interface ObserveOptions {
  /** The jobs that are reported even if none of them waits. */
  readonly jobNames: readonly string[];
  readonly role: 'server' | 'worker';
}

type Observed = Pick<
  AppContext,
  'caches' | 'config' | 'clock' | 'database' | 'group' | 'isAccepting' | 'load' | 'metrics' | 'redis'
>;

/** Shorter than the limit of a reading, so that a database that does not respond is reported as down. */
const DATABASE_MS_MAX = 1500;

/**
 * Registers the gauges of the process and those of the database. Each process reports the same values of the database.
 */
export function observe(context: Observed, { jobNames, role }: ObserveOptions): void {
  const { database, group, metrics } = context;
  observePool(context);
  if (role === 'server') observeLoad(context);
  observeCaches(context);
  // The supervisor reads the rest once for all processes.
  if (group.role === 'member') return;
  observeConnections(context, role);
  observeQueue(context, jobNames);
  observeRecords(context);
  addGauges(metrics.registry, () => countWorkers(database.db), [
    { name: 'job_workers', help: 'Processes that run jobs', samples: (count) => [[count]] },
  ]);
}

function observePool({ database, metrics: { registry } }: Observed): void {
  addGauges(registry, () => database.stats(), [
    {
      name: 'database_pool_connections',
      help: 'Open connections of the pool, by state (active, idle)',
      labelNames: ['state'],
      samples: ({ active, idle }) => [
        [active, { state: 'active' }],
        [idle, { state: 'idle' }],
      ],
    },
    {
      name: 'database_pool_connections_max',
      help: 'The greatest number of connections that the pool may open',
      samples: ({ max }) => [[max]],
    },
    {
      name: 'database_pool_waiters',
      help: 'Callers that wait for a connection of the pool',
      samples: ({ waiting }) => [[waiting]],
    },
  ]);
}

function observeLoad({ database, load, metrics: { registry } }: Observed): void {
  if (load === undefined) return;
  addGauges(registry, () => load.delays(database.stats()), [
    {
      name: 'load_delay_seconds',
      help: 'How long requests wait at the moment, by queue (event_loop, database, row); absent with LOAD_SHEDDING_ENABLED=false',
      labelNames: ['queue'],
      samples: (delays) => overloadReasons.map((queue) => [delays[queue], { queue }]),
    },
  ]);
}

/** Whether what the process depends on responds. A failure is a value here, not a reading that is left out. */
function observeConnections(
  { config, database, isAccepting, metrics: { registry }, redis }: Observed,
  role: ObserveOptions['role'],
): void {
  const responds = (ping: Promise<unknown>): Promise<number> =>
    ping.then(
      () => 1,
      () => 0,
    );
  addGauges(registry, () => responds(database.ping(DATABASE_MS_MAX)), [
    { name: 'database_up', help: '1 if the database responds, else 0', samples: (isUp) => [[isUp]] },
    {
      name: 'architect_ready',
      help: '1 if the process (role server or worker) has started, is not shutting down, and its database responds; else 0',
      labelNames: ['role'],
      samples: (isUp) => [[isAccepting() ? isUp : 0, { role }]],
    },
  ]);
  if (redis !== undefined) {
    addGauges(registry, () => responds(redis.ping()), [
      { name: 'redis_up', help: '1 if Redis responds, else 0; absent without REDIS_URL', samples: (isUp) => [[isUp]] },
    ]);
  }
  if (config.smtpUrl === undefined) return;
  addGauges(registry, () => readServiceState(database.db, 'mail'), [
    {
      name: 'external_service_up',
      help: '1 if the last deliveries to the server succeeded, else 0, by service (mail); absent without SMTP_URL',
      labelNames: ['service'],
      samples: (state) => [[state?.isUp === false ? 0 : 1, { service: 'mail' }]],
    },
  ]);
}

function observeCaches({ caches, metrics }: Observed): void {
  const perCache = (valueOf: (stats: CacheStats) => number) => () =>
    caches.stats().caches.map((stats) => [valueOf(stats), { cache: stats.cache }] as const);
  addCounts(metrics.cacheRequests, () =>
    caches
      .stats()
      .caches.flatMap(({ cache, requests }) =>
        Object.entries(requests).map(([result, count]) => [count, { cache, result }] as const),
      ),
  );
  addCounts(
    metrics.cacheEvictions,
    perCache(({ evictions }) => evictions),
  );
  addCounts(metrics.cacheInvalidations, () =>
    Object.entries(caches.stats().invalidations).map(([origin, count]) => [count, { origin }] as const),
  );
  addGauges(metrics.registry, () => caches.stats(), [
    {
      name: 'cache_entries',
      help: 'Values that the cache keeps in memory',
      labelNames: ['cache'],
      samples: (stats) => stats.caches.map(({ cache, entries }) => [entries, { cache }]),
    },
    {
      name: 'cache_bytes',
      help: 'The memory of these values, by estimate',
      labelNames: ['cache'],
      samples: (stats) => stats.caches.map(({ cache, bytes }) => [bytes, { cache }]),
    },
  ]);
  addGauges(metrics.registry, () => caches.renewTrust(), [
    {
      name: 'cache_trusted',
      help: '1 if the process confirms that it receives the invalidations of others, else 0 and it reads from the database',
      samples: (isTrusted) => [[isTrusted ? 1 : 0]],
    },
  ]);
}

function observeQueue({ database, metrics: { registry } }: Observed, jobNames: readonly string[]): void {
  const none: JobStats = { depth: 0, oldestSeconds: 0, dead: 0 };
  const read = async () => ({
    ...Object.fromEntries(jobNames.map((name) => [name, none])),
    ...(await readJobStats(database.db)),
  });
  const gauge = (name: string, help: string, valueOf: (stats: JobStats) => number) => ({
    name,
    help,
    labelNames: ['lane', 'job_name'],
    samples: (stats: Readonly<Record<string, JobStats>>) =>
      Object.entries(stats).map(([name, one]) => [valueOf(one), { lane: laneOf(name), job_name: name }] as const),
  });
  addGauges(registry, read, [
    gauge('job_queue_depth', 'Jobs that are due, waiting or running, by lane and job', ({ depth }) => depth),
    gauge(
      'job_queue_oldest_age_seconds',
      'How long the oldest waiting job has been due, by lane and job',
      ({ oldestSeconds }) => oldestSeconds,
    ),
    gauge('job_queue_dead', 'Jobs whose attempts are used up, by lane and job', ({ dead }) => dead),
  ]);
}

/** The outbox and the audit log. */
function observeRecords({ clock, database, metrics: { registry } }: Observed): void {
  addGauges(registry, () => readOutboxStats(database.db, clock.now()), [
    { name: 'outbox_depth', help: 'Outbox rows that wait for the relay', samples: ({ depth }) => [[depth]] },
    {
      name: 'outbox_lag_seconds',
      help: 'The age of the oldest outbox row that waits for the relay',
      samples: ({ oldestSeconds }) => [[oldestSeconds]],
    },
    { name: 'outbox_dead', help: 'Outbox rows whose attempts are used up', samples: ({ dead }) => [[dead]] },
  ]);
  addGauges(registry, () => countOpenIncidents(database.db), [
    {
      name: 'incidents_open',
      help: 'Parts of Architect that fail, by kind of incident',
      labelNames: ['kind'],
      samples: (counts) => incidentKinds.map((kind) => [counts.find((one) => one.kind === kind)?.count ?? 0, { kind }]),
    },
  ]);
  addGauges(registry, () => readUnsealed(database.db, clock.now()), [
    { name: 'audit_unsealed_rows', help: 'Audit rows that wait for their seal', samples: ({ rows }) => [[rows]] },
    {
      name: 'audit_unsealed_oldest_age_seconds',
      help: 'The age of the oldest audit row that waits for its seal',
      samples: ({ oldestSeconds }) => [[oldestSeconds]],
    },
  ]);
}
