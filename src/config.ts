import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { defaultQuotas } from './contract/vocabulary.ts';
import { readCache } from './config/cache.ts';
import { databaseForm, databaseProtocols, readPooler, readReplica } from './config/databases.ts';
import { environmentNames, type EnvironmentName } from './config/environment-name.ts';
import { readCommitSetting, readMailFrom, readMetrics, readPublicUrl, readSmtpUrl } from './config/exposure.ts';
import { secretSettings } from './config/secret-settings.ts';
import { readIncidents } from './config/incidents.ts';
import { readLoad } from './config/load.ts';
import { readMigrationLimits } from './config/migrations.ts';
import { readProcesses } from './config/processes.ts';
import { readPreviousSecretKeys, readSecretKey } from './config/secrets.ts';
import { readRetention } from './config/retention.ts';
import { readTracing } from './config/tracing.ts';
import { ForeseenError } from './problems/foreseen-error.ts';
import { readBuildInfo } from './platform/build-info.ts';
import { DAY_MS } from './platform/durations.ts';
import { SettingsReader } from './platform/settings-reader.ts';

/**
 * Requests per minute of each rate class. Beside the classes of `x-rate-limit`: `address`, unauthenticated requests of
 * one address; `pages`, pages, documents and their assets; `documents`, documents reduced to some tags that were not
 * cached.
 */
const quotas = { address: 100, pages: 600, documents: 20, ...defaultQuotas } as const;

type Quotas = Readonly<Record<keyof typeof quotas, number>>;

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** All settings, validated and frozen. */
export type Config = ReturnType<typeof loadConfig>;

/** An invalid configuration. `message` has one line per problem. */
export class ConfigError extends ForeseenError {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(['the configuration is invalid:', ...problems.map((problem) => `  ${problem}`)].join('\n'));
    this.problems = problems;
  }
}

/**
 * Reads the configuration from environment variables. In development and test a missing SECRET_KEY is generated once
 * and kept in DATA_DIR, so that sessions and encrypted values survive restarts.
 * @throws ConfigError naming every invalid variable, with its remedy
 */
export function loadConfig(environment: Readonly<Record<string, string | undefined>> = process.env) {
  const reader = new SettingsReader(environment, secretSettings);
  const config = readConfig(reader);
  if (reader.problems.length > 0) throw new ConfigError(reader.problems);
  /** Ignored variables that are probably mistyped settings. */
  const unknownSettings = reader.unknownNames(clientSettings);
  return Object.freeze({ ...config, unknownSettings, secretFiles: reader.secretFiles() });
}

/** Read only by `loadClientConfig`. */
const clientSettings = ['ARCHITECT_URL', 'ARCHITECT_API_KEY', 'ARCHITECT_API_KEY_FILE'] as const;

/** The configuration of commands that call a server as its clients. */
interface ClientConfig {
  readonly baseUrl: string;
  /** By default the demo organization's key, which `serve` keeps in DATA_DIR; undefined if there is none. */
  readonly apiKey: string | undefined;
}

/** The file in DATA_DIR that holds the demo organization's API key. */
export function demoKeyPath(dataDir: string): string {
  return join(dataDir, 'demo-api-key');
}

/** @throws ConfigError */
export function loadClientConfig(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): ClientConfig {
  const reader = new SettingsReader(environment, secretSettings);
  const port = reader.integer('PORT', { min: 0, max: 65_535, fallback: 8080 });
  const baseUrl = (reader.url('ARCHITECT_URL', ['https:', 'http:']) ?? `http://localhost:${port}`).replace(/\/+$/, '');
  const apiKey = reader.text('ARCHITECT_API_KEY') ?? readDemoKey(resolve(reader.text('DATA_DIR') ?? '.data'));
  if (reader.problems.length > 0) throw new ConfigError(reader.problems);
  return { baseUrl, apiKey };
}

function readDemoKey(dataDir: string): string | undefined {
  try {
    return readFileSync(demoKeyPath(dataDir), 'utf8').trim();
  } catch {
    return undefined;
  }
}

function readConfig(reader: SettingsReader) {
  const env = reader.choice('NODE_ENV', environmentNames, 'development');
  const port = reader.integer('PORT', { min: 0, max: 65_535, fallback: 8080 });
  const dataDir = resolve(reader.text('DATA_DIR') ?? '.data');
  const databaseUrl = readDatabaseUrl(reader, env);
  return Object.freeze({
    env,
    ...readProcesses(reader, env, databaseUrl),
    port,
    host: reader.text('HOST') ?? (env === 'production' ? '0.0.0.0' : '127.0.0.1'),
    /** Without a trailing slash. Links in mails and responses begin with it, never with the Host header. */
    publicUrl: readPublicUrl(reader, env, port),
    databaseUrl,
    replica: readReplica(reader),
    pooler: readPooler(reader),
    /** How long the start waits for a database that does not respond. */
    databaseWaitMs: reader.integer('DATABASE_WAIT_MS', { min: 0, max: 3_600_000, fallback: 30_000 }),
    /** Whether `serve` and `worker` apply pending migrations. Otherwise they refuse to start with pending ones. */
    migrateOnStart: reader.boolean('MIGRATE_ON_START', true),
    migrationLimits: readMigrationLimits(reader),
    dataDir,
    redisUrl: reader.url('REDIS_URL', ['redis:', 'rediss:'], { path: /^(?:\/\d*)?$/, like: 'redis://host:6379/0' }),
    /** undefined if mails are written to dataDir/mail. */
    smtpUrl: readSmtpUrl(reader, env),
    mailFrom: readMailFrom(reader),
    /** At least 32 bytes; keys for single purposes are derived from it. */
    secretKey: readSecretKey(reader, env, dataDir),
    /** Former secret keys, which still decrypt and verify. */
    previousSecretKeys: readPreviousSecretKeys(reader),
    metrics: readMetrics(reader, env, port),
    tracing: readTracing(reader),
    build: readBuildInfo(readCommitSetting(reader)),
    logFormat: reader.choice('LOG_FORMAT', ['json', 'text'] as const, process.stdout.isTTY ? 'text' : 'json'),
    logLevel: reader.choice('LOG_LEVEL', logLevels, env === 'test' ? 'warn' : 'info'),
    /** The number of reverse proxies in front of the server: as many addresses of `proxyHeader` are trusted. */
    trustedProxies: reader.integer('TRUSTED_PROXIES', { min: 0, max: 10, fallback: 0 }),
    proxyHeader: reader.choice('TRUSTED_PROXY_HEADER', ['x-forwarded-for', 'forwarded'] as const, 'x-forwarded-for'),
    rateLimits: readRateLimits(reader),
    timeLimits: readTimeLimits(reader),
    /** Origins whose pages may read responses; with cookies, unless it is `*`. */
    corsOrigins: readCorsOrigins(reader, env),
    sunsetExtensionMs: reader.integer('SUNSET_EXTENSION_DAYS', { min: 0, max: 3650, fallback: 0 }) * DAY_MS,
    ...readRetention(reader),
    incidents: readIncidents(reader),
    load: readLoad(reader),
    cache: readCache(reader),
    shutdown: readShutdown(reader, env),
  });
}

/** @returns undefined for the embedded server below dataDir */
function readDatabaseUrl(reader: SettingsReader, env: EnvironmentName): string | undefined {
  const url = reader.url('DATABASE_URL', databaseProtocols, databaseForm);
  if (url === undefined && env === 'production' && reader.text('DATABASE_URL') === undefined) {
    const remedy = `set it to ${databaseForm.like} of a PostgreSQL 15 or later`;
    reader.refuse('DATABASE_URL', 'is missing, and production does not use the embedded server', remedy);
  }
  return url;
}

function readRateLimits(reader: SettingsReader) {
  const names = Object.keys(quotas) as (keyof Quotas)[];
  const limit = (name: keyof Quotas) =>
    reader.integer(`RATE_LIMIT_${name.toUpperCase()}`, { min: 1, max: 10_000_000, fallback: quotas[name] });
  reader.refuseUnknown('RATE_LIMIT_', [
    'RATE_LIMIT_ENABLED',
    ...names.map((name) => `RATE_LIMIT_${name.toUpperCase()}`),
  ]);
  return Object.freeze({
    enabled: reader.boolean('RATE_LIMIT_ENABLED', true),
    perMinute: Object.freeze(Object.fromEntries(names.map((name) => [name, limit(name)])) as Quotas),
  });
}

function readTimeLimits(reader: SettingsReader) {
  const changeMs = reader.integer('REQUEST_TIMEOUT_MS', { min: 100, max: 600_000, fallback: 30_000 });
  const readMs = reader.integer('REQUEST_TIMEOUT_READ_MS', { min: 100, max: 600_000, fallback: 10_000 });
  return Object.freeze({ changeMs, readMs: Math.min(readMs, changeMs) });
}

function readCorsOrigins(reader: SettingsReader, env: EnvironmentName): readonly string[] | '*' | 'localhost' {
  const text = reader.text('CORS_ORIGINS');
  if (text === undefined) return env === 'production' ? [] : 'localhost';
  if (text === '*') return text;
  if (text === 'none') return [];
  const origins = text.split(',').map((origin) => origin.trim().replace(/\/$/, ''));
  // An origin as browsers send it (RFC 6454, 6.2): in lower case, without the scheme's default port.
  const isOrigin = (origin: string): boolean => {
    const url = /^[a-z][a-z\d+.-]*:\/\/[^/?#@\s*]+$/.test(origin) ? URL.parse(origin) : null;
    return url !== null && (url.origin === 'null' || url.origin === origin);
  };
  if (!origins.every(isOrigin)) {
    const remedy =
      'set it to comma-separated origins like https://app.example.com, to * for clients with API keys, or to none';
    reader.refuse('CORS_ORIGINS', 'contains an invalid origin', remedy);
  }
  return Object.freeze(origins);
}

function readShutdown(reader: SettingsReader, env: EnvironmentName) {
  const known = ['SHUTDOWN_GRACE_MS', 'SHUTDOWN_LIMIT_MS'];
  reader.refuseUnknown('SHUTDOWN_', known);
  const graceFallback = env === 'production' ? 5000 : 0;
  return Object.freeze({
    /** Time between failing readiness and refusing connections, in which load balancers notice the shutdown. */
    graceMs: reader.integer('SHUTDOWN_GRACE_MS', { min: 0, max: 600_000, fallback: graceFallback }),
    /** Time after the grace for running requests and jobs. Then the process ends even if they are unfinished. */
    limitMs: reader.integer('SHUTDOWN_LIMIT_MS', { min: 1000, max: 3_600_000, fallback: 20_000 }),
  });
}

/** Returns the environment of a program that a command starts: that of this process, changed by `changes`. */
export function programEnvironment(changes: Readonly<Record<string, string>>): Readonly<NodeJS.ProcessEnv> {
  return { ...process.env, ...changes };
}
