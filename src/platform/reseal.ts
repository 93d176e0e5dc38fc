import type { Keyring } from './crypto.ts';
import type { Db } from './database.ts';

/** A value that is encrypted at rest. */
export interface SealedValue {
  /** Identifies the value. Its parts are in the order in which `list` returns the values. */
  readonly key: readonly string[];
  readonly sealed: Buffer;
  /** What the value belongs to, as it was given to Cipher.seal(). */
  readonly context: string;
}

/** All values of one purpose in one place. */
export interface SealedValues {
  /** For the report: `second factors`. */
  readonly name: string;
  /** The purpose that selects the keyring's cipher. */
  readonly purpose: string;
  /** Returns the values after a key, in the order of their keys; the first ones without a key. */
  list(db: Db, after: readonly string[] | undefined, limit: number): Promise<readonly SealedValue[]>;
  /** Replaces a value if it still is what was read; returns false if it is not. */
  replace(db: Db, value: SealedValue, sealed: Buffer): Promise<boolean>;
}

export interface ResealCounts {
  /** Encrypted with the current key now. */
  readonly resealed: number;
  /** Encrypted with the current key before. */
  readonly current: number;
  /** Replaced or deleted meanwhile by a running process, which encrypts with its own current key. */
  readonly changed: number;
  /** Not encrypted with any key of the keyring. They are left as they are. */
  readonly unreadable: number;
}

const BATCH_SIZE = 500;

/**
 * Encrypts values with the current key of the keyring, in batches with a transaction each. Values with the current key
 * are skipped, so that a run which ended early can be repeated.
 * @param onBatch called after each batch with the counts so far
 */
export async function reseal(
  db: Db,
  keyring: Pick<Keyring, 'cipher'>,
  values: SealedValues,
  {
    batchSize = BATCH_SIZE,
    onBatch,
  }: { readonly batchSize?: number; readonly onBatch?: (counts: ResealCounts) => void } = {},
): Promise<ResealCounts> {
  const cipher = keyring.cipher(values.purpose);
  const counts = { resealed: 0, current: 0, changed: 0, unreadable: 0 };
  let after: readonly string[] | undefined;
  for (;;) {
    const batch = await values.list(db, after, batchSize);
    if (batch.length === 0) return counts;
    await db.transaction(async (tx) => {
      for (const value of batch) {
        if (cipher.isCurrent(value.sealed)) counts.current++;
        else counts[await resealOne(tx, value)]++;
      }
    });
    onBatch?.({ ...counts });
    after = batch.at(-1)?.key;
  }

  async function resealOne(tx: Db, value: SealedValue): Promise<'resealed' | 'changed' | 'unreadable'> {
    let plain: Buffer;
    try {
      plain = cipher.open(value.sealed, value.context);
    } catch {
      return 'unreadable';
    }
    return (await values.replace(tx, value, cipher.seal(plain, value.context))) ? 'resealed' : 'changed';
  }
}
