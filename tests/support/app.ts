import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { paths as PathsV1 } from '../../generated/v1/types.ts';
import { createHttpClient, type HttpClient } from '../../src/client/http-client.ts';
import { createApp, type AppOptions } from '../../src/app.ts';
import { loadConfig } from '../../src/config.ts';
import { createTestClock, type TestClock } from './clock.ts';
import { checkedFetch } from './contract/checked-fetch.ts';
import { createScratchDatabase } from './database.ts';
import { atEnd } from './end.ts';
import { verifyCaches, type Verification } from './verified-caches.ts';
import { createMailbox, type Mailbox } from './mailbox.ts';

/** A server that runs in this process, with its own database. */
export interface TestApp {
  /** `http://127.0.0.1:41234` */
  readonly url: string;
  readonly clock: TestClock;
  readonly mail: Mailbox;
  readonly databaseUrl: string;
  /** Clients without credentials. Every response is compared with the document. */
  readonly v1: HttpClient<PathsV1>;
  readonly v2: HttpClient;
  /** Queries the database directly, for effects that no response shows. */
  readonly query: <Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]) => Promise<Row[]>;
  readonly stop: () => Promise<void>;
}

export interface TestAppOptions {
  /** Environment variables that override those of a test server. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly app?: Omit<AppOptions, 'clock'>;
  /** False if what is kept must not be read again for comparison, because the test counts statements or hits. */
  readonly isVerified?: boolean;
}

/** Rate limits that no test reaches by accident. A test of rate limits sets its own. */
const unlimited = {
  RATE_LIMIT_ADDRESS: '1000000',
  RATE_LIMIT_PAGES: '1000000',
  RATE_LIMIT_DOCUMENTS: '1000000',
  RATE_LIMIT_AUTH: '1000000',
  RATE_LIMIT_PUBLIC: '1000000',
  RATE_LIMIT_READ: '1000000',
  RATE_LIMIT_WRITE: '1000000',
  RATE_LIMIT_BULK: '1000000',
  RATE_LIMIT_INGEST: '1000000',
  RATE_LIMIT_HEAVY: '1000000',
};

/** Starts a separate server, which the caller must stop. Most tests use the shared server of `useApp`. */
export async function startApp({
  settings = {},
  app: options = {},
  isVerified = true,
}: TestAppOptions = {}): Promise<TestApp> {
  const database = await createScratchDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'architect-test-'));
  const clock = createTestClock();
  const config = configOf({ DATA_DIR: dataDir, DATABASE_URL: database.url, ...settings });
  const verification = verifyCaches();
  const app = await createApp(config, { ...(isVerified ? verifiedBy(verification, options) : options), clock });
  const { port } = await app.start().catch(async (error: unknown) => {
    // Open connections would keep the test process alive.
    await app.stop();
    throw error;
  });
  const url = `http://127.0.0.1:${port}`;
  const pool = new pg.Pool({ connectionString: database.url, max: 2 });
  // A test that stops the database also ends these connections. Without a listener the error would end the process.
  pool.on('error', () => undefined);
  return {
    url,
    clock,
    mail: createMailbox(join(dataDir, 'mail')),
    databaseUrl: database.url,
    v1: createHttpClient<PathsV1>({ baseUrl: url, fetch: checkedFetch }),
    v2: createHttpClient({ baseUrl: url, fetch: checkedFetch }),
    query: async <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) => {
      const { rows } = await pool.query<Row>(text, [...values]);
      // The server is not told of changes that it does not make.
      if (!/^\s*SELECT\b/i.test(text)) verification.forget();
      return rows;
    },
    stop: async () => {
      await app.stop();
      await pool.end();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function configOf(settings: Readonly<Record<string, string>>) {
  const common = { NODE_ENV: 'test', HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'fatal', POOL_MAX: '10' };
  // The tests' own work is in the same event loop.
  const taking = { LOAD_SHEDDING_ENABLED: 'false' };
  return loadConfig({ ...common, ...taking, ...unlimited, ...settings });
}

function verifiedBy({ alterCaches, alterEngine }: Verification, options: Omit<AppOptions, 'clock'>): AppOptions {
  return { ...options, caches: alterCaches, engine: (plain) => alterEngine(options.engine?.(plain) ?? plain) };
}

let shared: Promise<TestApp> | undefined;

/** Other tests of the process run with the same clock. */
function refuseToMove(): never {
  throw new Error('the clock of the shared server must not move: use useApp({}), which starts a server of its own');
}

function startShared(): Promise<TestApp> {
  shared ??= startApp().then((app) => {
    atEnd(() => app.stop());
    return { ...app, clock: { ...app.clock, advance: refuseToMove, hold: refuseToMove, resetToNoon: refuseToMove } };
  });
  return shared;
}

/**
 * Returns the server for the tests of a `describe`. Without options, all spec files of the process share one server.
 * Each test then uses its own organization, and must not count rows of the whole installation or move the clock. With
 * options (`{}` is enough) the `describe` has its own server, which stops after its tests.
 */
export function useApp(options?: TestAppOptions): TestApp {
  let app: TestApp | undefined;
  before(async function () {
    this.timeout(120_000);
    app = options === undefined ? await startShared() : await startApp(options);
  });
  after(async function () {
    this.timeout(60_000);
    if (options !== undefined) await app?.stop();
  });
  // A proxy, because a `describe` refers to the server before the server runs.
  return new Proxy({} as TestApp, {
    get: (_target, name) => {
      if (app === undefined) throw new Error('the server runs inside of tests and hooks only');
      return app[name as keyof TestApp];
    },
  });
}
