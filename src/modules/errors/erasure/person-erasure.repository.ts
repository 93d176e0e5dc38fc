import type { Db, Statement } from '../../../platform/database.ts';

// The indexes begin with the organization, so each organization is looked up by itself.

const forgetIdStatement: Statement = {
  name: 'errors.forget_person_id',
  text: `UPDATE error_occurrences o SET person = NULL FROM organizations g
          WHERE o.organization_id = g.id AND o.person IS NOT NULL AND o.person ->> 'id' = $1`,
};

const forgetEmailStatement: Statement = {
  name: 'errors.forget_person_email',
  text: `UPDATE error_occurrences o SET person = NULL FROM organizations g
          WHERE o.organization_id = g.id AND o.person IS NOT NULL AND lower(o.person ->> 'email') = lower($1)`,
};

const forgetHashesStatement: Statement = {
  name: 'errors.forget_person_hashes',
  text: `DELETE FROM error_persons p USING organizations g
          WHERE p.organization_id = g.id
            AND p.person_hash IN (sha256(convert_to(g.id || ' ' || $1, 'UTF8')),
                                  sha256(convert_to(g.id || ' ' || lower($2), 'UTF8')))`,
};

/** Removes a person from occurrences in all organizations. The counts of errors stay. */
export async function forgetPersonRows(db: Db, { id, email }: { readonly id: string; readonly email: string }) {
  await db.defer(forgetIdStatement, [id]);
  await db.defer(forgetEmailStatement, [email]);
  await db.defer(forgetHashesStatement, [id, email]);
}
