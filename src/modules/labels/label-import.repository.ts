import type { Label } from '../../../generated/v2/types.ts';
import type { Db, Statement } from '../../platform/database.ts';

const insertStatement: Statement = {
  name: 'labels.insert_imported',
  text: `INSERT INTO labels (id, organization_id, project_id, name, color, description, external_id, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         ON CONFLICT DO NOTHING
         RETURNING id`,
};

// A label that was renamed here is still found by its external id, even if another label has its old name now.
const findStatement: Statement = {
  name: 'labels.find_wanted',
  text: `SELECT w.place::integer AS place,
                (SELECT l.id FROM labels l
                  WHERE l.project_id = $1 AND (l.external_id = w.external_id OR name_key(l.name) = name_key(w.name))
                  ORDER BY (l.external_id = w.external_id) IS TRUE DESC LIMIT 1) AS id
           FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS w (name, external_id, place)
          ORDER BY w.place`,
};

/** What a record says about one of its labels. */
export interface WantedLabel {
  readonly name: string;
  /** Null if the label is identified by its name only. */
  readonly external_id: string | null;
}

/** Returns the id of the label that each wanted one matches; null if the project has none. */
export async function findWantedLabels(
  db: Db,
  projectId: string,
  wanted: readonly WantedLabel[],
): Promise<(string | null)[]> {
  const names = wanted.map(({ name }) => name);
  const externalIds = wanted.map(({ external_id }) => external_id);
  const rows = await db.query<{ id: string | null }>(findStatement, [projectId, names, externalIds]);
  return rows.map(({ id }) => id);
}

/** Returns false if the project has a label with this external id or name. */
export async function insertImportedLabel(db: Db, label: Label, externalId: string | null): Promise<boolean> {
  const { id, organization_id, project_id, name, color, description, created_at, updated_at } = label;
  const values = [id, organization_id, project_id, name, color, description, externalId, created_at, updated_at];
  return (await db.query(insertStatement, values)).length === 1;
}
