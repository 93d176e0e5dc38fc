import type { Db } from '../../platform/database.ts';
import {
  claimKey,
  leaseKey,
  releaseKey,
  storeResponse,
  type FinishedResponse,
  type IdempotencyKey,
} from './idempotency.ts';
import type { ResponseCipher } from '../options.ts';

/** Runs the operation on a database or an open transaction, and returns its checked and finished response. */
type Work = (db: Db) => Promise<FinishedResponse>;

interface WorkOptions {
  readonly db: Db;
  readonly key: IdempotencyKey | undefined;
  readonly isSensitive: boolean;
  readonly cipher: ResponseCipher;
  readonly now: Date;
}

/**
 * The unit of work of an unsafe operation: begin; lock the idempotency key and return its stored response if there is
 * one; work; store the response; commit. An error, or a response of 400 and above, rolls everything back and stores
 * nothing.
 */
export async function inUnit(options: WorkOptions, work: Work): Promise<FinishedResponse> {
  const { db, key, cipher } = options;
  try {
    return await db.transaction(async (tx) => {
      const stored = key && (await claimKey(tx, key, cipher));
      if (stored !== undefined) return stored;
      const response = await work(tx);
      if (response.status >= 400) throw new RolledBack(response);
      if (key !== undefined) await storeResponse(tx, key, { ...options, response });
      return response;
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.response;
    throw error;
  }
}

/** Runs an operation that manages its own steps (`x-transaction: none`): its key is leased instead of locked. */
export async function outsideUnit(options: WorkOptions, work: Work): Promise<FinishedResponse> {
  const { db, key } = options;
  if (key === undefined) return work(db);
  const stored = await leaseKey(db, key, options);
  if (stored !== undefined) return stored;
  let response: FinishedResponse;
  try {
    response = await work(db);
  } catch (error) {
    await releaseKey(db, key);
    throw error;
  }
  if (response.status >= 400) await releaseKey(db, key);
  else await storeResponse(db, key, { ...options, response });
  return response;
}

/** Carries a declared failure response out of the transaction that it rolls back. */
class RolledBack extends Error {
  readonly response: FinishedResponse;

  constructor(response: FinishedResponse) {
    super('rolled back');
    this.response = response;
  }
}
