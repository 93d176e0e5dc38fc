import type { Label } from '../../../generated/v2/types.ts';
import { fetchSlice, type PageRequest, type Slice, type SortKey } from '../../platform/cursor.ts';
import type { Db, Statement } from '../../platform/database.ts';
import type { Actor } from '../../platform/unit.ts';
import { labelColumns, type LabelFacts, type LabelRow } from './labels.types.ts';

const findStatement: Statement = {
  name: 'labels.find',
  text: `SELECT l.id, l.organization_id, l.project_id, l.name, l.color, l.description, l.version, l.created_at,
                l.updated_at, p.archived_at AS project_archived_at, p.visibility AS project_visibility,
                m.role AS member_role
           FROM labels l
           JOIN projects p ON p.organization_id = l.organization_id AND p.id = l.project_id
           LEFT JOIN project_members m ON m.project_id = l.project_id AND m.user_id = $3
          WHERE l.organization_id = $1 AND l.id = $2`,
};

// FOR UPDATE, because it conflicts with the FOR KEY SHARE lock of transactions that add the label to a task.
const lockStatement: Statement = {
  name: 'labels.lock',
  text: `SELECT l.id, l.organization_id, l.project_id, l.name, l.color, l.description, l.version, l.created_at,
                l.updated_at, p.archived_at AS project_archived_at, p.visibility AS project_visibility,
                m.role AS member_role
           FROM labels l
           JOIN projects p ON p.organization_id = l.organization_id AND p.id = l.project_id
           LEFT JOIN project_members m ON m.project_id = l.project_id AND m.user_id = $3
          WHERE l.organization_id = $1 AND l.id = $2
            FOR UPDATE OF l`,
};

const shareLockStatement: Statement = {
  name: 'labels.lock_for_share',
  text: `SELECT id, project_id FROM labels WHERE organization_id = $1 AND id = ANY ($2::uuid[])
          ORDER BY id FOR KEY SHARE`,
};

const replaceStatement: Statement = {
  name: 'labels.replace',
  text: `UPDATE labels SET name = $4, color = $5, description = $6, version = version + 1, updated_at = $7
          WHERE organization_id = $1 AND id = $2 AND version = $3
         RETURNING version`,
};

export async function findLabel(db: Db, actor: Actor, labelId: string): Promise<LabelRow | undefined> {
  const [row] = await db.query<LabelRow>(findStatement, [actor.organization_id, labelId, actor.user_id]);
  return row;
}

/** As findLabel, and locks the row until the end of the transaction. */
export async function lockLabel(db: Db, actor: Actor, labelId: string): Promise<LabelRow | undefined> {
  const [row] = await db.query<LabelRow>(lockStatement, [actor.organization_id, labelId, actor.user_id]);
  return row;
}

/** Returns those of the labels that exist, with a share lock: they cannot be deleted before the transaction ends. */
export async function lockLabelRowsForShare(
  db: Db,
  organizationId: string,
  labelIds: readonly string[],
): Promise<LabelFacts[]> {
  return db.query<LabelFacts>(shareLockStatement, [organizationId, labelIds]);
}

const sortKeys = {
  created_at: { column: 'created_at', type: 'timestamptz', valueOf: (row) => row.created_at },
  name: { column: 'name', type: 'text', valueOf: (row) => row.name },
} satisfies Record<string, SortKey<Label>>;

export async function listLabelRows(
  db: Db,
  scope: Pick<Label, 'organization_id' | 'project_id'>,
  page: PageRequest,
): Promise<Slice<Label>> {
  const query = db.knex('labels').select(labelColumns).where(scope);
  return fetchSlice<Label>(query, page, sortKeys[page.sort as keyof typeof sortKeys]);
}

export async function insertLabel(db: Db, label: Label): Promise<void> {
  await db.knex('labels').insert(label);
}

/** Writes the label if its version has not changed; returns false if a concurrent request changed it. */
export async function replaceLabel(db: Db, after: Label): Promise<boolean> {
  const { organization_id, id, version, name, color, description, updated_at } = after;
  const values = [organization_id, id, version - 1, name, color, description, updated_at];
  return (await db.query(replaceStatement, values)).length === 1;
}

export async function deleteLabelRow(db: Db, label: Label): Promise<void> {
  await db.knex('labels').where({ organization_id: label.organization_id, id: label.id }).delete();
}
