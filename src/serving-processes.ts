// The part of the composition root that supervises several serving processes on one port. Each of them runs
// serving-process.ts. Only the command `serve` imports it.
import { join } from 'node:path';
import { createApp, type App } from './app.ts';
import type { Config } from './config.ts';
import { sharePool } from './config/processes.ts';
import type { PoolStats } from './platform/database.ts';
import { toMetricsText } from './platform/merge-metrics.ts';
import { countAhead } from './processes/count-ahead.ts';
import { forkProcess } from './processes/fork.ts';
import type { GroupOfSupervisor, SharedListener, SupervisorResources } from './processes/group.ts';
import type { Supervision } from './processes/protocol.ts';
import { Supervisor, type Child } from './processes/supervisor.ts';
import { createRateLimiter } from './rate-limiter.ts';

/** What a serving process is given, so that it reads nothing from its environment. */
export interface MemberSettings {
  readonly config: Config;
  /** When the server started, in milliseconds since 1970. */
  readonly startedAtMs: number;
}

interface SupervisedOptions {
  readonly isWorking: boolean;
  /** Starts a process. Tests pass their own. */
  readonly fork?: (offer: Supervision) => Child<MemberSettings>;
}

interface Supervised {
  readonly app: App;
  /** Rejects if the serving processes end again and again. */
  readonly failed: Promise<never>;
}

/** Shorter than the timeout of a probe. */
const READING_MS_MAX = 1000;
const PROGRAM = join(import.meta.dirname, 'serving-process.ts');

/**
 * Creates an application that serves requests in `config.workers` processes. This process prepares the store, accepts the
 * connections, counts for the rate limits, and does the background work.
 * @throws ForeseenError as createApp
 */
export async function createSupervisedApp(config: Config, options: SupervisedOptions): Promise<Supervised> {
  const { isWorking, fork = (offer: Supervision) => forkProcess<MemberSettings>(PROGRAM, offer) } = options;
  const failure = Promise.withResolvers<never>();
  // It may fail before somebody waits for it.
  failure.promise.catch(() => undefined);
  const resources = Promise.withResolvers<SupervisorResources>();
  const offer = createOffer(config, resources.promise);
  const supervisor = new Supervisor<MemberSettings>({
    count: config.workers,
    fork: (onLeave) => fork({ ...offer, leave: onLeave }),
    onCrashLoop: failure.reject,
  });
  // The processes load their code while this one prepares the database.
  supervisor.fork();
  const share = sharePool(config.pool.poolMax, config.workers, isWorking);
  const group: GroupOfSupervisor = {
    role: 'supervisor',
    serve: async (own) => {
      resources.resolve(own);
      return serve(supervisor, toMemberConfig(config, own.databaseUrl, share.child), own);
    },
    accept: (isAccepting) => supervisor.accept(isAccepting),
    readMetrics: async (own) => toMetricsText([await own.getMetricsAsJSON(), ...(await supervisor.readMetrics())]),
    readPool: async (own) =>
      [own, ...(await supervisor.askAll((link) => link.call('readPool', undefined, READING_MS_MAX)))].reduce(addPools),
    uptimeSeconds: () => process.uptime(),
  };
  try {
    const ownConfig = { ...config, pool: { ...config.pool, poolMax: share.supervisor } };
    return { app: await createApp(ownConfig, { isWorking, group }), failed: failure.promise };
  } catch (error) {
    await supervisor.kill();
    throw error;
  }
}

/** What the serving processes may call, once this process has opened its resources. */
function createOffer(config: Config, resources: Promise<SupervisorResources>): Omit<Supervision, 'leave'> {
  const limiter = resources.then(({ logger }) => createRateLimiter(config, { log: logger }));
  return {
    readMetrics: async () => (await resources).readMetrics(),
    readPool: async () => (await resources).readPool(),
    count: async (request) => {
      const opened = await limiter;
      return countAhead(async ({ className, client }) => opened?.countFor(className, client), request, config.workers);
    },
    committed: () => void resources.then(({ onCommit }) => onCommit()),
  };
}

async function serve(
  supervisor: Supervisor<MemberSettings>,
  config: Config,
  { logger }: SupervisorResources,
): Promise<SharedListener> {
  const settingsFor = (port: number): MemberSettings => ({
    config: { ...config, port },
    startedAtMs: performance.timeOrigin,
  });
  const { port } = await supervisor.start({ settings: settingsFor(config.port), settingsFor, logger });
  return {
    port,
    close: ({ lameDuckMs = 0, limitMs = 0 }) => supervisor.stop(lameDuckMs + limitMs),
  };
}

function toMemberConfig(config: Config, databaseUrl: string, poolMax: number): Config {
  const { metrics, pool, shutdown, workers } = config;
  return {
    ...config,
    databaseUrl,
    // The supervisor serves this port.
    metrics: { ...metrics, port: undefined },
    pool: { ...pool, poolMax, queueMax: Math.ceil(pool.queueMax / workers) },
    // As long as the supervisor waits for them.
    shutdown: { ...shutdown, limitMs: shutdown.limitMs * 0.7 },
    unknownSettings: [],
  };
}

function addPools(one: PoolStats, other: PoolStats): PoolStats {
  return {
    active: one.active + other.active,
    idle: one.idle + other.idle,
    waiting: one.waiting + other.waiting,
    max: one.max + other.max,
  };
}
