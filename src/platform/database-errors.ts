import pg from 'pg';
import { AppError } from '../problems/app-error.ts';

/** read_only_sql_transaction */
const READ_ONLY = '25006';

// Distinguishes failures of the database from failures of a request. SQLSTATE classes: PostgreSQL, appendix A.
const unavailableStates = new Set([
  READ_ONLY, // a replica responds while another server is being promoted
  '53000', // insufficient_resources
  '53100', // disk_full
  '53200', // out_of_memory
  '53300', // too_many_connections
  '55P03', // lock_not_available: lock_timeout
  '57014', // query_canceled: statement_timeout, or a request past its deadline
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now: starting up, or shutting down
  '57P05', // idle_session_timeout
]);
const retryableStates = new Set(['40001', '40P01']);
const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
// Messages of pg without a code, when its socket is closed.
const brokenConnection =
  /Connection terminated|connection error and is not queryable|Client was closed|timeout expired|timeout exceeded when trying to connect/;

interface ConstraintViolation {
  readonly kind: 'unique' | 'foreign_key' | 'check' | 'not_null' | 'exclusion';
  /** The name of the constraint; for not_null, of the column. */
  readonly name: string;
  readonly table: string | undefined;
}

const constraintKinds: Readonly<Record<string, ConstraintViolation['kind']>> = {
  '23502': 'not_null',
  '23503': 'foreign_key',
  '23505': 'unique',
  '23514': 'check',
  '23P01': 'exclusion',
};

/**
 * Returns the constraint that refused a statement, for a module's table from constraint names to problem codes;
 * undefined for every other error.
 */
export function constraintOf(error: unknown): ConstraintViolation | undefined {
  if (!(error instanceof pg.DatabaseError) || error.code === undefined) return undefined;
  const kind = constraintKinds[error.code];
  const name = kind === 'not_null' ? error.column : error.constraint;
  return kind === undefined || name === undefined ? undefined : { kind, name, table: error.table };
}

/** True if the same transaction may succeed on a retry: serialization failures and deadlocks. */
export function isRetryable(error: unknown): boolean {
  const state = stateOf(error instanceof AppError ? error.cause : error);
  return state !== undefined && retryableStates.has(state);
}

/** True if the server takes no writes: a failover may have led the connection to a replica. */
export function isReadOnlyServer(error: unknown): boolean {
  return stateOf(error) === READ_ONLY;
}

/** True if a statement has reached lock_timeout. */
export function isLockTimeout(error: unknown): error is Error {
  return stateOf(error instanceof AppError ? error.cause : error) === '55P03';
}

/** True if the connection failed, not the statement. */
export function isConnectionFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.some(isConnectionFailure);
  // Errors of HTTP clients have numbers as codes.
  const { code } = error as { readonly code?: unknown };
  if (typeof code === 'string' && (networkCodes.has(code) || code.startsWith('08'))) return true;
  return brokenConnection.test(error.message);
}

/** True if the database, or what else was used, does not serve at the moment: the same may succeed later. */
export function isUnavailable(error: unknown): boolean {
  return error instanceof AppError && error.status === 503;
}

/** Returns the error for a database that cannot serve at the moment: 503 with Retry-After of a second. */
export function serviceUnavailable(cause: unknown): AppError {
  return new AppError('service_unavailable', 503, {}, { cause, headers: { 'retry-after': '1' } });
}

/**
 * Converts an error of pg to an AppError: the database is unavailable (503), the transaction lost a conflict (503, may
 * be retried), a value is out of a column's range (409). Any other error, such as a constraint violation or a bug, is
 * returned unchanged.
 */
export function translateDatabaseError(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const state = stateOf(error);
  if (state !== undefined) {
    if (unavailableStates.has(state) || state.startsWith('08') || retryableStates.has(state)) {
      return serviceUnavailable(error);
    }
    if (state.startsWith('22')) return new AppError('value_out_of_range', 409, {}, { cause: error });
    return error;
  }
  return isConnectionFailure(error) ? serviceUnavailable(error) : error;
}

function stateOf(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined;
}
