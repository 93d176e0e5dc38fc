import type { LongConnection } from '../../platform/long-connection.ts';
import { readHistory } from '../../platform/migration-history.ts';
import type { ChainHead, DatabaseFacts } from './manifest.ts';

// What a backup and the restored database have in common.

/** Partitions are tables of their own, so partitioned tables are not counted. PostgreSQL itself quotes the names. */
const TABLES = `SELECT nspname || '.' || relname AS name,
    format('SELECT count(*)::int8 AS count FROM %I.%I', nspname, relname) AS count_statement
  FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
  WHERE relkind = 'r' AND relpersistence = 'p' AND nspname NOT IN ('pg_catalog', 'information_schema')
  ORDER BY name`;

/** Everything that a user can create in a database, except what extensions bring. */
const OBJECTS = `SELECT nspname || '.' || relname AS name
  FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
  WHERE nspname <> 'information_schema' AND nspname !~ '^pg_'
    AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_class.oid AND deptype = 'e')
  UNION ALL
  SELECT nspname FROM pg_namespace WHERE nspname NOT IN ('public', 'information_schema') AND nspname !~ '^pg_'
  ORDER BY name LIMIT 3`;

const CHAINS = `SELECT organization_id, sequence::int8 AS sequence, encode(hash, 'hex') AS hash
  FROM audit_chains ORDER BY organization_id`;

const SERVER = "SELECT current_setting('server_version_num')::integer / 10000 AS version";

/** Returns the major version of the server. */
export async function readServerVersion(connection: LongConnection): Promise<number> {
  const [row] = await connection.query<{ version: number }>(SERVER);
  return row?.version ?? 0;
}

/** Returns the names of up to three objects of the database; none if it is empty. */
export async function listObjects(connection: LongConnection): Promise<readonly string[]> {
  const objects = await connection.query<{ name: string }>(OBJECTS);
  return objects.map(({ name }) => name);
}

/** Counts every table and reads the heads of the audit chains, in the transaction of `connection` if one is open. */
export async function readFacts(connection: LongConnection): Promise<DatabaseFacts> {
  const tables = await connection.query<{ name: string; count_statement: string }>(TABLES);
  const counts: [string, number][] = [];
  for (const { name, count_statement } of tables) {
    const [row] = await connection.query<{ count: string }>(count_statement);
    counts.push([name, Number(row?.count)]);
  }
  const chains = await connection.query<{ organization_id: string; sequence: string; hash: string }>(CHAINS);
  const history = await readHistory((text) => connection.query(text));
  const migrations = history.map(({ name, checksum }) => ({ name, checksum }));
  const heads: ChainHead[] = chains.map((chain) => ({ ...chain, sequence: Number(chain.sequence) }));
  return { migrations, tables: Object.fromEntries(counts), audit_chains: heads };
}

/** Returns one sentence for each fact that differs. */
export function compareFacts(expected: DatabaseFacts, found: DatabaseFacts): readonly string[] {
  const chainsOf = ({ audit_chains }: DatabaseFacts) =>
    audit_chains.map(
      ({ organization_id, sequence, hash }) => [`audit chain ${organization_id}`, `${sequence} ${hash}`] as const,
    );
  const tablesOf = ({ tables }: DatabaseFacts) =>
    Object.entries(tables).map(([name, rows]) => [`table ${name}`, `${rows} rows`] as const);
  const migrationsOf = ({ migrations }: DatabaseFacts) =>
    migrations.map(({ name, checksum }) => [`migration ${name}`, checksum] as const);
  const mapOf = (facts: DatabaseFacts) => new Map([...tablesOf(facts), ...chainsOf(facts), ...migrationsOf(facts)]);
  const before = mapOf(expected);
  const after = mapOf(found);
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((name) => before.get(name) !== after.get(name))
    .map((name) => `${name}: ${before.get(name) ?? 'absent'} in the backup, ${after.get(name) ?? 'absent'} here`);
}
