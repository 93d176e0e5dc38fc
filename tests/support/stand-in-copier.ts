// Stands in for pg_dump and pg_restore, which npm does not have, where a test is about the commands that run them:
// `node stand-in-copier.ts dump|restore --dbname=… FILE`. The real programs run in tests/production.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { migrate } from '../../src/platform/migrate.ts';
import { migrateQueue } from '../../src/queue/queue-schema.ts';
import { silentLogger } from './silent-logger.ts';

interface Table {
  readonly name: string;
  /** Its columns, without generated ones. */
  readonly columns: string;
}

const TABLES = `SELECT format('%I.%I', nspname, relname) AS name, string_agg(quote_ident(attname), ', ') AS columns
  FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace JOIN pg_attribute ON attrelid = pg_class.oid
  WHERE relkind = 'r' AND nspname NOT IN ('pg_catalog', 'information_schema')
    AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
  GROUP BY 1 ORDER BY 1`;

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: { dbname: { type: 'string' }, file: { type: 'string' }, snapshot: { type: 'string' } },
});
const [action, file = String(values.file)] = positionals;
const url = String(values.dbname);
// As libpq does: the password is not among the arguments, which every user of the machine can read.
const secret = process.env['PGPASSWORD'] ?? '';
if (secret !== '' && process.argv.some((argument) => argument.includes(secret)))
  throw new Error('the password is among the arguments');
const client = new pg.Client({ connectionString: url, password: secret });
await client.connect();
if (action === 'dump') await dump();
else await restore();
await client.end();

async function dump(): Promise<void> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
  await client.query(`SET TRANSACTION SNAPSHOT '${String(values.snapshot)}'`);
  const rows: Record<string, string> = {};
  for (const { name } of await listTables()) {
    process.stderr.write(`pg_dump: dumping contents of table "${name}"\n`);
    const { rows: found } = await client.query<{ json: string }>(
      `SELECT coalesce(json_agg(one), '[]')::text AS json FROM ${name} AS one`,
    );
    rows[name] = found[0]!.json;
  }
  writeFileSync(file, JSON.stringify(rows));
}

async function restore(): Promise<void> {
  const rows = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  const address = new URL(url);
  address.password = secret;
  await migrate(address.href);
  await migrateQueue(address.href, silentLogger);
  await client.query('BEGIN; SET LOCAL session_replication_role = replica');
  for (const { name, columns } of await listTables()) {
    process.stderr.write(`pg_restore: processing data for table "${name}"\n`);
    await client.query(`DELETE FROM ${name}`);
    await client.query(
      `INSERT INTO ${name} (${columns}) OVERRIDING SYSTEM VALUE
        SELECT ${columns} FROM json_populate_recordset(NULL::${name}, $1)`,
      [rows[name]],
    );
  }
  await client.query('COMMIT');
}

async function listTables(): Promise<readonly Table[]> {
  return (await client.query<Table>(TABLES)).rows;
}
