import { ForeseenError } from '../problems/foreseen-error.ts';
import { readDatabaseIdStatement, type DatabaseIdRow } from './database-id.ts';
import { defaults, type DatabaseSettings, type Db, type Statement } from './database.ts';
import { withConnection } from './single-connection.ts';

// A pooler in transaction mode gives every transaction another connection of its own. What a session sets belongs to a
// connection that the next transaction may not get, and stays behind for other clients. The settings that our
// statements rely on must therefore be those of the role.

type Limits = Pick<DatabaseSettings, 'statementTimeoutMs' | 'lockTimeoutMs'>;

const READ_SETTINGS: Statement = {
  name: 'pooler.read_settings',
  text: `SELECT name, setting, current_user AS role FROM pg_settings WHERE name = ANY($1)`,
};

/**
 * Checks that connections have the settings that a pool without a pooler would set itself.
 * @throws ForeseenError with the statements that give them to the role
 */
export async function assertRoleSettings(db: Db, limits: Limits): Promise<void> {
  const wanted = settingsOf(limits);
  const rows = await db.query<{ name: string; setting: string; role: string }>(READ_SETTINGS, [Object.keys(wanted)]);
  const wrong = rows.filter(({ name, setting }) => wanted[name] !== setting);
  if (wrong.length === 0) return;
  const statements = wrong.map(({ name, role }) => `\n  ALTER ROLE "${role}" SET ${name} = '${wanted[name] ?? ''}';`);
  throw new ForeseenError(
    `the connections of DATABASE_POOLER_URL lack settings: run these statements, and restart the pooler${statements.join('')}`,
  );
}

/**
 * Checks that the pooler leads to the database that the schema was prepared in and that the job queue uses.
 * @param directUrl the URL of that database without the pooler
 * @throws ForeseenError if it leads to another one
 */
export async function assertSameDatabase(pooled: Db, directUrl: string): Promise<void> {
  const [behindPooler] = await pooled.query<DatabaseIdRow>(readDatabaseIdStatement, []);
  const direct = await withConnection(directUrl, (client) => client.query<DatabaseIdRow>(readDatabaseIdStatement.text));
  if (behindPooler?.database_id === direct.rows[0]?.database_id) return;
  throw new ForeseenError(
    'DATABASE_POOLER_URL leads to another database than DATABASE_URL: set both to the same server and database',
  );
}

/** The settings by their names in pg_settings; times in milliseconds. */
function settingsOf({
  statementTimeoutMs = defaults.statementTimeoutMs,
  lockTimeoutMs = defaults.lockTimeoutMs,
}: Limits): Readonly<Record<string, string>> {
  return {
    TimeZone: 'UTC',
    DateStyle: 'ISO, MDY',
    statement_timeout: String(statementTimeoutMs),
    lock_timeout: String(lockTimeoutMs),
    idle_in_transaction_session_timeout: String(defaults.idleInTransactionTimeoutMs),
  };
}
