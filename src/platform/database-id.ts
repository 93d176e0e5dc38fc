import type { Statement } from './database.ts';

/**
 * Reads what a database has in common with its replicas, and with no other database: the identifier that initdb gives
 * to a server's data, and the name of the database there. A pooler may call the database otherwise, but passes this on.
 */
export const readDatabaseIdStatement: Statement = {
  name: 'database_id.read',
  text: `SELECT system_identifier::text || '/' || current_database() AS database_id FROM pg_control_system()`,
};

export interface DatabaseIdRow {
  readonly database_id: string;
}
