// The part of the composition root that creates the HTTP server: the engines of both documents with the modules'
// handlers. Only app.ts imports it.
import { createRequire } from 'node:module';
import type { Document } from 'openapi-backend';
import changelog from '../generated/changelog.json' with { type: 'json' };
import { catalogue } from '../generated/problems.ts';
import type { Handlers as HandlersV1 } from '../generated/v1/handlers.ts';
import documentV1 from '../generated/v1/openapi.json' with { type: 'json' };
import { operations as operationsV1 } from '../generated/v1/operations.ts';
import type { Handlers as HandlersV2 } from '../generated/v2/handlers.ts';
import documentV2 from '../generated/v2/openapi.json' with { type: 'json' };
import { operations as operationsV2 } from '../generated/v2/operations.ts';
import type { AppContext } from './app-context.ts';
import { createReplicaChoice } from './audit/own-changes.ts';
import { contractHash } from './contract/contract-hash.ts';
import { createEngine } from './contract/engine.ts';
import { keptKinds, type KeepingRule, type KeptKind } from './contract/controller/keeping.ts';
import type { Validators } from './contract/operation.ts';
import type { AnyHandler, ContractBreach, EngineOptions } from './contract/options.ts';
import type { KeptRead, KeptResponse, ResponseCache } from './contract/response/kept-read.ts';
import { memoryOf } from './contract/response/kept-responses.ts';
import { RowTurns, type RowLoad } from './contract/unit/row-turns.ts';
import { RESPONSE_PURPOSE } from './contract/unit/sealed-responses.ts';
import { createMetricsServer } from './http/create-metrics-server.ts';
import { createServer } from './http/create-server.ts';
import type { HttpOptions, LoadOptions } from './http/options.ts';
import { overloadReasons, WAITERS_MIN } from './platform/load-watch.ts';
import { failureOfBreach, failureOfRequest } from './modules/incidents/index.ts';
import type { Modules } from './modules/modules.ts';
import { createSessionCookie } from './modules/sessions/index.ts';
import { ForeseenError } from './problems/foreseen-error.ts';
import { versions, type Version } from './platform/versions.ts';
import { createRateLimiter } from './rate-limiter.ts';

/** Handlers that replace the modules' handlers, by document. */
export type Replaced = Readonly<Partial<Record<Version, Readonly<Record<string, AnyHandler>>>>>;

/** Changes the options of an engine. */
export type AlterEngine = (options: EngineOptions) => EngineOptions;

interface Served extends Pick<Modules, 'security' | 'resolvers' | 'site' | 'kept'> {
  readonly v1: HandlersV1;
  readonly v2: HandlersV2;
}

export function composeServer(
  context: AppContext,
  modules: Served,
  { replaced, alter = (options) => options }: { readonly replaced: Replaced; readonly alter?: AlterEngine | undefined },
) {
  const { config, group, logger, metrics, readMetrics, redis, tracer } = context;
  const countTogether = group.role === 'member' ? group.countTogether : undefined;
  const rateLimiter = createRateLimiter(config, { redis, countTogether, log: logger });
  const shared = { ...createEngineOptions(context, modules), rateLimiter };
  const kept = createKeptReads(context, modules);
  const v2 = {
    ...shared,
    version: 'v2' as const,
    kept: kept.v2,
    document: documentV2 as unknown as Document,
    operations: operationsV2,
  };
  const v1 = {
    ...shared,
    version: 'v1' as const,
    kept: kept.v1,
    document: documentV1 as unknown as Document,
    operations: operationsV1,
  };
  return createServer({
    engines: {
      v1: createEngine(alter({ ...v1, handlers: { ...modules.v1, ...replaced.v1 } })),
      v2: createEngine(alter({ ...v2, handlers: { ...modules.v2, ...replaced.v2 } })),
    },
    documents: { v1: documentV1, v2: documentV2 },
    changelog,
    problems: catalogue,
    logger,
    metrics,
    readMetrics,
    tracer,
    settings: config,
    rateLimiter,
    readHealth: healthReader(context, modules),
    onBreach: (breach) => shared.onBreach({ ...breach, at: context.clock.now() }),
    onMeasured: (response) => context.usage.measure({ ...response, at: context.clock.now() }),
    onFailure: failureNotes(context),
    load: loadOptionsOf(context, shared.turns),
  });
}

/** Returns undefined if the process takes every request. */
function loadOptionsOf({ config, database, load, metrics }: AppContext, turns: RowTurns): LoadOptions | undefined {
  if (load === undefined) return undefined;
  for (const reason of overloadReasons) metrics.httpShed.inc({ reason }, 0);
  const logIns = [...operationsV1, ...operationsV2].filter(({ rateClass }) => rateClass === 'auth');
  return {
    reasonToRefuse: (path, isChange) => {
      if (load.isLoopLate()) return 'event_loop';
      if (!isChange) return undefined;
      if (load.isQueueLong(database.queue())) return 'database';
      return turns.isLong(path.split('/')) ? 'row' : undefined;
    },
    first: new Set(logIns.map(({ method, path }) => `${method} ${path}`)),
    isBehindProxy: config.trustedProxies > 0,
  };
}

function rowLoadOf({ config, load, metrics }: AppContext): RowLoad | undefined {
  return (
    load && {
      waitersMin: Math.max(WAITERS_MIN, config.pool.poolMax),
      open: () => load.openRow(),
      onRefusal: () => metrics.httpShed.inc({ reason: 'row' }),
    }
  );
}

/** Creates a server for /metrics and the probes only, for its own port. */
export function composeMetricsServer(context: AppContext, modules: Pick<Modules, 'site'>) {
  const { config, logger, readMetrics } = context;
  const readHealth = healthReader(context, modules);
  const onFailure = failureNotes(context);
  return createMetricsServer({ problems: catalogue, logger, readMetrics, settings: config, readHealth, onFailure });
}

function failureNotes({ incidents }: AppContext): HttpOptions['onFailure'] {
  return (failed) => {
    const failure = failureOfRequest(failed);
    if (failure !== undefined) incidents.note(failure);
  };
}

function healthReader({ clock }: AppContext, { site }: Pick<Modules, 'site'>) {
  return async () => ({ ...(await site.readHealth()), at: clock.now() });
}

function createEngineOptions(context: AppContext, { security, resolvers }: Served) {
  const { config, clock, breaches, database, incidents, keyring, logger, metrics, replica, usage } = context;
  return {
    versions,
    validators: loadValidators(),
    security,
    resolvers,
    cookiePrefix: createSessionCookie(config.publicUrl).prefix,
    db: database.db,
    chooseReplica: replica && createReplicaChoice(replica, config),
    cipher: keyring.cipher(RESPONSE_PURPOSE),
    log: logger,
    onBreach: (breach: ContractBreach) => {
      const { version, operation_id, part } = breach;
      metrics.contractViolations.inc({ operation_id, version, part });
      breaches.note(breach);
      incidents.note(failureOfBreach(breach));
    },
    onUse: usage.note,
    clock,
    timeLimits: config.timeLimits,
    sunsetExtensionMs: config.sunsetExtensionMs,
    turns: new RowTurns({
      creationsMax: Math.max(1, Math.floor(config.pool.poolMax / 3)),
      waitMsMax: config.pool.lockTimeoutMs,
      load: rowLoadOf(context),
    }),
    // Shorter than the database's limit for idle transactions, so that the engine ends the stream and reports why.
    streams: { openMax: Math.max(1, Math.floor(config.pool.poolMax / 4)), stallMs: 30_000, durationMaxMs: 900_000 },
  } satisfies Partial<EngineOptions>;
}

/** Opens the caches of responses, and returns the kept reads of both documents by operationId. */
function createKeptReads({ caches, config }: AppContext, { kept }: Served) {
  const open = (kind: KeptKind, name = `${kind}_responses`): ResponseCache =>
    caches.open<KeptResponse>({
      name,
      ttlMs: config.cache.ttlMs[kind],
      isShared: true,
      bytesOf: memoryOf,
    });
  const byKind = Object.fromEntries(keptKinds.map((kind) => [kind, open(kind)])) as Record<KeptKind, ResponseCache>;
  const timed = open('analytics', 'timed_figures');
  const readsOf = (rules: Readonly<Record<string, KeepingRule>>): Readonly<Record<string, KeptRead>> =>
    Object.fromEntries(
      Object.entries(rules).map(([id, rule]) => [
        id,
        { cache: rule.isTimed === true ? timed : byKind[rule.kind], rule },
      ]),
    );
  return { v1: readsOf(kept.v1), v2: readsOf(kept.v2) };
}

/** @throws ForeseenError if generated/validators.cjs is missing, or was generated from a different contract */
function loadValidators(): Validators {
  const require = createRequire(import.meta.url);
  let validators: Validators;
  try {
    validators = require('../generated/validators.cjs') as Validators;
  } catch (error) {
    throw new ForeseenError('generated/validators.cjs is missing: run `make generate`', { cause: error });
  }
  if (validators.hash !== contractHash([documentV1, documentV2]))
    throw new ForeseenError('generated/validators.cjs belongs to a different contract: run `make generate`');
  return validators;
}
