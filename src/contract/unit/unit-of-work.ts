import type { Db } from '../../platform/database.ts';
import { claimKey, leaseKey, releaseKey, storeReply, type FinishedReply, type IdempotencyKey } from './idempotency.ts';
import type { ReplyCipher } from '../options.ts';

/** Runs the operation on a database or an open transaction, and answers its checked, finished reply. */
type Work = (db: Db) => Promise<FinishedReply>;

interface WorkOptions {
  readonly db: Db;
  readonly key: IdempotencyKey | undefined;
  readonly isSensitive: boolean;
  readonly cipher: ReplyCipher;
  readonly now: Date;
}

/**
 * The unit of work of an unsafe operation: begin; take the idempotency key and replay what it stands for; work; store
 * the reply; commit. What throws, and a reply of 400 and above, rolls everything back and stores nothing.
 */
export async function inUnit(options: WorkOptions, work: Work): Promise<FinishedReply> {
  const { db, key, cipher } = options;
  try {
    return await db.transaction(async (tx) => {
      const stored = key && (await claimKey(tx, key, cipher));
      if (stored !== undefined) return stored;
      const reply = await work(tx);
      if (reply.status >= 400) throw new RolledBack(reply);
      if (key !== undefined) await storeReply(tx, key, { ...options, reply });
      return reply;
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.reply;
    throw error;
  }
}

/** An operation that manages its own steps (`x-transaction: none`): its key is leased instead of locked. */
export async function outsideUnit(options: WorkOptions, work: Work): Promise<FinishedReply> {
  const { db, key } = options;
  if (key === undefined) return work(db);
  const stored = await leaseKey(db, key, options);
  if (stored !== undefined) return stored;
  let reply: FinishedReply;
  try {
    reply = await work(db);
  } catch (error) {
    await releaseKey(db, key);
    throw error;
  }
  if (reply.status >= 400) await releaseKey(db, key);
  else await storeReply(db, key, { ...options, reply });
  return reply;
}

/** Carries a declared failure out of the transaction that it ends. */
class RolledBack extends Error {
  readonly reply: FinishedReply;

  constructor(reply: FinishedReply) {
    super('rolled back');
    this.reply = reply;
  }
}
