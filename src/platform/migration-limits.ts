export interface MigrationLimits {
  /** How long a migration waits for a lock before it lets the requests pass that wait behind it, and tries again. */
  readonly lockTimeoutMs: number;
  readonly statementTimeoutMs: number;
  /** How long one migration tries again, and how long a process waits for another one that migrates. */
  readonly waitMs: number;
}

export const defaultMigrationLimits: MigrationLimits = {
  // Below the deadlock_timeout of PostgreSQL, 1 s: the migration gives up, never the request that it waits for.
  lockTimeoutMs: 300,
  statementTimeoutMs: 3_600_000,
  waitMs: 600_000,
};
