import { setTimeout as delay } from 'node:timers/promises';
import type { Db, Statement } from '../platform/database.ts';
import { GENESIS, hashAuditRow, INSTALLATION } from './row.ts';
import type { AuditFacts } from './row.ts';

/** The first fault of a chain. */
interface AuditFault {
  /**
   * `edited`: the content or the hash was changed. `removed`: the sequence number has no row. `inserted`: the row was
   * never sealed here. `unsealed`: the row waits too long for its seal.
   */
  readonly kind: 'edited' | 'removed' | 'inserted' | 'unsealed';
  /** The position in the chain; null for an unsealed row. */
  readonly sequence: number | null;
  /** The row; null if it does not exist. */
  readonly entry_id: string | null;
}

interface AuditVerification {
  readonly is_intact: boolean;
  /** The number of valid rows from the beginning of the chain. */
  readonly checked: number;
  readonly fault: AuditFault | null;
}

interface VerifyOptions {
  readonly now: Date;
  /** Unsealed rows older than this are checked a second time. */
  readonly unsealedMsMax?: number;
  /** Waits before the second check; long enough for a running sealer to seal the row. */
  readonly pause?: () => Promise<void>;
  readonly pageSize?: number;
}

type SealedRow = AuditFacts & { readonly sequence: number; readonly previous_hash: Buffer; readonly hash: Buffer };

interface End {
  readonly sequence: number;
  readonly hash: Buffer | null;
  readonly beyond_id: string | null;
  readonly beyond_sequence: number | null;
}

// One statement sees one snapshot, so that rows sealed meanwhile do not count as rows beyond the end of the chain.
const READ_END: Statement = {
  name: 'audit_read_end',
  text: `WITH head AS (
      SELECT coalesce(max(sequence), 0) AS sequence FROM audit_chains WHERE organization_id = $1
    )
    SELECT head.sequence, (SELECT hash FROM audit_chains WHERE organization_id = $1) AS hash,
      beyond.id AS beyond_id, beyond.sequence AS beyond_sequence
    FROM head LEFT JOIN LATERAL (
      SELECT id, sequence FROM audit_log
      WHERE coalesce(organization_id, '00000000-0000-0000-0000-000000000000') = $1
        AND audit_log.sequence > head.sequence
      ORDER BY audit_log.sequence LIMIT 1
    ) AS beyond ON true`,
};
const READ_SEALED: Statement = {
  name: 'audit_read_sealed',
  text: `SELECT sequence, previous_hash, hash, id, organization_id, actor_id, actor_type, credential_id,
      credential_type, action, resource_type, resource_id, project_id, before::text AS before_text,
      after::text AS after_text, request_id,
      to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS created_text
    FROM audit_log
    WHERE coalesce(organization_id, '00000000-0000-0000-0000-000000000000') = $1
      AND sequence > $2 AND sequence <= $3
    ORDER BY sequence LIMIT $4`,
};
const READ_OVERDUE: Statement = {
  name: 'audit_read_overdue',
  text: `SELECT id FROM audit_log
    WHERE sequence IS NULL AND (cardinality($3::uuid[]) = 0 OR id = ANY($3)) AND coalesce(organization_id, '00000000-0000-0000-0000-000000000000') = $1
      AND created_at < $2
    ORDER BY id LIMIT 1000`,
};

/** The largest renumbering of a row that the check detects. */
const SHIFT_MAX = 16;

/**
 * Checks an organization's chain (null: the installation's) from its beginning and returns the first row that was
 * edited, removed or inserted, or a row that waits too long for its seal. Reads in pages and does not block writers.
 */
export async function verifyAuditChain(
  db: Db,
  organization_id: string | null,
  options: VerifyOptions,
): Promise<AuditVerification> {
  const { pageSize = 1000 } = options;
  const chainId = organization_id ?? INSTALLATION;
  const [end] = await db.query<End>(READ_END, [chainId]);
  if (end === undefined) throw new Error('audit_read_end returned no row, although it is an aggregate');
  const walked = await walk(readSealed(db, chainId, { sequence: end.sequence, pageSize }), end);
  if (walked.fault !== null) return walked;
  const { checked } = walked;
  if (end.beyond_id !== null) {
    return faulty(checked, { kind: 'inserted', sequence: end.beyond_sequence, entry_id: end.beyond_id });
  }
  const overdue = await findOverdue(db, chainId, options);
  if (overdue !== undefined) return faulty(checked, { kind: 'unsealed', sequence: null, entry_id: overdue });
  return { is_intact: true, checked, fault: null };
}

const SEALED_WITHIN_MS = 2000;

/**
 * Finds a row that the sealer has missed. `created_at` is the time at which the request began, by the clock of its
 * process, so a row can look old although it has just been committed. Rows that look too old are therefore checked
 * again.
 */
async function findOverdue(db: Db, chainId: string, options: VerifyOptions): Promise<string | undefined> {
  const { now, unsealedMsMax = 10_000, pause = () => delay(SEALED_WITHIN_MS) } = options;
  const before = new Date(now.getTime() - unsealedMsMax);
  const read = (ids: readonly string[]) => db.query<{ id: string }>(READ_OVERDUE, [chainId, before, ids]);
  const suspected = await read([]);
  if (suspected.length === 0) return undefined;
  await pause();
  const [overdue] = await read(suspected.map(({ id }) => id));
  return overdue?.id;
}

async function walk(rows: AsyncGenerator<SealedRow, undefined>, end: End): Promise<AuditVerification> {
  let previous: Link = { sequence: 0, hash: GENESIS, id: null };
  let current = (await rows.next()).value;
  while (current !== undefined) {
    const following: SealedRow | undefined = (await rows.next()).value;
    const fault = judge(previous, current, following?.previous_hash ?? end.hash);
    if (fault !== undefined) {
      await rows.return(undefined);
      return faulty(previous.sequence, fault);
    }
    previous = current;
    current = following;
  }
  const checked = previous.sequence;
  if (checked < end.sequence) return faulty(checked, { kind: 'removed', sequence: checked + 1, entry_id: null });
  if (end.hash !== null && !end.hash.equals(previous.hash)) {
    return faulty(checked - 1, { kind: 'edited', sequence: checked, entry_id: previous.id });
  }
  return { is_intact: true, checked, fault: null };
}

interface Link {
  readonly sequence: number;
  readonly hash: Buffer;
  readonly id: string | null;
}

/** @param successorsLink the previous hash of the next row, or the hash at the end of the chain */
function judge(previous: Link, row: SealedRow, successorsLink: Buffer | null): AuditFault | undefined {
  const expected = previous.sequence + 1;
  if (row.sequence > expected) return { kind: 'removed', sequence: expected, entry_id: null };
  const isHashValid = hashAuditRow(row, row.sequence, row.previous_hash).equals(row.hash);
  const isLinked = row.previous_hash.equals(previous.hash);
  if (isHashValid && isLinked) return undefined;
  const here = { sequence: row.sequence, entry_id: row.id };
  // The next row links to the previous one, so this row was inserted between them.
  if (successorsLink?.equals(previous.hash) === true) return { kind: 'inserted', ...here };
  if (isHashValid && previous.id !== null && successorsLink?.equals(row.hash) === true) {
    // The next row links to this one, so the previous row was rewritten together with its hash.
    return { kind: 'edited', sequence: previous.sequence, entry_id: previous.id };
  }
  const shift = isHashValid ? 0 : shiftOf(row);
  if (shift > 0) return { kind: 'removed', sequence: row.sequence, entry_id: null };
  if (shift < 0) {
    const sequence = row.sequence + shift;
    return { kind: 'inserted', sequence, entry_id: sequence === previous.sequence ? previous.id : null };
  }
  return { kind: 'edited', ...here };
}

/** Returns the difference between the sequence number that a row was hashed with and its own; 0 if none is found. */
function shiftOf(row: SealedRow): number {
  for (let distance = 1; distance <= SHIFT_MAX; distance++) {
    for (const shift of [distance, -distance]) {
      if (hashAuditRow(row, row.sequence + shift, row.previous_hash).equals(row.hash)) return shift;
    }
  }
  return 0;
}

async function* readSealed(
  db: Db,
  chainId: string,
  { sequence, pageSize }: { readonly sequence: number; readonly pageSize: number },
): AsyncGenerator<SealedRow, undefined> {
  let last = 0;
  for (;;) {
    const page = await db.query<SealedRow>(READ_SEALED, [chainId, last, sequence, pageSize]);
    yield* page;
    const end = page.at(-1);
    if (end === undefined || page.length < pageSize) return undefined;
    last = end.sequence;
  }
}

function faulty(checked: number, fault: AuditFault): AuditVerification {
  return { is_intact: false, checked, fault };
}
