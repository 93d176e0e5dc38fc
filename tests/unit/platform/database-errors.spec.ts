import { expect } from 'chai';
import pg from 'pg';
import {
  constraintOf,
  isConnectionFailure,
  isLockTimeout,
  isRetryable,
  serviceUnavailable,
  translateDatabaseError,
} from '../../../src/platform/database-errors.ts';
import { AppError } from '../../../src/problems/app-error.ts';

function databaseError(code: string, more: Partial<pg.DatabaseError> = {}): pg.DatabaseError {
  return Object.assign(new pg.DatabaseError(`state ${code}`, 0, 'error'), { code, ...more });
}

function networkError(code: string): Error {
  return Object.assign(new Error(`connect ${code}`), { code });
}

/** PostgreSQL, appendix A: the server cannot serve now, whatever it was asked. */
const unavailable: Readonly<Record<string, string>> = {
  '08000': 'connection_exception',
  '08006': 'connection_failure',
  '08P01': 'protocol_violation',
  '25006': 'read_only_sql_transaction',
  '40001': 'serialization_failure',
  '40P01': 'deadlock_detected',
  '53000': 'insufficient_resources',
  '53100': 'disk_full',
  '53200': 'out_of_memory',
  '53300': 'too_many_connections',
  '55P03': 'lock_not_available',
  '57014': 'query_canceled',
  '57P01': 'admin_shutdown',
  '57P02': 'crash_shutdown',
  '57P03': 'cannot_connect_now',
  '57P05': 'idle_session_timeout',
};
const retryable = ['40001', '40P01'];
const networkCodes = [
  ...['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH'],
  ...['ENOTFOUND', 'EAI_AGAIN'],
];
/** What pg and its pool say without a code. */
const brokenConnections = [
  'Connection terminated',
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
  'timeout expired',
  'timeout exceeded when trying to connect',
];
/** Faults of a statement, which would be the same at the next attempt. */
const others = ['23505', '42P01', '42601', '0A000', '25P02', 'XX000'];

describe('an error of the database', () => {
  for (const [state, name] of Object.entries(unavailable)) {
    it(`${state} ${name} is 503, to be tried again after a second`, () => {
      const cause = databaseError(state);
      const error = translateDatabaseError(cause);
      if (!(error instanceof AppError)) throw new Error('it was not translated', { cause });
      const { code, status, headers } = error;
      expect({ code, status, headers }).to.deep.equal({
        ...{ code: 'service_unavailable', status: 503 },
        headers: { 'retry-after': '1' },
      });
      expect(error.cause).to.equal(cause);
    });
  }

  for (const failure of [...networkCodes.map(networkError), ...brokenConnections.map((text) => new Error(text))]) {
    it(`of the connection, ${failure.message}, is 503`, () => {
      expect(isConnectionFailure(failure)).to.equal(true);
      expect(isConnectionFailure(new AggregateError([new Error('other'), failure]))).to.equal(true);
      expect(translateDatabaseError(failure)).to.include({ code: 'service_unavailable', status: 503 });
    });
  }

  for (const state of ['22001', '22003', '22P02']) {
    it(`${state} of a value that no column holds is 409`, () => {
      expect(translateDatabaseError(databaseError(state))).to.include({ code: 'value_out_of_range', status: 409 });
    });
  }

  for (const error of [...others.map((state) => databaseError(state)), networkError('EACCES'), new Error('a bug')]) {
    it(`${error.message} stays as it is`, () => {
      expect(translateDatabaseError(error)).to.equal(error);
      expect(isConnectionFailure(error)).to.equal(false);
    });
  }

  it('is retryable where the transaction has lost a conflict, and a lock timeout where it has waited in vain', () => {
    const states = Object.keys(unavailable);
    const forms = (state: string): unknown[] => [databaseError(state), serviceUnavailable(databaseError(state))];
    expect(states.filter((state) => forms(state).every(isRetryable))).to.have.members(retryable);
    expect(states.filter((state) => forms(state).some(isRetryable))).to.have.members(retryable);
    expect(states.filter((state) => forms(state).every(isLockTimeout))).to.deep.equal(['55P03']);
    expect(states.filter((state) => forms(state).some(isLockTimeout))).to.deep.equal(['55P03']);
  });

  const kinds = {
    '23502': 'not_null',
    '23503': 'foreign_key',
    '23505': 'unique',
    '23514': 'check',
    '23P01': 'exclusion',
  };
  for (const [state, kind] of Object.entries(kinds)) {
    it(`${state} names what refused, of the kind ${kind}`, () => {
      const named = databaseError(state, { constraint: 'tasks_key', column: 'title', table: 'tasks' });
      const name = kind === 'not_null' ? 'title' : 'tasks_key';
      expect(constraintOf(named)).to.deep.equal({ kind, name, table: 'tasks' });
      expect(constraintOf(databaseError(state))).to.equal(undefined);
    });
  }

  it('of another kind names no constraint', () => {
    for (const error of [databaseError('22001', { constraint: 'tasks_key' }), networkError('23505'), undefined])
      expect(constraintOf(error)).to.equal(undefined);
  });
});
