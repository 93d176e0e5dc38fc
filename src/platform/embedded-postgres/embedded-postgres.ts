import { createHash, randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { ForeseenError } from '../../problems/foreseen-error.ts';
import { createCluster, findServer, preferredPort, startServer, stopServer, superuser } from './cluster.ts';
import { findPlace } from './place.ts';
import type { Place } from './place.ts';
import { withFileLock } from '../file-lock.ts';

// Creating a data directory takes seconds, and another process may be doing it.
const LOCK_TIMEOUT_MS = 180_000;
const RESTART_DELAY_MS = 200;
const RESTART_DELAY_MAX_MS = 5000;

export interface EmbeddedPostgres {
  readonly port: number;
  /** The data directory: below DATA_DIR, or (as root, if PostgreSQL's account cannot enter it) outside the checkout. */
  readonly cluster: string;
  /** Returns the URL of a database on this server; by default of the product's own database, which exists. */
  url(database?: string): string;
  /** Releases the server. The last process that releases it stops it. Close pools first. */
  stop(): Promise<void>;
}

interface EmbeddedPostgresSettings {
  /** DATA_DIR; the server lives in its folder `postgres`. */
  readonly dataDir: string;
  /** Called when the server is lost, when it is restarted, and when a restart fails. */
  readonly onEvent?: (event: 'lost' | 'restarted' | 'restart_failed', error?: unknown) => void;
}

interface Home {
  readonly folder: string;
  readonly place: Place;
  readonly password: string;
}

/** A running server, and the connection that marks it as in use. */
interface Opened {
  readonly home: Home;
  readonly port: number;
  readonly lease: pg.Client;
}

/** Runs `work` under the lock that lets one process at a time start or stop the server. */
type Locked = <Result>(work: () => Promise<Result>) => Promise<Result>;

const product = 'architect';

/**
 * Provides PostgreSQL from the binaries on npm: creates the data directory once, starts the server or uses the running
 * one (a server survives the kill -9 of our process), and restarts it if it dies while in use.
 *
 * Every process that uses the server keeps one connection to it. The server therefore knows its users even after a
 * crash, and the process that releases it last stops it.
 */
export async function startEmbeddedPostgres(settings: EmbeddedPostgresSettings): Promise<EmbeddedPostgres> {
  await mkdir(join(settings.dataDir, 'postgres'), { recursive: true });
  const folder = await realpath(join(settings.dataDir, 'postgres'));
  // As root, the data belongs to another account: it must be able to enter the folder, but not to list it.
  await chmod(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
  const locked: Locked = (work) => withFileLock(join(folder, 'lock'), LOCK_TIMEOUT_MS, work);

  const opened = await locked(async () => open(folder));
  const { home, port } = opened;
  return {
    port,
    cluster: home.place.cluster,
    url: (database = product) => urlOf(home, port, database),
    stop: holdServer(opened, locked, settings.onEvent),
  };
}

/**
 * Keeps our connection to the server, and restores both if they are lost.
 * @returns a function that releases the server
 */
function holdServer(
  { home, port, lease }: Opened,
  locked: Locked,
  onEvent: EmbeddedPostgresSettings['onEvent'],
): () => Promise<void> {
  let held = lease;
  let isStopping = false;

  async function reconnect(): Promise<pg.Client> {
    const newPort = await ensureServer(home);
    if (newPort === port) return connect(home, port, product);
    throw new ForeseenError(
      `port ${port} was taken, so PostgreSQL now listens on ${newPort}, which our connections do not use: restart this process`,
    );
  }

  async function restart(): Promise<void> {
    onEvent?.('lost');
    for (let pauseMs = RESTART_DELAY_MS; ; pauseMs = Math.min(pauseMs * 2, RESTART_DELAY_MAX_MS)) {
      await delay(pauseMs);
      if (isStopping) return;
      try {
        held = await locked(reconnect);
        watch(held);
        onEvent?.('restarted');
        return;
      } catch (error) {
        onEvent?.('restart_failed', error);
      }
    }
  }

  function watch(connection: pg.Client): void {
    connection.once('end', () => {
      if (!isStopping) void restart();
    });
  }
  watch(lease);

  return async () => {
    if (isStopping) return;
    isStopping = true;
    await locked(async () => {
      const isLast = await isOnlyUser(held);
      await held.end().catch(() => undefined);
      if (isLast) await stopServer(home.place);
    });
  };
}

async function open(folder: string): Promise<Opened> {
  const place = await findPlace(folder);
  const home: Home = { folder, place, password: await ensureCluster(folder, place) };
  const port = await ensureServer(home);
  await ensureDatabase(home, port);
  return { home, port, lease: await connect(home, port, product) };
}

/** Creates the data directory if it is missing. Returns the superuser's password, which only our account can read. */
async function ensureCluster(folder: string, place: Place): Promise<string> {
  const passwordFile = join(folder, 'password');
  const known = await readFile(passwordFile, 'utf8').catch(() => undefined);
  const version = await readFile(join(place.cluster, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version !== undefined && known !== undefined) return known;
  if (version !== undefined) await discardOrphan(folder, place);
  const password = known ?? randomBytes(24).toString('base64url');
  await writeDurably(passwordFile, password);
  await createCluster(place, password);
  return password;
}

/**
 * Removes data outside of a checkout that was emptied: its password is lost with the checkout, so the data is unusable.
 */
async function discardOrphan(folder: string, place: Place): Promise<void> {
  if (place.cluster.startsWith(folder)) {
    throw new ForeseenError(
      `${join(folder, 'password')} is missing: restore it, or remove ${folder} with all its data`,
    );
  }
  if ((await findServer(place.cluster)) !== undefined) await stopServer(place);
  await rm(place.cluster, { recursive: true });
}

/** Starts the server if it is not running. Returns its port. */
async function ensureServer({ folder, place }: Home): Promise<number> {
  const running = await findServer(place.cluster);
  if (running !== undefined) return running.port;
  const portFile = join(folder, 'port');
  const stored = Number(await readFile(portFile, 'utf8').catch(() => ''));
  const preferred = preferredPort(createHash('sha256').update(folder).digest('hex'));
  const port = await startServer(place, stored > 0 ? stored : preferred);
  if (port !== stored) await writeDurably(portFile, String(port));
  return port;
}

async function ensureDatabase(home: Home, port: number): Promise<void> {
  const client = await connect(home, port, 'postgres');
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [product]);
    if (rowCount === 0) await client.query(`CREATE DATABASE architect`);
  } finally {
    await client.end();
  }
}

async function connect(home: Home, port: number, database: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: urlOf(home, port, database),
    application_name: 'architect embedded',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  // The 'end' event that follows is handled. Without a listener the error would end the process.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/**
 * Returns whether no other client is connected. Waits up to a second for backends of connections that have just been
 * closed.
 */
async function isOnlyUser(connection: pg.Client): Promise<boolean> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const { rows } = await connection
      .query<{ others: string }>(
        `SELECT count(*) AS others FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
      )
      .catch(() => ({ rows: [] }));
    if (rows[0] === undefined) return false;
    if (rows[0].others === '0') return true;
    await delay(50);
  }
  return false;
}

function urlOf({ password }: Home, port: number, database: string): string {
  return `postgres://${superuser}:${encodeURIComponent(password)}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
}

async function writeDurably(path: string, text: string): Promise<void> {
  await writeFile(`${path}.new`, text, { mode: 0o600, flush: true });
  await rename(`${path}.new`, path);
}
