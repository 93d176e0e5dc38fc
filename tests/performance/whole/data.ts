import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../../src/platform/embedded-postgres/embedded-postgres.ts';
import { migrate } from '../../../src/platform/migrate.ts';
import { migrateQueue } from '../../../src/queue/queue-schema.ts';
import type { ScratchDatabase } from '../../support/database.ts';
import { copyScaleDatabase, scaleDatabase } from '../../support/scale/database.ts';
import { seedAtScale, seedText } from '../../support/scale/seed.ts';
import { silentLogger } from '../../support/silent-logger.ts';

// The benchmark has a PostgreSQL of its own: that of the tests runs with fsync off, which would hide what a write costs.

const root = join(import.meta.dirname, '../../..');
const migrations = join(root, 'src/migrations');

export interface BenchPostgres {
  /** Creates a copy of the database at scale and returns its URL. */
  copy(name: string): Promise<string>;
  /** Process id of the postmaster, whose children are all other processes of PostgreSQL. */
  readonly postmaster: number;
  readonly version: string;
  /** Drops the copies and stops the server. */
  stop(): Promise<void>;
}

export async function startBenchPostgres(): Promise<BenchPostgres> {
  const server = await startEmbeddedPostgres({ dataDir: join(root, '.data/bench') });
  const admin = new pg.Client({ connectionString: server.url('postgres') });
  await admin.connect();
  const template = `scale_${hashOfData()}`;
  await dropOthers(admin, template);
  const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [template]);
  if (rowCount === 0) await createTemplate(admin, template, (name) => server.url(name));
  const copies: string[] = [];
  return {
    copy: async (name) => {
      const copy = `bench_${name}`;
      await admin.query(`CREATE DATABASE ${copy} TEMPLATE ${template} STRATEGY file_copy`);
      copies.push(copy);
      return server.url(copy);
    },
    ...(await describe(admin)),
    stop: async () => {
      for (const copy of copies) await admin.query(`DROP DATABASE ${copy} WITH (FORCE)`);
      await admin.end();
      await server.stop();
    },
  };
}

/** Its PostgreSQL is that of the tests, which has the same data and fsync off. */
export async function openTestPostgres(): Promise<BenchPostgres> {
  const copies: ScratchDatabase[] = [];
  const { url } = await scaleDatabase();
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  const described = await describe(admin);
  // CREATE DATABASE needs a template without connections.
  await admin.end();
  return {
    copy: async () => {
      const copy = await copyScaleDatabase();
      copies.push(copy);
      return copy.url;
    },
    ...described,
    stop: async () => {
      for (const copy of copies) await copy.drop();
    },
  };
}

async function describe(client: pg.Client): Promise<Pick<BenchPostgres, 'postmaster' | 'version'>> {
  const { rows } = await client.query<{ file: string; version: string }>(
    "SELECT pg_read_file('postmaster.pid') AS file, current_setting('server_version') AS version",
  );
  return { postmaster: Number(rows[0]?.file.split('\n')[0]), version: rows[0]?.version ?? '' };
}

async function createTemplate(admin: pg.Client, template: string, urlOf: (name: string) => string): Promise<void> {
  console.log('creating the database at scale (once; about a minute)');
  const unfinished = `${template}_new`;
  await admin.query(`CREATE DATABASE ${unfinished}`);
  await migrate(urlOf(unfinished));
  await migrateQueue(urlOf(unfinished), silentLogger);
  await seedAtScale(urlOf(unfinished));
  await admin.query(`ALTER DATABASE ${unfinished} RENAME TO ${template}`);
}

/** Drops what earlier runs and earlier migrations left. */
async function dropOthers(admin: pg.Client, template: string): Promise<void> {
  const { rows } = await admin.query<{ datname: string }>(
    "SELECT datname FROM pg_database WHERE datname ~ '^(bench|scale)_' AND datname <> $1",
    [template],
  );
  for (const { datname } of rows) await admin.query(`DROP DATABASE ${datname} WITH (FORCE)`);
}

function hashOfData(): string {
  const hash = createHash('sha256').update(seedText);
  for (const file of readdirSync(migrations).sort()) hash.update(file).update(readFileSync(join(migrations, file)));
  return hash.digest('hex').slice(0, 12);
}
