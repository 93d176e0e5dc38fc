import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { migrateQueue } from '../../src/queue/queue-schema.ts';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../src/platform/embedded-postgres/embedded-postgres.ts';
import { migrate } from '../../src/platform/migrate.ts';
import { atEnd } from './end.ts';
import { eventually } from './eventually.ts';
import { silentLogger } from './silent-logger.ts';

// One PostgreSQL per checkout, separate from that of `make run`. It contains one migrated template database per state
// of the migrations. Tests use copies of the template.

const root = join(import.meta.dirname, '../..');
const migrations = join(root, 'src/migrations');

export interface ScratchDatabase {
  readonly url: string;
  /** Drops the database, even with open connections. */
  drop(): Promise<void>;
}

interface Server {
  readonly postgres: EmbeddedPostgres;
  readonly admin: pg.Client;
  readonly template: string;
}

let opened: Promise<Server> | undefined;

/**
 * Copies the migrated template. Takes tens of milliseconds.
 * @param source another database, perhaps with options of CREATE DATABASE behind its name
 */
export async function createScratchDatabase(source?: string): Promise<ScratchDatabase> {
  opened ??= open();
  const { postgres, admin, template } = await opened;
  const name = `test_${process.pid}_${randomBytes(4).toString('hex')}`;
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${source ?? template}`);
  return {
    url: postgres.url(name),
    drop: async () => {
      await untilDisconnected(admin, name).catch(() => undefined);
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

/**
 * The connections of a pool close shortly after the pool ends. A connection that is cut off instead raises an unhandled
 * error.
 */
function untilDisconnected(admin: pg.Client, name: string): Promise<void> {
  return eventually(async () => {
    const { rowCount } = await admin.query('SELECT FROM pg_stat_activity WHERE datname = $1', [name]);
    if (rowCount !== 0) throw new Error('still connected');
  }, 2000);
}

/**
 * Creates a migrated database that is filled once and kept until the migrations change. A test that changes the data
 * must copy the database. `prefix` is its name and must change with its content; older versions are dropped.
 */
export async function keepDatabase(
  prefix: string,
  fill: (url: string) => Promise<void>,
): Promise<{ readonly url: string }> {
  opened ??= open();
  const { postgres, admin, template } = await opened;
  const name = `${prefix}_${template}`;
  const kind = prefix.replace(/_.*/, '');
  await admin.query('SELECT pg_advisory_lock(hashtext($1))', [kind]);
  const { rows } = await admin.query<{ datname: string }>('SELECT datname FROM pg_database WHERE datname ^@ $1', [
    kind,
  ]);
  if (!rows.some(({ datname }) => datname === name)) {
    for (const { datname } of rows) await admin.query(`DROP DATABASE ${datname} WITH (FORCE)`);
    await admin.query(`CREATE DATABASE ${name}_new TEMPLATE ${template}`);
    await fill(postgres.url(`${name}_new`));
    await admin.query(`ALTER DATABASE ${name}_new RENAME TO ${name}`);
  }
  await admin.query('SELECT pg_advisory_unlock(hashtext($1))', [kind]);
  return { url: postgres.url(name) };
}

/** Keeps the server running while the test runner runs. */
export async function holdServer(): Promise<void> {
  opened ??= open();
  await opened;
}

async function open(): Promise<Server> {
  const postgres = await startEmbeddedPostgres({ dataDir: join(root, '.data/test') });
  const admin = new pg.Client({ connectionString: postgres.url('postgres') });
  await admin.connect();
  atEnd(async () => {
    await admin.end();
    await postgres.stop();
  });
  const template = `template_${await hashMigrations()}`;
  // One process creates the template while the others wait. Copying needs a template without connections.
  await admin.query("SELECT pg_advisory_lock(hashtext('template'))");
  await sweep(admin, template);
  const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [template]);
  if (rowCount === 0) await makeTemplate({ postgres, admin, template });
  await admin.query("SELECT pg_advisory_unlock(hashtext('template'))");
  return { postgres, admin, template };
}

async function makeTemplate({ postgres, admin, template }: Server): Promise<void> {
  // Test data need not survive a power failure, and most tests would otherwise wait for the disk.
  await admin.query('ALTER SYSTEM SET fsync = off');
  await admin.query('SELECT pg_reload_conf()');
  await admin.query(`CREATE DATABASE ${template}_new`);
  await migrate(postgres.url(`${template}_new`));
  await migrateQueue(postgres.url(`${template}_new`), silentLogger);
  await admin.query(`ALTER DATABASE ${template}_new RENAME TO ${template}`);
}

/** Drops databases of killed processes and earlier migrations. */
async function sweep(admin: pg.Client, template: string): Promise<void> {
  const { rows } = await admin.query<{ datname: string }>(
    `SELECT datname FROM pg_database WHERE datname ~ '^(test|template)_[0-9a-f]' AND datname <> $1
      AND NOT EXISTS (SELECT FROM pg_stat_activity WHERE pg_stat_activity.datname = pg_database.datname)`,
    [template],
  );
  for (const { datname } of rows) {
    const pid = /^test_(\d+)_/.exec(datname)?.[1];
    if (pid === undefined || !isAlive(Number(pid))) await admin.query(`DROP DATABASE IF EXISTS ${datname}`);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function hashMigrations(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of (await readdir(migrations)).sort())
    hash.update(file).update(await readFile(join(migrations, file)));
  return hash.digest('hex').slice(0, 12);
}
