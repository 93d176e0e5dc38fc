import { defaultMigrationLimits, type MigrationLimits } from '../platform/migration-limits.ts';
import type { SettingsReader } from '../platform/settings-reader.ts';

export function readMigrationLimits(reader: SettingsReader): MigrationLimits {
  const { lockTimeoutMs, statementTimeoutMs, waitMs } = defaultMigrationLimits;
  const statement = { min: 1000, max: 86_400_000, fallback: statementTimeoutMs };
  return Object.freeze({
    lockTimeoutMs: reader.integer('MIGRATE_LOCK_TIMEOUT_MS', { min: 10, max: 600_000, fallback: lockTimeoutMs }),
    statementTimeoutMs: reader.integer('MIGRATE_STATEMENT_TIMEOUT_MS', statement),
    waitMs: reader.integer('MIGRATE_WAIT_MS', { min: 0, max: 86_400_000, fallback: waitMs }),
  });
}
