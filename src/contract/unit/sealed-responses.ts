import type { Statement } from '../../platform/database.ts';
import type { SealedValues } from '../../platform/reseal.ts';

/** The purpose that selects the keyring's cipher for stored responses. */
export const RESPONSE_PURPOSE = 'responses';

const listStatement: Statement = {
  name: 'idempotency_list_sealed',
  text: `SELECT principal_id, credential_id, operation, key, body FROM idempotency_keys
          WHERE is_encrypted AND body IS NOT NULL AND ($1::uuid IS NULL OR
            (principal_id, credential_id, operation, key) > ($1::uuid, $2::uuid, $3::text, $4::text))
          ORDER BY principal_id, credential_id, operation, key LIMIT $5`,
};

const replaceStatement: Statement = {
  name: 'idempotency_replace_sealed',
  text: `UPDATE idempotency_keys SET body = $6
          WHERE principal_id = $1 AND credential_id = $2 AND operation = $3 AND key = $4 AND body = $5
          RETURNING key`,
};

interface SealedRow {
  readonly principal_id: string;
  readonly credential_id: string;
  readonly operation: string;
  readonly key: string;
  readonly body: Buffer;
}

/** The stored responses that contain secrets, for `rotate-secrets`. */
export const sealedResponses: SealedValues = {
  name: 'stored responses',
  purpose: RESPONSE_PURPOSE,
  list: async (db, after = [], limit) => {
    const [principal = null, credential = null, operation = null, key = null] = after;
    const rows = await db.query<SealedRow>(listStatement, [principal, credential, operation, key, limit]);
    return rows.map((row) => ({
      key: [row.principal_id, row.credential_id, row.operation, row.key],
      sealed: row.body,
      context: '',
    }));
  },
  replace: async (db, { key, sealed }, resealed) =>
    (await db.query(replaceStatement, [...key, sealed, resealed])).length === 1,
};
