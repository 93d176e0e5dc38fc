import type { Incident } from '../../../../generated/v2/types.ts';
import type { Db, Statement } from '../../../platform/database.ts';

// SKIP LOCKED, so that of two workers one tells the operators.
const claimStatement: Statement = {
  name: 'incidents.claim_due_mails',
  text: `SELECT id, kind, service, title, message, status, occurrence_count, error_id, opened_at, last_seen_at, closed_at,
                escalation_count, escalated_at, version, created_at, updated_at
           FROM incidents WHERE next_mail_at <= $1 ORDER BY opened_at, id LIMIT $2 FOR UPDATE SKIP LOCKED`,
};

const noteToldStatement: Statement = {
  name: 'incidents.note_told',
  text: `UPDATE incidents SET escalation_count = $2, escalated_at = $3, next_mail_at = $4, version = version + 1,
                updated_at = $3
          WHERE id = $1`,
};

const postponeStatement: Statement = {
  name: 'incidents.postpone_mail',
  text: `UPDATE incidents SET next_mail_at = CASE WHEN status = 'open' THEN $2::timestamptz END WHERE id = ANY ($1)`,
};

/** Returns the incidents that operators are to be told of, locked until the end of the transaction. */
export async function claimDue(db: Db, now: Date, limit: number): Promise<readonly Incident[]> {
  return db.query<Incident>(claimStatement, [now, limit]);
}

/** Notes that operators were told, and when they are told again. */
export async function noteTold(
  db: Db,
  incident: Pick<Incident, 'id' | 'escalation_count'>,
  told: { readonly now: Date; readonly next: Date | null },
): Promise<void> {
  await db.query(noteToldStatement, [incident.id, incident.escalation_count, told.now, told.next]);
}

/** Nobody could be told. */
export async function postpone(db: Db, incidentIds: readonly string[], next: Date): Promise<void> {
  await db.query(postponeStatement, [incidentIds, next]);
}
