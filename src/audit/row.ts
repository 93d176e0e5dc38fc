import { createHash } from 'node:crypto';

/** Identifies the installation's own chain, beside those of the organizations. */
export const INSTALLATION = '00000000-0000-0000-0000-000000000000';

/** The previous hash of the first row of a chain. */
export const GENESIS = Buffer.alloc(32);

/** A row of audit_log as it is hashed: every column except the seal, in PostgreSQL's text form. */
export interface AuditFacts {
  readonly id: string;
  readonly organization_id: string | null;
  readonly actor_id: string | null;
  readonly actor_type: string;
  readonly credential_id: string | null;
  readonly credential_type: string | null;
  readonly action: string;
  readonly resource_type: string;
  readonly resource_id: string | null;
  readonly project_id: string | null;
  readonly before_text: string | null;
  readonly after_text: string | null;
  readonly request_id: string;
  readonly created_text: string;
}

/**
 * Returns the SHA-256 of the canonical row: a JSON array of strings and nulls in a fixed order, beginning with the
 * format's name, the row's sequence number and the previous row's hash. Snapshots are the text of jsonb values, which
 * PostgreSQL normalizes (keys sorted, numbers exact), so that JavaScript cannot change them.
 */
export function hashAuditRow(row: AuditFacts, sequence: number, previousHash: Buffer): Buffer {
  const canonical = [
    'architect.audit.v1',
    String(sequence),
    previousHash.toString('hex'),
    row.id,
    row.organization_id,
    row.actor_id,
    row.actor_type,
    row.credential_id,
    row.credential_type,
    row.action,
    row.resource_type,
    row.resource_id,
    row.project_id,
    row.before_text,
    row.after_text,
    row.request_id,
    row.created_text,
  ];
  return createHash('sha256').update(JSON.stringify(canonical)).digest();
}
