// The composition root: it opens the context, makes the modules from it and starts what serves requests (server.ts) and
// what works beside them (background.ts). store.ts opens the databases.
import { join } from 'node:path';
import type { AppContext } from './app-context.ts';
import { startBackground } from './background.ts';
import type { Config } from './config.ts';
import { createPager } from './contract/controller/pager.ts';
import { ForeseenError } from './problems/foreseen-error.ts';
import { listen, type Listener } from './http/listen.ts';
import { createServiceNotes } from './queue/external-services.ts';
import { createSendMail } from './queue/mail-job.ts';
import { type JobEnd } from './queue/worker.ts';
import { createBreachRecorder } from './modules/contract/index.ts';
import { createModules, type Modules } from './modules/modules.ts';
import { createUsageRecorder } from './modules/usage/index.ts';
import { closeInOrder, type Part } from './platform/close-in-order.ts';
import { systemClock, type Clock } from './platform/clock.ts';
import { createKeyring } from './platform/crypto.ts';
import { createCursorCodec } from './platform/cursor.ts';
import { createFailureLog } from './platform/failure-log.ts';
import { newId } from './platform/ids.ts';
import { flushLog, type Logger } from './platform/logger.ts';
import { createMailer } from './platform/mailer.ts';
import { createMetrics } from './platform/metrics.ts';
import type { AnonymousUnit } from './platform/unit.ts';
import { createProcessLogger, createStageLog, warnOfUnknownSettings } from './process-log.ts';
import { composeMetricsServer, composeServer, type AlterEngine, type Replaced } from './server.ts';
import { connectRedis, openStore } from './store.ts';

/** For responses of /metrics that are under way. */
const METRICS_LIMIT_MS = 1000;

export interface App {
  /** Serves, and works off events and jobs. Port 0 takes a free one. */
  start(): Promise<{ readonly port: number }>;
  /** Fills an empty database with an organization to look at. @returns its owner's API key; undefined where there was something */
  createDemo(): Promise<string | undefined>;
  /** Makes the user of an address an operator, or takes it back. False where nobody has the address. */
  setOperator(email: string, isOperator: boolean): Promise<boolean>;
  /** Drains: finishes what is running, then closes everything that was opened. */
  stop(): Promise<void>;
}

export interface AppOptions {
  /** Tests own the clock. */
  readonly clock?: Clock;
  /** Whether this process serves requests. */
  readonly isServing?: boolean;
  /** Whether this process carries events on and runs jobs. */
  readonly isWorking?: boolean;
  /** Stand in for handlers of the documents, so that a test can break the contract. */
  readonly handlers?: Replaced;
  /** Changes what an engine is made of, so that a test can run one that enforces nothing. No setting leads here. */
  readonly engine?: AlterEngine;
  readonly logger?: Logger;
}

/**
 * Opens and migrates the store (the embedded one where DATABASE_URL is not set) and puts the parts together.
 * @throws AppError `service_unavailable` when the database cannot be reached
 */
export async function createApp(config: Config, options: AppOptions = {}): Promise<App> {
  const { isServing = true, isWorking = true, handlers = {}, engine } = options;
  const state = { isAccepting: false };
  const { context, parts: contextParts } = await openContext(config, options, () => state.isAccepting);
  const modules = createModules(context);
  const opened: Part[] = [];
  const tellStage = createStageLog(config, context.logger);

  async function open(): Promise<{ readonly port: number }> {
    if (isWorking) opened.push(...(await startWork(context, modules)));
    let listener: Listener | undefined;
    if (isServing) {
      listener = await listen(composeServer(context, modules, { replaced: handlers, alter: engine }), config).catch(
        (error: unknown) => {
          throw explainListenError(error, config);
        },
      );
      opened.unshift(listenerPart(listener, config));
    }
    if (config.metrics.port !== undefined) opened.unshift(await openMetrics(context, config.metrics.port));
    state.isAccepting = true;
    const port = listener?.port ?? 0;
    tellStage('ready', { host: isServing ? config.host : undefined, port: isServing ? port : undefined });
    return { port };
  }

  async function stop(): Promise<void> {
    if (state.isAccepting) tellStage('draining');
    state.isAccepting = false;
    const { graceMs, limitMs } = config.shutdown;
    const onTrouble = (part: string, error?: unknown): void =>
      context.logger.error({ part, err: error }, 'did not stop in good order; what it did is left to the next start');
    // The listener first, then what works beside it, then the store that both use.
    await closeInOrder([...opened.splice(0), ...contextParts], { limitMs: graceMs + limitMs, onTrouble });
  }

  async function start(): Promise<{ readonly port: number }> {
    try {
      return await open();
    } catch (error) {
      // What was opened would keep the process alive.
      await stop();
      throw error;
    }
  }

  return { start, stop, ...createCommands(context, modules) };
}

/** What every module is made from, and how it is closed. */
export async function openContext(config: Config, options: AppOptions, isAccepting: () => boolean) {
  const { clock = systemClock, logger = createProcessLogger(config), isServing = true, isWorking = true } = options;
  const metrics = createMetrics(config.build);
  const keyring = createKeyring(config.secretKey, config.previousSecretKeys);
  const tellStage = createStageLog(config, logger);
  if (isServing || isWorking) {
    tellStage('started', { environment: config.env, node: process.version });
    warnOfUnknownSettings(config, logger);
  }
  const { close: closeStore, migrated, ...store } = await openStore(config, { logger, metrics, clock });
  if (isServing || isWorking || migrated.length > 0) tellStage('migrated', { migrations: migrated });
  const redis = connectRedis(config, logger);
  const usageFailures = createFailureLog({ logger, subject: 'the count of used operations' });
  const usage = createUsageRecorder({
    db: store.plainDb,
    onError: usageFailures.failed,
    onWritten: usageFailures.succeeded,
  });
  const breachFailures = createFailureLog({ logger, subject: 'the count of breaches of the contract' });
  const breaches = createBreachRecorder({
    db: store.plainDb,
    onTrouble: ({ error, lost }) => {
      if (error !== undefined) breachFailures.failed(error);
      if (lost > 0) logger.warn({ lost }, 'breaches of the contract are not counted');
    },
    onWritten: breachFailures.succeeded,
  });
  const pager = createPager(createCursorCodec(keyring));
  const links = { publicUrl: config.publicUrl, sendMail: createSendMail(keyring) };
  const parts = { config, clock, logger, metrics, keyring, redis, pager, links, usage, breaches, isAccepting };
  const context: AppContext = { ...store, ...parts };
  const closing: readonly Part[] = [
    { name: 'the usage counts', close: () => usage.stop() },
    { name: 'the breach counts', close: () => breaches.stop() },
    { name: 'Redis', close: async () => redis?.disconnect() },
    { name: 'the store', close: closeStore },
    { name: 'the last line', close: async () => (isServing || isWorking ? tellStage('stopped') : undefined) },
    { name: 'the log', close: () => flushLog(logger) },
  ];
  return { context, parts: closing };
}

/** /metrics on a port of its own, which is open until the process ends. */
async function openMetrics(context: AppContext, port: number): Promise<Part> {
  const { config, logger } = context;
  const listener = await listen(composeMetricsServer(context), { host: config.host, port }).catch((error: unknown) => {
    throw explainListenError(error, { host: config.host, port, name: 'METRICS_PORT' });
  });
  logger.info({ host: config.host, port: listener.port }, 'metrics');
  return { name: 'the metrics', close: () => listener.close({ limitMs: METRICS_LIMIT_MS }) };
}

/** The listener keeps a quarter of the time for what is closed after it. */
function listenerPart(listener: Listener, { shutdown }: Config): Part {
  const patience = { lameDuckMs: shutdown.graceMs, limitMs: shutdown.limitMs * 0.75 };
  return { name: 'the listener', close: () => listener.close(patience) };
}

/** What the command line does to the store, each in a unit of its own that nobody is the actor of. */
function createCommands(
  { clock, database }: AppContext,
  { commands }: Modules,
): Pick<App, 'createDemo' | 'setOperator'> {
  const inUnit = <Result>(work: (unit: AnonymousUnit) => Promise<Result>): Promise<Result> =>
    database.db.transaction((db) => work({ db, actor: undefined, request_id: newId(), now: clock.now() }));
  return {
    createDemo: () => inUnit(commands.createDemo),
    setOperator: (email, isOperator) => inUnit((unit) => commands.setOperator(unit, email, isOperator)),
  };
}

function explainListenError(
  error: unknown,
  { port, host, name = 'PORT' }: { readonly port: number; readonly host: string; readonly name?: string },
): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return new ForeseenError(`port ${port} is taken: stop what uses it, or set ${name}`, { cause: error });
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL')
    return new ForeseenError(`cannot listen on ${host}:${port} (${code}): set HOST or ${name}`, { cause: error });
  return error;
}

/** What works beside requests, with the mailer that its jobs use. */
async function startWork(context: AppContext, modules: Modules): Promise<readonly Part[]> {
  const { config, clock, metrics } = context;
  const directory = join(config.dataDir, 'mail');
  const failures = createFailureLog({ logger: context.logger, subject: 'the note of deliveries to the mail server' });
  const onOutcome = createServiceNotes('mail', { db: context.plainDb, clock, onError: failures.failed });
  const mailer = createMailer({ smtpUrl: config.smtpUrl, from: config.mailFrom, directory, clock, onOutcome });
  const onJobEnd = ({ name, outcome }: JobEnd): void => metrics.jobs.inc({ job: name, outcome });
  const background = await startBackground(context, modules, { mailer, onJobEnd });
  return [...background, { name: 'the mailer', close: async () => mailer.close() }];
}
