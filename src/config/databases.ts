import type { SettingsReader } from '../platform/settings-reader.ts';

/** The expected form of the URL of a database. */
export const databaseForm = { path: /^\/[^/]+$/, like: 'postgres://user:password@host:5432/database' };
export const databaseProtocols = ['postgres:', 'postgresql:'] as const;

/** Reads the settings of the replica. `url` is undefined if the primary serves all reads. */
export function readReplica(reader: SettingsReader) {
  return Object.freeze({
    url: reader.url('DATABASE_REPLICA_URL', databaseProtocols, databaseForm),
    stalenessSecondsMax: reader.integer('REPLICA_STALENESS_SECONDS_MAX', { min: 0, max: 300, fallback: 5 }),
  });
}

/** Reads the settings of a pooler (PgBouncer) in front of the database. `url` is undefined if there is none. */
export function readPooler(reader: SettingsReader) {
  return Object.freeze({
    url: reader.url('DATABASE_POOLER_URL', databaseProtocols, databaseForm),
    /** False for a pooler that does not keep named statements apart. */
    hasNamedStatements: reader.boolean('DATABASE_POOLER_NAMED_STATEMENTS', true),
  });
}
