import type { Db, Statement } from '../../../platform/database.ts';

// The indexes begin with the organization, so each organization is looked up by itself. A tag can say whom an occurrence
// is about, too. With the person goes what may name them: tags, context, breadcrumbs and the request. Type, message and
// stack trace say what failed, and stay. Errors are locked in the order in which reports lock them, because these write
// occurrences and the values of tags afterwards.
const forgetStatement: Statement = {
  name: 'errors.forget_person',
  text: `WITH theirs AS (
           SELECT o.organization_id, o.error_id, o.person FROM organizations g
             JOIN error_occurrences o ON o.organization_id = g.id AND o.person IS NOT NULL AND o.person ->> 'id' = $1
           UNION ALL
           SELECT o.organization_id, o.error_id, o.person FROM organizations g
             JOIN error_occurrences o ON o.organization_id = g.id AND o.person IS NOT NULL
              AND lower(o.person ->> 'email') = lower($2)
         ), said AS (
           SELECT f.organization_id, f.error_id, f.value FROM organizations g
             JOIN error_facets f ON f.organization_id = g.id
            WHERE f.value IN ($1, $2) AND f.name LIKE 'tag:%'
           UNION
           SELECT t.organization_id, t.error_id, v.value FROM theirs t CROSS JOIN LATERAL jsonb_each_text(t.person) v
            WHERE v.value IS NOT NULL
         ), locked AS (
           SELECT e.organization_id, e.id FROM error_groups e
            WHERE (e.organization_id, e.id) IN (SELECT organization_id, error_id FROM said)
            ORDER BY e.organization_id, e.project_id, e.fingerprint
              FOR NO KEY UPDATE
         ), gone AS (
           DELETE FROM error_facets f USING said s, locked l
            WHERE f.organization_id = s.organization_id AND f.error_id = s.error_id AND f.value = s.value
              AND f.name LIKE 'tag:%' AND l.organization_id = s.organization_id AND l.id = s.error_id
         )
         UPDATE error_occurrences o
            SET person = NULL, request = NULL, tags = '{}', breadcrumbs = '[]', context = '{}' FROM locked l
          WHERE o.organization_id = l.organization_id AND o.error_id = l.id
            AND (o.person ->> 'id' = $1 OR lower(o.person ->> 'email') = lower($2)
                 OR EXISTS (SELECT FROM jsonb_each_text(o.tags) t WHERE t.value IN ($1, $2)))`,
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
  await db.defer(forgetStatement, [id, email]);
  await db.defer(forgetHashesStatement, [id, email]);
}
