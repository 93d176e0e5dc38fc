// What serves requests: the engines of both documents with their handlers, behind the HTTP surface. Only app.ts knows it.
import { createRequire } from 'node:module';
import type { Redis } from 'ioredis';
import type { Document } from 'openapi-backend';
import { catalogue } from '../generated/problems.ts';
import type { Handlers as HandlersV1 } from '../generated/v1/handlers.ts';
import documentV1 from '../generated/v1/openapi.json' with { type: 'json' };
import { operations as operationsV1 } from '../generated/v1/operations.ts';
import type { ContractHandlers, Handlers as HandlersV2, HealthHandlers } from '../generated/v2/handlers.ts';
import documentV2 from '../generated/v2/openapi.json' with { type: 'json' };
import { operations as operationsV2 } from '../generated/v2/operations.ts';
import packageJson from '../package.json' with { type: 'json' };
import type { Config } from './config.ts';
import { contractHash } from './contract/contract-hash.ts';
import { createEngine } from './contract/engine.ts';
import type { Operation, Validators } from './contract/operation.ts';
import type { AnyHandler, Credential, EngineOptions } from './contract/options.ts';
import { createPager, type Pager } from './contract/controller/pager.ts';
import { RateLimiter } from './contract/access/rate-limits.ts';
import { ForeseenError } from './problems/foreseen-error.ts';
import { type SignallingDb } from './outbox/commit-signal.ts';
import { readOutboxStats } from './outbox/outbox-stats.ts';
import { createServer } from './http/create-server.ts';
import { readJobStats } from './queue/job-stats.ts';
import { createSendMail } from './queue/mail-job.ts';
import { createActivityController } from './modules/activity/activity.controller.ts';
import { createApiKeysController } from './modules/api-keys/api-keys.controller.ts';
import { createApiKeyAuthenticator, createApiKeyUsage } from './modules/api-keys/index.ts';
import { createAuditLogController } from './modules/audit-log/audit-log.controller.ts';
import { createAuthController } from './modules/auth/auth.controller.ts';
import { createAuthV1Controller } from './modules/auth/auth.v1.controller.ts';
import {
  createLogInService,
  createMfaLogIn,
  createMfaService,
  createPasswordChange,
  createPasswordResetService,
  createRegistrationService,
  createSecondFactor,
  createSessionResponse,
  hashFirstPassword,
} from './modules/auth/index.ts';
import { createCommentsController } from './modules/comments/comments.controller.ts';
import { createContractController } from './modules/contract/contract.controller.ts';
import { createContractService, type BreachRecorder } from './modules/contract/index.ts';
import { createHealthController } from './modules/health/health.controller.ts';
import { createProbes } from './modules/health/probes.ts';
import { createImportsController } from './modules/imports/imports.controller.ts';
import { createLabelsController } from './modules/labels/labels.controller.ts';
import { createLabelDeletion } from './modules/labels/index.ts';
import { createMeController } from './modules/me/me.controller.ts';
import { createDeletion } from './modules/me/me.service.ts';
import { createMilestonesController } from './modules/milestones/milestones.controller.ts';
import { createMilestoneDeletion } from './modules/milestones/index.ts';
import { createOnboarding } from './modules/onboarding/onboarding.service.ts';
import { createInvitationService } from './modules/organizations/index.ts';
import { createInvitationsController } from './modules/organizations/invitations/invitations.controller.ts';
import { createMembersController } from './modules/organizations/members/members.controller.ts';
import { createOrganizationsController } from './modules/organizations/organizations.controller.ts';
import { createProjectsController } from './modules/projects/projects.controller.ts';
import { createProjectsV1Controller } from './modules/projects/projects.v1.controller.ts';
import { createProjectDeletion } from './modules/projects/projects.service.ts';
import { createCsrfTokens, createSessionAuthenticator, createSessionCookie } from './modules/sessions/index.ts';
import { createSessionsController } from './modules/sessions/sessions.controller.ts';
import { createSessionsV1Controller } from './modules/sessions/sessions.v1.controller.ts';
import {
  releaseTasksElsewhere,
  takeLabelOffTasks,
  takeTasksOffMilestone,
  unassignSome,
} from './modules/tasks/index.ts';
import { createTaskDependenciesController } from './modules/tasks/dependencies/task-dependencies.controller.ts';
import { createTasksController } from './modules/tasks/tasks.controller.ts';
import { createTasksV1Controller } from './modules/tasks/tasks.v1.controller.ts';
import type { UsageRecorder } from './modules/usage/index.ts';
import { createUserCreation, createUserErasure } from './modules/users/index.ts';
import { createUsersController } from './modules/users/users.controller.ts';
import { createUsersV1Controller } from './modules/users/users.v1.controller.ts';
import { type Clock } from './platform/clock.ts';
import { type Keyring } from './platform/crypto.ts';
import { createCursorCodec } from './platform/cursor.ts';
import { type Database, type Db } from './platform/database.ts';
import { type Logger } from './platform/logger.ts';
import { type Metrics } from './platform/metrics.ts';

/** Everything that is made once and handed around. */
export interface Ground {
  readonly config: Config;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly keyring: Keyring;
  readonly databaseUrl: string;
  readonly database: Database;
  /** The database's `db`, telling of commits. */
  readonly store: SignallingDb;
  /** The same without telling. */
  readonly quietDb: Db;
  /** Shared by all processes where one is configured; what it holds can be lost. */
  readonly redis: Redis | undefined;
  /** Counts which credential uses which operation. */
  readonly usage: UsageRecorder;
  /** Counts responses that would have broken the contract. */
  readonly breaches: BreachRecorder;
  readonly isAccepting: () => boolean;
}

/** Handlers that stand in for the product's, by document. */
export type Replaced = Readonly<Partial<Record<'v1' | 'v2', Readonly<Record<string, AnyHandler>>>>>;

/** Another engine in the place of one. */
export type AlterEngine = (options: EngineOptions) => EngineOptions;

export function composeServer(ground: Ground, replaced: Replaced, alter: AlterEngine = (options) => options) {
  const { config, logger, metrics } = ground;
  const identity = createIdentity(ground);
  const shared = createEngineOptions(ground, identity);
  const v2 = {
    ...shared,
    version: 'v2' as const,
    document: documentV2 as unknown as Document,
    operations: operationsV2,
  };
  const v1 = {
    ...shared,
    version: 'v1' as const,
    document: documentV1 as unknown as Document,
    operations: operationsV1,
  };
  return createServer({
    engines: {
      v1: createEngine(alter({ ...v1, handlers: { ...createHandlersV1(identity), ...replaced.v1 } })),
      v2: createEngine(alter({ ...v2, handlers: { ...createHandlersV2(ground, identity), ...replaced.v2 } })),
    },
    documents: { v1: documentV1, v2: documentV2 },
    problems: catalogue,
    logger,
    metrics,
    settings: config,
  });
}

type Identity = ReturnType<typeof createIdentity>;

/** How callers are known: log-in and registration, and who a credential belongs to. */
function createIdentity({ config, keyring, database: { db } }: Ground) {
  const { publicUrl } = config;
  const csrf = createCsrfTokens(keyring, publicUrl);
  const cookie = createSessionCookie(publicUrl);
  const sendMail = createSendMail(keyring);
  const response = createSessionResponse({ csrf, cookie });
  const secondFactor = createSecondFactor(keyring);
  const isThrottled = config.rateLimits.enabled;
  const openWorkspace = createOnboarding({ publicUrl, sendMail });
  const session = createSessionAuthenticator({ db });
  const apiKey = createApiKeyAuthenticator({ db });
  return {
    cookie,
    logIn: createLogInService({ response, csrf, cookie, isThrottled }),
    completeMfaLogIn: createMfaLogIn({ response, secondFactor, isThrottled }),
    mfa: createMfaService({ response, secondFactor, sendMail, isThrottled }),
    passwordReset: createPasswordResetService({ sendMail, openWorkspace }),
    changePassword: createPasswordChange({ response, sendMail, isThrottled }),
    createInvitation: createInvitationService({ publicUrl, sendMail }),
    registration: createRegistrationService({ publicUrl, sendMail, openWorkspace }),
    createUser: createUserCreation({ publicUrl, sendMail, openWorkspace, hashFirstPassword }),
    eraseUser: createUserErasure({ unassignSome }),
    security: {
      bearerAuth: (credential: Credential) => (credential.token.startsWith('ak_') ? apiKey : session)(credential),
      sessionCookie: session,
      csrfToken: (credential: Credential) => csrf.check(credential),
    },
  };
}

const deleteProject = createProjectDeletion({ releaseTasksElsewhere });

function createHandlersV1({ logIn, registration, createUser, eraseUser }: Identity): HandlersV1 {
  return {
    ...createAuthV1Controller({ logIn, registration }),
    ...createSessionsV1Controller(),
    ...createUsersV1Controller({ createUser, eraseUser }),
    ...createProjectsV1Controller({ deleteProject }),
    ...createTasksV1Controller(),
  };
}

function createHandlersV2(ground: Ground, identity: Identity): HandlersV2 {
  const pager = createPager(createCursorCodec(ground.keyring));
  return {
    ...createHealth(ground),
    ...createAuthController(identity),
    ...createMeController({ pager, mfa: identity.mfa, deleteMe: createDeletion(identity) }),
    ...createApiKeysController({ pager, getUsage: createApiKeyUsage(ground.usage) }),
    ...createSessionsController({ pager }),
    ...createUsersController({ pager, ...identity }),
    ...createOrganizationsController({ pager }),
    ...createMembersController({ pager }),
    ...createInvitationsController({ pager, createInvitation: identity.createInvitation }),
    ...createProjectsController({ pager, deleteProject }),
    ...createLabelsController({ pager, deleteLabel: createLabelDeletion({ takeLabelOffTasks }) }),
    ...createMilestonesController({
      pager,
      deleteMilestone: createMilestoneDeletion({ takeTasksOffMilestone }),
    }),
    ...createTasksController({ pager }),
    ...createTaskDependenciesController({ pager }),
    ...createCommentsController({ pager }),
    ...createActivityController({ pager }),
    ...createAuditLogController({ pager }),
    ...createImportsController({ pager }),
    ...createContract(ground, pager),
  };
}

function createContract({ usage, breaches }: Ground, pager: Pager): ContractHandlers {
  const operations: readonly Operation[] = [...operationsV1, ...operationsV2];
  const deprecated = operations.flatMap(({ version, id: operation_id, method, path, deprecation }) => {
    if (deprecation === undefined) return [];
    const { id, ...successor } = deprecation.successor;
    const dates = {
      deprecated_at: new Date(deprecation.deprecatedAt * 1000).toISOString(),
      sunset_at: new Date(deprecation.sunset).toISOString(),
    };
    return [{ version, operation_id, method, path, ...dates, successor: { operation_id: id, ...successor } }];
  });
  return createContractController({ pager, service: createContractService({ deprecated, usage, breaches }) });
}

function createHealth({ config, database, clock, redis, isAccepting }: Ground): HealthHandlers {
  const probes = createProbes({
    pingDatabase: () => database.ping(),
    pool: () => database.stats(),
    queues: async () => {
      const [jobs, outbox] = await Promise.all([readJobStats(database.db), readOutboxStats(database.db, clock.now())]);
      const backlogs = Object.values(jobs);
      return {
        jobs_ready: backlogs.reduce((total, { depth }) => total + depth, 0),
        jobs_dead: backlogs.reduce((total, { dead }) => total + dead, 0),
        outbox_depth: outbox.depth,
        outbox_lag_seconds: outbox.oldestSeconds,
      };
    },
    pingCache: redis && (() => redis.ping()),
    isMailServerConfigured: config.smtpUrl !== undefined,
  });
  const { version: release } = packageJson;
  return createHealthController({ release, probes, isAccepting, uptimeSeconds: () => process.uptime() });
}

function createEngineOptions(ground: Ground, identity: Identity) {
  const { config, clock, breaches, database, keyring, logger, metrics, usage } = ground;
  return {
    versions: ['v1', 'v2'],
    validators: loadValidators(),
    security: identity.security,
    cookiePrefix: identity.cookie.prefix,
    rateLimiter: createRateLimiter(ground),
    accountOf: emailOf,
    db: database.db,
    cipher: keyring.cipher('responses'),
    log: logger,
    onBreach: (breach) => {
      const { version, operation_id, part } = breach;
      metrics.contractViolations.inc({ operation: `${version}.${operation_id}`, part });
      breaches.note(breach);
    },
    onUse: usage.note,
    clock,
    sunsetExtensionMs: config.sunsetExtensionMs,
    // Shorter than the database lets a transaction idle, so that it is we who say why a stream ended.
    streams: { openMax: Math.max(1, Math.floor(config.pool.poolMax / 4)), stallMs: 30_000, durationMaxMs: 900_000 },
  } satisfies Partial<EngineOptions>;
}

/** @throws ForeseenError where generated/validators.cjs is missing, or was made from another contract */
function loadValidators(): Validators {
  const require = createRequire(import.meta.url);
  let validators: Validators;
  try {
    validators = require('../generated/validators.cjs') as Validators;
  } catch (error) {
    throw new ForeseenError('generated/validators.cjs is missing: run `make generate`', { cause: error });
  }
  if (validators.hash !== contractHash([documentV1, documentV2]))
    throw new ForeseenError('generated/validators.cjs is of another contract: run `make generate`');
  return validators;
}

function createRateLimiter({ config: { rateLimits }, redis, logger: log }: Ground): RateLimiter | undefined {
  if (!rateLimits.enabled) return undefined;
  const quotas = Object.entries(rateLimits.perMinute).map(([name, max]) => [name, { max, windowMs: 60_000 }] as const);
  return new RateLimiter({ classes: Object.fromEntries(quotas), clientsMax: 100_000, redis, log });
}

/** The account that a request to auth is about; the limit of the class counts per account too. */
function emailOf(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('email' in body)) return undefined;
  return typeof body.email === 'string' ? body.email.toLowerCase() : undefined;
}
