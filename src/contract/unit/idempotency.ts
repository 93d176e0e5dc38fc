import { hash } from 'node:crypto';
import { AppError } from '../../problems/app-error.ts';
import type { Db, Statement } from '../../platform/database.ts';
import type { ResponseCipher, ResponseHeaders } from '../options.ts';
import type { RecordBody } from '../response/record-stream.ts';

// Idempotency keys (draft-ietf-httpapi-idempotency-key-header). The response is stored in the transaction of its
// effect, so that neither can exist without the other.

/** A response that is ready to be sent. */
export interface FinishedResponse {
  readonly status: number;
  readonly headers: ResponseHeaders;
  readonly contentType: string | undefined;
  readonly body: string | Buffer | undefined;
  /**
   * Replaces the body if it is produced while it is sent. Only reads have streams, so that a stream is never stored.
   */
  readonly records?: RecordBody;
}

export interface IdempotencyKey {
  /** The user. Deleting the user deletes the stored responses. */
  readonly principal: string;
  /**
   * The session or API key. Keys of different credentials are separate, because another credential of the same user may
   * have fewer rights.
   */
  readonly credential_id: string;
  /** The organization of the request, empty for none. Deleting the organization deletes the stored responses. */
  readonly organization_id: string;
  /** `v2.createTask` */
  readonly operation: string;
  readonly key: string;
  /** SHA-256 of the parts of a request that must be the same in a repetition. */
  readonly fingerprint: Buffer;
}

interface StoredResponse {
  readonly fingerprint: Buffer;
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: Buffer | null;
  readonly is_encrypted: boolean;
  readonly created_at: string;
}

/** Stands for a missing response, if the operation has no transaction that could hold a lock. */
const runningStatus = 0;
/** An operation that runs longer is assumed dead, and its key becomes free again. */
const leaseMs = 10 * 60_000;

const lockStatement: Statement = {
  name: 'idempotency_lock',
  text: 'SELECT pg_try_advisory_xact_lock($1) AS is_locked',
};
const findStatement: Statement = {
  name: 'idempotency_find',
  text: `SELECT fingerprint, status, headers, body, is_encrypted, created_at FROM idempotency_keys
         WHERE principal_id = $1 AND operation = $2 AND key = $3`,
};
const storeStatement: Statement = {
  name: 'idempotency_store',
  text: `INSERT INTO idempotency_keys (principal_id, operation, key, credential_id, fingerprint, status, headers, body,
           is_encrypted, created_at, organization_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         ON CONFLICT (principal_id, operation, key) DO UPDATE SET fingerprint = excluded.fingerprint,
           status = excluded.status, headers = excluded.headers, body = excluded.body,
           is_encrypted = excluded.is_encrypted, created_at = excluded.created_at,
           organization_id = excluded.organization_id`,
};
const releaseStatement: Statement = {
  name: 'idempotency_release',
  text: `DELETE FROM idempotency_keys
         WHERE principal_id = $1 AND operation = $2 AND key = $3 AND status = 0`,
};
const sweepStatement: Statement = {
  name: 'idempotency_sweep',
  text: 'DELETE FROM idempotency_keys WHERE created_at < $1',
};

/**
 * The same key with another fingerprint is another request. The organization is a part of it, because it changes the
 * meaning, and so are the scopes: an API key that has lost some must not be given responses that needed them.
 */
export function fingerprintOf(parts: {
  readonly method: string;
  readonly url: string;
  readonly organization_id: string;
  /** Empty for a session. */
  readonly scopes: readonly string[];
  readonly contentType: string;
  readonly body: Buffer;
}): Buffer {
  const { method, url, organization_id, scopes, contentType, body } = parts;
  const head = Buffer.from(`${method}\n${url}\n${organization_id}\n${scopes.join(' ')}\n${contentType}\n`);
  return hash('sha256', Buffer.concat([head, body]), 'buffer');
}

/**
 * Locks the key until the transaction ends. It uses a try-lock, because waiting requests would occupy the connection
 * pool.
 * @returns the stored response of the same request, if there is one
 * @throws AppError `idempotency_in_progress`, `idempotency_key_reused`
 */
export async function claimKey(
  db: Db,
  key: IdempotencyKey,
  cipher: ResponseCipher,
): Promise<FinishedResponse | undefined> {
  const stored = await lockAndFind(db, key);
  return stored === undefined ? undefined : replay(stored, key, cipher);
}

/**
 * Leases the key for an operation without a surrounding transaction, by a row that marks it as running until the lease
 * ends. If the process dies between the effect and the response, a repetition after the lease runs the operation again.
 */
export async function leaseKey(
  db: Db,
  key: IdempotencyKey,
  options: { readonly cipher: ResponseCipher; readonly now: Date },
): Promise<FinishedResponse | undefined> {
  const { cipher, now } = options;
  return db.transaction(async (tx) => {
    const stored = await lockAndFind(tx, key);
    if (stored !== undefined && stored.status !== runningStatus) return replay(stored, key, cipher);
    if (stored !== undefined && now.getTime() - Date.parse(stored.created_at) < leaseMs) throw inProgress();
    await storeRow(tx, key, { status: runningStatus, headers: {}, body: null, is_encrypted: false, now });
    return undefined;
  });
}

/** Releases a leased key after a failure, so that the request can be repeated. */
export async function releaseKey(db: Db, key: IdempotencyKey): Promise<void> {
  await db.query(releaseStatement, rowKeyOf(key));
}

/** Stores a response under its key. A sensitive response is encrypted as a whole, headers and body. */
export async function storeResponse(
  db: Db,
  key: IdempotencyKey,
  kept: {
    readonly response: FinishedResponse;
    readonly isSensitive: boolean;
    readonly cipher: ResponseCipher;
    readonly now: Date;
  },
): Promise<void> {
  const { response, isSensitive, cipher, now } = kept;
  const { status } = response;
  const headers =
    response.contentType === undefined
      ? response.headers
      : { ...response.headers, 'content-type': response.contentType };
  const body = response.body === undefined ? null : Buffer.from(response.body);
  if (!isSensitive) return storeRow(db, key, { status, headers, body, is_encrypted: false, now });
  const sealed = cipher.seal(Buffer.from(JSON.stringify({ headers, body: body?.toString('base64') ?? null })));
  return storeRow(db, key, { status, headers: {}, body: sealed, is_encrypted: true, now });
}

/** Deletes the responses that were stored before a time. The contract promises to keep them for 24 hours. */
export async function sweepResponses(db: Db, before: Date): Promise<void> {
  await db.query(sweepStatement, [before]);
}

/**
 * The look-up is a separate statement behind the lock in the same round trip, so that it sees what the previous holder
 * of the lock committed.
 */
async function lockAndFind(db: Db, key: IdempotencyKey): Promise<StoredResponse | undefined> {
  const [[lock], [stored]] = await Promise.all([
    db.query<{ is_locked: boolean }>(lockStatement, [lockNumber(key)]),
    db.query<StoredResponse>(findStatement, rowKeyOf(key)),
  ]);
  if (lock?.is_locked !== true) throw inProgress();
  return stored;
}

/**
 * The values of the primary key. The credential is a part of the operation's name, because release 2.0.0, which may run
 * beside this version during an upgrade, needs a primary key without it.
 */
function rowKeyOf({ principal, credential_id, operation, key }: IdempotencyKey): string[] {
  return [principal, `${operation} ${credential_id}`, key];
}

async function storeRow(
  db: Db,
  key: IdempotencyKey,
  row: Pick<StoredResponse, 'status' | 'body' | 'is_encrypted'> & {
    readonly headers: ResponseHeaders;
    readonly now: Date;
  },
): Promise<void> {
  const headers = JSON.stringify(row.headers);
  const values = [key.credential_id, key.fingerprint, row.status, headers, row.body, row.is_encrypted, row.now];
  const organizationId = key.organization_id === '' ? null : key.organization_id;
  await db.defer(storeStatement, [...rowKeyOf(key), ...values, organizationId]);
}

function replay(stored: StoredResponse, key: IdempotencyKey, cipher: ResponseCipher): FinishedResponse {
  if (!stored.fingerprint.equals(key.fingerprint)) throw new AppError('idempotency_key_reused', 409);
  const { headers, body } = stored.is_encrypted ? unseal(stored.body, cipher) : stored;
  const { 'content-type': contentType, ...others } = headers;
  return {
    status: stored.status,
    headers: { ...others, 'idempotency-replayed': 'true' },
    contentType: typeof contentType === 'string' ? contentType : undefined,
    body: body ?? undefined,
  };
}

function unseal(sealed: Buffer | null, cipher: ResponseCipher): Pick<StoredResponse, 'headers' | 'body'> {
  if (sealed === null) throw new Error('A sealed response has no content');
  const opened = JSON.parse(cipher.open(sealed).toString()) as {
    headers: Record<string, string | string[]>;
    body: string | null;
  };
  return { headers: opened.headers, body: opened.body === null ? null : Buffer.from(opened.body, 'base64') };
}

function inProgress(): AppError {
  return new AppError('idempotency_in_progress', 409, {}, { headers: { 'retry-after': '1' } });
}

/** 64 bits of a hash. If two keys collide, one of them gets a 409, never a wrong response. */
function lockNumber(key: IdempotencyKey): string {
  return hash('sha256', rowKeyOf(key).join('\n'), 'buffer').readBigInt64BE().toString();
}
