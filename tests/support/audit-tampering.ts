import { hashAuditRow } from '../../src/audit/row.ts';
import type { AuditFacts } from '../../src/audit/row.ts';
import type { Db } from '../../src/platform/database.ts';
import { newId } from '../../src/platform/ids.ts';

// Attacks on the audit log by somebody with access to the database and the source.

type SqlStatement = readonly [sql: string, ...values: (string | number)[]];

/** Runs statements without the trigger that keeps the log append-only. */
export async function tamper(db: Db, ...statements: readonly SqlStatement[]): Promise<void> {
  await db.knex.transaction(async (trx) => {
    await trx.raw('ALTER TABLE audit_log DISABLE TRIGGER USER');
    for (const [sql, ...values] of statements) await trx.raw(sql, values);
    await trx.raw('ALTER TABLE audit_log ENABLE TRIGGER USER');
  });
}

/** Returns statements that increment the later sequence numbers, so that a row can be inserted at `sequence`. */
export function makeRoom(organization_id: string, sequence: number): readonly SqlStatement[] {
  const later = 'WHERE organization_id = ? AND sequence >= ?';
  return [
    [`UPDATE audit_log SET sequence = sequence + 1000 ${later}`, organization_id, sequence],
    [`UPDATE audit_log SET sequence = sequence - 999 ${later}`, organization_id, sequence],
    ['UPDATE audit_chains SET sequence = sequence + 1 WHERE organization_id = ?', organization_id],
  ];
}

/** Inserts a copy of a row with a new id at `sequence`, linked to the row before it. Returns the new id. */
export async function forge(db: Db, originalId: string, sequence: number): Promise<string> {
  const id = newId();
  await tamper(db, [
    `INSERT INTO audit_log
      SELECT (jsonb_populate_record(original, jsonb_build_object('id', ?::text, 'sequence', ?::int,
        'previous_hash', (SELECT hash FROM audit_log AS before
          WHERE before.organization_id = original.organization_id AND before.sequence = ?::int - 1)))).*
      FROM audit_log AS original WHERE id = ?`,
    id,
    sequence,
    sequence,
    originalId,
  ]);
  return id;
}

/** Edits a row and recomputes its hash. */
export async function rewrite(db: Db, id: string): Promise<void> {
  await tamper(db, ["UPDATE audit_log SET action = 'project.rewritten' WHERE id = ?", id]);
  const [row] = await db.query<AuditFacts & { sequence: number; previous_hash: Buffer }>(
    {
      name: 'test_audit_facts',
      text: `SELECT *, before::text AS before_text, after::text AS after_text,
        to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS created_text
        FROM audit_log WHERE id = $1`,
    },
    [id],
  );
  const hash = hashAuditRow(row!, row!.sequence, row!.previous_hash).toString('hex');
  await tamper(db, ["UPDATE audit_log SET hash = decode(?, 'hex') WHERE id = ?", hash, id]);
}
