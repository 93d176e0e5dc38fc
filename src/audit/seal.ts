import type { Db, Statement } from '../platform/database.ts';
import type { Logger } from '../platform/logger.ts';
import { GENESIS, hashAuditRow } from './row.ts';
import type { AuditFacts } from './row.ts';
import { createFailureLog, tellBoth, type FailureLog } from '../platform/failure-log.ts';
import { startPolling } from '../platform/polling.ts';
import type { PassResult, Polling } from '../platform/polling.ts';

interface SealerOptions {
  readonly db: Db;
  readonly logger: Logger;
  /** Rows sealed in one transaction. */
  readonly batchSize?: number;
  /** Told of the outcome of every pass. */
  readonly watch?: FailureLog;
}

interface Chain {
  readonly organization_id: string;
  readonly sequence: number;
  readonly hash: Buffer;
}

type UnsealedRow = AuditFacts & { readonly chain_id: string };

const FIND_CHAINS: Statement = {
  name: 'audit_find_chains',
  text: `SELECT DISTINCT coalesce(organization_id, '00000000-0000-0000-0000-000000000000') AS chain_id
    FROM (SELECT organization_id FROM audit_log WHERE sequence IS NULL LIMIT $1) AS unsealed`,
};
const BEGIN_CHAINS: Statement = {
  name: 'audit_begin_chains',
  text: `INSERT INTO audit_chains (organization_id, sequence, hash)
    SELECT chain_id, 0, $2 FROM unnest($1::uuid[]) AS chain_id
    WHERE NOT EXISTS (SELECT FROM audit_chains WHERE organization_id = chain_id)
    ON CONFLICT DO NOTHING`,
};
// The row lock gives each chain one writer at a time. Chains that another process is writing are skipped.
const LOCK_CHAINS: Statement = {
  name: 'audit_lock_chains',
  text: `SELECT organization_id, sequence, hash FROM audit_chains WHERE organization_id = ANY($1)
    ORDER BY organization_id FOR UPDATE SKIP LOCKED`,
};
// Read after the lock is taken, so that it sees the rows that the previous writer sealed. Sequence numbers follow the
// order in which rows are found here, not their time: a row that commits late comes later and leaves no gap.
const READ_UNSEALED: Statement = {
  name: 'audit_read_unsealed',
  text: `SELECT coalesce(organization_id, '00000000-0000-0000-0000-000000000000') AS chain_id, id, organization_id,
      actor_id, actor_type, credential_id, credential_type, action, resource_type, resource_id, project_id,
      before::text AS before_text, after::text AS after_text, request_id,
      to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS created_text
    FROM audit_log
    WHERE sequence IS NULL AND coalesce(organization_id, '00000000-0000-0000-0000-000000000000') = ANY($1)
    ORDER BY coalesce(organization_id, '00000000-0000-0000-0000-000000000000'), id LIMIT $2`,
};
const SEAL_ROWS: Statement = {
  name: 'audit_seal_rows',
  text: `UPDATE audit_log SET sequence = seal.sequence, previous_hash = seal.previous_hash, hash = seal.hash
    FROM unnest($1::uuid[], $2::bigint[], $3::bytea[], $4::bytea[]) AS seal (id, sequence, previous_hash, hash)
    WHERE audit_log.id = seal.id AND audit_log.sequence IS NULL`,
};
const MOVE_CHAINS: Statement = {
  name: 'audit_move_chains',
  text: `UPDATE audit_chains SET sequence = head.sequence, hash = head.hash
    FROM unnest($1::uuid[], $2::bigint[], $3::bytea[]) AS head (organization_id, sequence, hash)
    WHERE audit_chains.organization_id = head.organization_id`,
};

/**
 * Seals audit rows within a second of their commit, until stopped. Any number can run; each chain has one writer at a
 * time.
 */
export function startSealer(options: SealerOptions): Polling {
  const failures = createFailureLog({ logger: options.logger, subject: 'the sealing of audit rows' });
  return startPolling({
    pass: () => sealBatch(options.db, options.batchSize),
    failures: tellBoth(failures, options.watch),
    idleMsMin: 250,
    idleMsMax: 500,
    gatherMs: 200,
  });
}

/** Seals up to `batchSize` rows of chains that no other process is writing. */
export async function sealBatch(db: Db, batchSize = 1000): Promise<PassResult> {
  const found = await db.query<{ chain_id: string }>(FIND_CHAINS, [batchSize]);
  if (found.length === 0) return 'none';
  const chainIds = found.map((row) => row.chain_id);
  return db.transaction(async (tx) => {
    await tx.query(BEGIN_CHAINS, [chainIds, GENESIS]);
    const chains = await tx.query<Chain>(LOCK_CHAINS, [chainIds]);
    if (chains.length === 0) return 'none';
    const rows = await tx.query<UnsealedRow>(READ_UNSEALED, [chains.map((chain) => chain.organization_id), batchSize]);
    if (rows.length === 0) return 'none';
    await seal(tx, chains, rows);
    return rows.length === batchSize ? 'more' : 'some';
  });
}

async function seal(tx: Db, chains: readonly Chain[], rows: readonly UnsealedRow[]): Promise<void> {
  const heads = new Map(chains.map((chain) => [chain.organization_id, chain]));
  const seals = rows.flatMap((row) => {
    const head = heads.get(row.chain_id);
    if (head === undefined) return [];
    const sequence = head.sequence + 1;
    const hash = hashAuditRow(row, sequence, head.hash);
    heads.set(row.chain_id, { organization_id: row.chain_id, sequence, hash });
    return [{ id: row.id, sequence, previous_hash: head.hash, hash }];
  });
  await tx.query(SEAL_ROWS, [
    seals.map((entry) => entry.id),
    seals.map((entry) => entry.sequence),
    seals.map((entry) => entry.previous_hash),
    seals.map((entry) => entry.hash),
  ]);
  const moved = [...heads.values()];
  await tx.query(MOVE_CHAINS, [
    moved.map((head) => head.organization_id),
    moved.map((head) => head.sequence),
    moved.map((head) => head.hash),
  ]);
}
