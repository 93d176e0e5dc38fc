import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { loadConfig } from '../../../src/config.ts';
import { problemsOf } from '../../support/config-problems.ts';
import { production } from '../../support/production-settings.ts';

interface Documented {
  readonly name: string;
  readonly text: string;
}

/** Read only by the commands that call a server; `DATA_DIR` is set by each test; the terminal decides `LOG_FORMAT`. */
const otherwiseTested = ['ARCHITECT_URL', 'ARCHITECT_API_KEY', 'DATA_DIR', 'LOG_FORMAT'];

const settings: readonly Documented[] = [
  ...readFileSync('docs/settings.md', 'utf8').matchAll(/^\| `(?<name>[A-Z][A-Z_]+)` \| (?<text>[^|]+) \|/gm),
].map(({ groups }) => ({ name: groups!['name']!, text: groups!['text']! }));

/** The settings with a default of their own in an environment, which `docs/settings.md` names in backquotes. */
function defaultsIn(pattern: RegExp): (readonly [name: string, value: string])[] {
  return settings
    .filter(({ name }) => !otherwiseTested.includes(name))
    .flatMap(({ name, text }) => {
      const value = pattern.exec(text)?.[1];
      return value === undefined ? [] : [[name, value.replace('PORT', '8080')] as const];
    });
}

/** The numbers that each setting takes. */
const ranges: Readonly<Record<string, readonly [min: number, max: number]>> = {
  PORT: [0, 65_535],
  METRICS_PORT: [0, 65_535],
  TRUSTED_PROXIES: [0, 10],
  REPLICA_STALENESS_SECONDS_MAX: [0, 300],
  DATABASE_WAIT_MS: [0, 3_600_000],
  MIGRATE_LOCK_TIMEOUT_MS: [10, 600_000],
  MIGRATE_STATEMENT_TIMEOUT_MS: [1000, 86_400_000],
  MIGRATE_WAIT_MS: [0, 86_400_000],
  WORKERS: [1, 32],
  POOL_MAX: [2, 100],
  POOL_READ_CONNECTIONS: [0, 25],
  POOL_QUEUE_MAX: [0, 100_000],
  LOAD_DELAY_MS_MAX: [10, 10_000],
  POOL_ACQUIRE_TIMEOUT_MS: [10, 60_000],
  POOL_IDLE_TIMEOUT_MS: [100, 3_600_000],
  POOL_LOCK_TIMEOUT_MS: [100, 3_600_000],
  POOL_STATEMENT_TIMEOUT_MS: [100, 3_600_000],
  SLOW_QUERY_MS: [0, 3_600_000],
  REQUEST_TIMEOUT_MS: [100, 600_000],
  REQUEST_TIMEOUT_READ_MS: [100, 600_000],
  CACHE_ENTRIES_MAX: [100, 10_000_000],
  CACHE_MEMORY_MAX_MB: [1, 65_536],
  CACHE_USER_TTL_SECONDS: [1, 86_400],
  CACHE_PROJECT_TTL_SECONDS: [1, 86_400],
  CACHE_RESOURCE_TTL_SECONDS: [1, 86_400],
  CACHE_ANALYTICS_TTL_SECONDS: [1, 86_400],
  SUNSET_EXTENSION_DAYS: [0, 3650],
  INCIDENT_ESCALATION_DELAY_MS: [0, 3_600_000],
  INCIDENT_ESCALATION_REPEAT_MS: [60_000, 604_800_000],
  EVENT_RETENTION_DAYS: [1, 400],
  UNVERIFIED_USERS_KEPT_DAYS: [1, 3650],
  OTEL_EXPORTER_OTLP_TIMEOUT: [100, 600_000],
  OTEL_BSP_SCHEDULE_DELAY: [10, 600_000],
  OTEL_BSP_MAX_QUEUE_SIZE: [512, 1_000_000],
  SHUTDOWN_GRACE_MS: [0, 600_000],
  SHUTDOWN_LIMIT_MS: [1000, 3_600_000],
  ...Object.fromEntries(
    settings
      .map(({ name }) => name)
      .filter((name) => name.startsWith('RATE_LIMIT_') && name !== 'RATE_LIMIT_ENABLED')
      .map((name) => [name, [1, 10_000_000]] as const),
  ),
};

describe('the settings of docs/settings.md', () => {
  let dataDir = '';
  before(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'architect-config-'));
  });
  after(() => rmSync(dataDir, { recursive: true }));

  const environments = [
    ['in development', {}, defaultsIn(/^`([^`]+)`/)],
    ['in production', production, defaultsIn(/\bin production `([^`]+)`/)],
    ['in tests', { NODE_ENV: 'test' }, defaultsIn(/\bin tests `([^`]+)`/)],
  ] as const;
  for (const [where, environment, defaults] of environments) {
    for (const [name, value] of defaults) {
      it(`have the default ${name}=${value} ${where}`, () => {
        const base = { ...environment, DATA_DIR: dataDir };
        expect(loadConfig(base)).to.deep.equal(loadConfig({ ...base, [name]: value }));
      });
    }
  }

  it('include all numbers, each with the range that it must be in', () => {
    const numbers = settings
      .map(({ name }) => name)
      .filter((name) =>
        problemsOf({ [name]: '9999999999999', DATA_DIR: dataDir })
          .join()
          .includes('is not a whole number'),
      );
    expect(numbers).to.have.members(Object.keys(ranges));
  });

  for (const [name, [min, max]] of Object.entries(ranges)) {
    it(`take ${min} to ${max} as ${name}, and each number changes a value`, () => {
      const loaded = [min, max].map((value) => loadConfig({ DATA_DIR: dataDir, [name]: String(value) }));
      expect(loaded[0]).not.to.deep.equal(loaded[1]);
      expect(problemsOf({ [name]: String(max + 1) })).to.have.length(1);
      expect(problemsOf({ [name]: String(min - 1) })).to.have.length(1);
    });
  }

  for (const prefix of ['CACHE_', 'RATE_LIMIT_', 'POOL_', 'SHUTDOWN_']) {
    it(`refuse an unknown name that begins with ${prefix}`, () => {
      expect(problemsOf({ [`${prefix}OTHER`]: '1' }).map((problem) => problem.split(':')[0])).to.deep.equal([
        `${prefix}OTHER is not a setting`,
      ]);
    });
  }

  it('let no read take longer than any request', () => {
    expect(loadConfig({ DATA_DIR: dataDir, REQUEST_TIMEOUT_MS: '4000' }).timeLimits).to.deep.equal({
      changeMs: 4000,
      readMs: 4000,
    });
  });

  it('refuse a kept secret that is too short', () => {
    const kept = mkdtempSync(join(tmpdir(), 'architect-config-'));
    writeFileSync(join(kept, 'secret'), 'short');
    try {
      expect(problemsOf({ DATA_DIR: kept }).map((problem) => problem.split(':')[0])).to.deep.equal([
        'SECRET_KEY is shorter than 32 bytes',
      ]);
    } finally {
      rmSync(kept, { recursive: true });
    }
  });
});
