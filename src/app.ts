// The composition root: opens the context, creates the modules from it, and starts the HTTP server (server.ts) and the
// background work (background.ts). store.ts opens the databases.
import { join } from 'node:path';
import type { AppContext } from './app-context.ts';
import { jobNamesOf, startBackground } from './background.ts';
import type { Caches } from './cache/caches.ts';
import { openCaches } from './caching.ts';
import type { Config } from './config.ts';
import { createPager } from './contract/controller/pager.ts';
import { openIncidentLog, startDependencyWatch } from './incident-recording.ts';
import { listenerPart, openListener, openMetrics } from './listeners.ts';
import { createServiceNotes } from './queue/external-services.ts';
import { createSendMail } from './queue/mail-job.ts';
import { jobOutcomes, type JobEnd } from './queue/worker.ts';
import { createBreachRecorder } from './modules/contract/index.ts';
import { createModules, type Modules } from './modules/modules.ts';
import { observe } from './observe.ts';
import { createUsageRecorder } from './modules/usage/index.ts';
import { closeInOrder, type Part } from './platform/close-in-order.ts';
import { systemClock, type Clock } from './platform/clock.ts';
import { createKeyring } from './platform/crypto.ts';
import { createCursorCodec } from './platform/cursor.ts';
import type { Db } from './platform/database.ts';
import { createFailureLog } from './platform/failure-log.ts';
import { newId } from './platform/ids.ts';
import { flushLog, type Logger } from './platform/logger.ts';
import { createMailer } from './platform/mailer.ts';
import { createMetrics } from './platform/metrics.ts';
import { alone, type AnyGroup, type SharedListener } from './processes/group.ts';
import type { MetricValues } from './platform/merge-metrics.ts';
import type { PoolStats } from './platform/database.ts';
import { openTracer } from './platform/tracing/open-tracer.ts';
import { traceMails } from './platform/tracing/trace-mails.ts';
import type { Tracer } from './platform/tracing/tracer.ts';
import type { AnonymousUnit } from './platform/unit.ts';
import { createProcessLogger, createStageLog, warnOfUnknownSettings } from './process-log.ts';
import { rotateSecrets, type RotationReport } from './rotation.ts';
import { composeServer, type AlterEngine, type Replaced } from './server.ts';
import { connectRedis, openStore } from './store.ts';

export interface App {
  /** Starts serving requests, delivering events and running jobs. If the configured port is 0, a free one is used. */
  start(): Promise<{ readonly port: number }>;
  /**
   * Creates the demo organization in an empty database.
   * @returns its owner's API key; undefined if the database is not empty
   */
  createDemo(): Promise<string | undefined>;
  /** Grants or revokes the operator role. @returns false if no user has the address */
  setOperator(email: string, isOperator: boolean): Promise<boolean>;
  /** Logs an error that nothing has handled. The process must end after it, because its state is unknown. */
  reportCrash(error: unknown): Promise<void>;
  /** Encrypts everything that is encrypted at rest with the current key. */
  rotateSecrets(): Promise<RotationReport>;
  /** Returns the values of the metrics of this process. */
  metricValues(): Promise<MetricValues>;
  /** Returns the connections of this process. */
  poolStats(): PoolStats;
  /** Drains: finishes running requests and jobs, then closes everything that was opened. */
  stop(): Promise<void>;
}

export interface AppOptions {
  /** The system clock if absent; tests pass their own. */
  readonly clock?: Clock;
  /** Whether this process serves requests. */
  readonly isServing?: boolean;
  /** Whether this process delivers events and runs jobs. */
  readonly isWorking?: boolean;
  /** The processes that serve together with this one; none if absent. */
  readonly group?: AnyGroup;
  /** Replace the modules' handlers, so that a test can break the contract. */
  readonly handlers?: Replaced;
  /** Changes an engine's options, so that a test can run an engine that enforces nothing. No setting can do this. */
  readonly engine?: AlterEngine;
  readonly logger?: Logger;
  /** Changes the caches, so that a test can compare what they return with the database. No setting can do this. */
  readonly caches?: (caches: Caches) => Caches;
}

/**
 * Opens and migrates the store (the embedded PostgreSQL if DATABASE_URL is not set) and creates the application.
 * @throws ForeseenError if the database cannot be used or does not respond in time
 */
export async function createApp(config: Config, options: AppOptions = {}): Promise<App> {
  const { isServing = true, isWorking = true, group = alone, handlers = {}, engine } = options;
  const { isAccepting, accept } = createReadiness(group);
  const { context, parts: contextParts } = await openContext(config, options, isAccepting);
  const modules = createModules(context);
  observe(context, { jobNames: jobNamesOf(modules), role: isServing ? 'server' : 'worker' });
  const opened: Part[] = [];
  const logStage = stageLogOf(group, config, context.logger);

  async function open(): Promise<{ readonly port: number }> {
    if (isWorking) opened.push(...(await startWork(context, modules)));
    let listener: SharedListener | undefined;
    if (isServing) {
      const alterations = { replaced: handlers, alter: engine };
      listener = await openListener(context, () => composeServer(context, modules, alterations));
      opened.unshift(listenerPart(listener, config));
    }
    const watch = isServing || isWorking ? startDependencyWatch(context) : undefined;
    if (watch !== undefined) opened.push(watch);
    // Closed after the listener and the background work, so that a process that stops can still be watched.
    if (config.metrics.port !== undefined) opened.push(await openMetrics(context, modules, config.metrics.port));
    accept(true);
    const port = listener?.port ?? 0;
    logStage('ready', { host: isServing ? config.host : undefined, port: isServing ? port : undefined });
    return { port };
  }

  async function stop(): Promise<void> {
    if (isAccepting()) logStage('draining');
    accept(false);
    const { graceMs, limitMs } = config.shutdown;
    const onTrouble = (part: string, error?: unknown): void =>
      context.logger.error({ part, err: error }, 'did not stop gracefully; its work resumes at the next start');
    // The listener first, then the background work, then the store that both use.
    await closeInOrder([...opened.splice(0), ...contextParts], { limitMs: graceMs + limitMs, onTrouble });
  }

  async function start(): Promise<{ readonly port: number }> {
    try {
      return await open();
    } catch (error) {
      // Open parts would keep the process alive.
      await stop();
      throw error;
    }
  }

  return { start, stop, ...createReadings(context), ...createCommands(context, modules) };
}

function createReadings({ database, metrics }: AppContext): Pick<App, 'metricValues' | 'poolStats'> {
  return { metricValues: () => metrics.registry.getMetricsAsJSON(), poolStats: () => database.stats() };
}

/** Opens the context of the modules. @returns the context, and its parts in the order in which they must be closed */
export async function openContext(config: Config, options: AppOptions, isAccepting: () => boolean) {
  const { clock = systemClock, group = alone, isServing = true, isWorking = true } = options;
  const tracer = await openTracer(config.tracing, { build: config.build, environment: config.env });
  const { logger = createProcessLogger(config, tracer) } = options;
  if (tracer !== undefined) watchExports(tracer, logger);
  const metrics = createMetrics(config.build);
  const keyring = createKeyring(config.secretKey, config.previousSecretKeys);
  const logStage = stageLogOf(group, config, logger);
  if (isServing || isWorking) {
    logStage('started', { environment: config.env, node: process.version });
    warnOfUnknownSettings(config, logger);
  }
  const isPrepared = group.role === 'member';
  const { close: closeStore, migrated, ...store } = await openStore(config, { logger, metrics, tracer }, isPrepared);
  if (group.role === 'member') store.store.onCommit(group.onCommit);
  if (isServing || isWorking || migrated.length > 0) logStage('migrated', { migrations: migrated });
  const redis = await connectRedis(config, logger);
  const plainCaches = await openCaches(config, { ...store, redis, clock, logger, isListening: isServing || isWorking });
  const caches = options.caches?.(plainCaches) ?? plainCaches;
  store.store.onCommit((tags) => (tags.size === 0 ? undefined : caches.invalidate(tags)));
  const { usage, breaches } = createRecorders(store.plainDb, logger);
  const pager = createPager(createCursorCodec(keyring));
  const links = { publicUrl: config.publicUrl, sendMail: createSendMail(keyring) };
  const shared = {
    group,
    isAccepting,
    readMetrics: () => group.readMetrics(metrics.registry),
    readPool: () => group.readPool(store.database.stats()),
  };
  const own = { config, clock, logger, metrics, tracer, keyring, redis, caches };
  const recording = openIncidentLog({ ...store, ...own, group });
  const { incidents } = recording;
  const context: AppContext = { ...store, ...own, ...shared, pager, links, usage, breaches, incidents };
  const closing: readonly Part[] = [
    { name: 'the usage counts', close: () => usage.stop() },
    { name: 'the breach counts', close: () => breaches.stop() },
    recording.part,
    { name: 'the caches', close: () => caches.close() },
    { name: 'Redis', close: async () => redis?.disconnect() },
    { name: 'the store', close: closeStore },
    { name: 'the traces', close: async () => tracer?.close() },
    { name: 'the last line', close: async () => (isServing || isWorking ? logStage('stopped') : undefined) },
    { name: 'the log', close: () => flushLog(logger) },
  ];
  return { context, parts: closing };
}

/** What is counted in memory and written in batches. */
function createRecorders(db: Db, logger: Logger) {
  const usageFailures = createFailureLog({ logger, subject: 'the count of used operations' });
  const usage = createUsageRecorder({
    db,
    onError: usageFailures.failed,
    onWritten: usageFailures.succeeded,
  });
  const breachFailures = createFailureLog({ logger, subject: 'the count of breaches of the contract' });
  const breaches = createBreachRecorder({
    db,
    onTrouble: ({ error, lost }) => {
      if (error !== undefined) breachFailures.failed(error);
      if (lost > 0) logger.warn({ lost }, 'counts of contract breaches were lost');
    },
    onWritten: breachFailures.succeeded,
  });
  return { usage, breaches };
}

/** An unreachable receiver costs spans, and is one line in the log, however many exports fail. */
function watchExports(tracer: Tracer, logger: Logger): void {
  const failures = createFailureLog({ logger, subject: 'the export of traces' });
  tracer.onExport((error) => (error === undefined ? failures.succeeded() : failures.failed(error)));
}

/** Whether the processes of the group take requests. Their supervisor decides. */
function createReadiness(group: AnyGroup) {
  const state = { isAccepting: false };
  const accept = (isAccepting: boolean): void => {
    state.isAccepting = isAccepting;
    if (group.role === 'supervisor') group.accept(isAccepting);
  };
  return { accept, isAccepting: group.role === 'member' ? group.isAccepting : () => state.isAccepting };
}

/** The supervisor logs the stages of the whole. */
function stageLogOf(group: AnyGroup, config: Config, logger: Logger): ReturnType<typeof createStageLog> {
  return group.role === 'member' ? () => undefined : createStageLog(config, logger);
}

/** The commands of the command line. Each runs in its own unit without an actor. */
function createCommands(
  { clock, database, incidents, keyring, logger, plainDb }: AppContext,
  { commands }: Modules,
): Pick<App, 'createDemo' | 'setOperator' | 'rotateSecrets' | 'reportCrash'> {
  const inUnit = <Result>(work: (unit: AnonymousUnit) => Promise<Result>): Promise<Result> =>
    database.db.transaction((db) => work({ db, actor: undefined, request_id: newId(), now: clock.now() }));
  return {
    rotateSecrets: () => rotateSecrets(plainDb, keyring),
    createDemo: () => inUnit(commands.createDemo),
    setOperator: (email, isOperator) => inUnit((unit) => commands.setOperator(unit, email, isOperator)),
    reportCrash: async (error) => {
      logger.fatal({ err: error }, 'an error was not handled; the process ends');
      const title = 'A process of Architect ended because of an error';
      incidents.note({ kind: 'process', service: 'architect', title, error, isFatal: true });
      await incidents.stop();
      await flushLog(logger);
    },
  };
}

/** Starts the background work, with the mailer that its jobs use. */
async function startWork(context: AppContext, modules: Modules): Promise<readonly Part[]> {
  const { config, clock, metrics, tracer } = context;
  const directory = join(config.dataDir, 'mail');
  const failures = createFailureLog({ logger: context.logger, subject: 'recording the state of the mail server' });
  const onOutcome = createServiceNotes('mail', { db: context.plainDb, clock, onError: failures.failed });
  const mailer = createMailer({ smtpUrl: config.smtpUrl, from: config.mailFrom, directory, clock, onOutcome });
  // Counters begin at 0, because increase() does not see the first failure of one that begins at 1.
  for (const job_name of jobNamesOf(modules))
    for (const outcome of jobOutcomes) metrics.jobs.inc({ job_name, outcome }, 0);
  const onJobEnd = (end: JobEnd): void => {
    metrics.jobs.inc({ job_name: end.name, outcome: end.outcome });
    context.incidents.noteJobEnd(end);
  };
  const background = await startBackground(context, modules, {
    mailer: traceMails(mailer, config.smtpUrl, tracer),
    onJobEnd,
  });
  return [...background, { name: 'the mailer', close: async () => mailer.close() }];
}
