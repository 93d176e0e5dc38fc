import type { Label } from '../../../generated/v2/types.ts';
import type { Db, Statement } from '../../platform/database.ts';

const insertStatement: Statement = {
  name: 'labels.insert_imported',
  text: `INSERT INTO labels (id, organization_id, project_id, name, color, description, external_id, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         ON CONFLICT DO NOTHING
         RETURNING id`,
};

/** False where the project has a label with this external id, or this name. */
export async function insertImportedLabel(db: Db, label: Label, externalId: string | null): Promise<boolean> {
  const { id, organization_id, project_id, name, color, description, created_at, updated_at } = label;
  const values = [id, organization_id, project_id, name, color, description, externalId, created_at, updated_at];
  return (await db.query(insertStatement, values)).length === 1;
}
