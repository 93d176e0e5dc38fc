import type { Milestone, MilestoneProgress } from '../../../generated/v2/types.ts';
import { fetchSlice, type PageRequest, type Slice, type SortKey } from '../../platform/cursor.ts';
import type { Db, Statement } from '../../platform/database.ts';
import type { Actor } from '../../platform/unit.ts';
import { milestoneColumns, type MilestoneFacts, type MilestoneFilters, type MilestoneRow } from './milestones.types.ts';

const findStatement: Statement = {
  name: 'milestones.find',
  text: `SELECT s.id, s.organization_id, s.project_id, s.name, s.description, s.due_on, s.state, s.closed_at, s.version,
                s.created_at, s.updated_at, p.archived_at AS project_archived_at, p.visibility AS project_visibility,
                m.role AS member_role
           FROM milestones s
           JOIN projects p ON p.organization_id = s.organization_id AND p.id = s.project_id
           LEFT JOIN project_members m ON m.project_id = s.project_id AND m.user_id = $3
          WHERE s.organization_id = $1 AND s.id = $2`,
};

// FOR UPDATE, because it conflicts with the FOR KEY SHARE lock of transactions that add a task to the milestone.
const lockStatement: Statement = {
  name: 'milestones.lock',
  text: `SELECT s.id, s.organization_id, s.project_id, s.name, s.description, s.due_on, s.state, s.closed_at, s.version,
                s.created_at, s.updated_at, p.archived_at AS project_archived_at, p.visibility AS project_visibility,
                m.role AS member_role
           FROM milestones s
           JOIN projects p ON p.organization_id = s.organization_id AND p.id = s.project_id
           LEFT JOIN project_members m ON m.project_id = s.project_id AND m.user_id = $3
          WHERE s.organization_id = $1 AND s.id = $2
            FOR UPDATE OF s`,
};

const shareLockStatement: Statement = {
  name: 'milestones.lock_for_share',
  text: `SELECT id, project_id FROM milestones WHERE organization_id = $1 AND id = ANY ($2::uuid[])
          ORDER BY id FOR KEY SHARE`,
};

const replaceStatement: Statement = {
  name: 'milestones.replace',
  text: `UPDATE milestones SET name = $4, description = $5, due_on = $6, state = $7, closed_at = $8,
           version = version + 1, updated_at = $9
          WHERE organization_id = $1 AND id = $2 AND version = $3
         RETURNING version`,
};

const progressStatement: Statement = {
  name: 'milestones.progress',
  text: `SELECT milestone_id, count(*)::integer AS total,
                (count(*) FILTER (WHERE status NOT IN ('done', 'cancelled')))::integer AS open,
                (count(*) FILTER (WHERE status = 'done'))::integer AS done,
                (count(*) FILTER (WHERE status = 'cancelled'))::integer AS cancelled
           FROM tasks
          WHERE organization_id = $1 AND milestone_id = ANY ($2::uuid[])
          GROUP BY milestone_id`,
};

export async function findMilestone(db: Db, actor: Actor, milestoneId: string): Promise<MilestoneRow | undefined> {
  const [row] = await db.query<MilestoneRow>(findStatement, [actor.organization_id, milestoneId, actor.user_id]);
  return row;
}

/** As findMilestone, and locks the row until the end of the transaction. */
export async function lockMilestone(db: Db, actor: Actor, milestoneId: string): Promise<MilestoneRow | undefined> {
  const [row] = await db.query<MilestoneRow>(lockStatement, [actor.organization_id, milestoneId, actor.user_id]);
  return row;
}

/**
 * Returns those of the milestones that exist, with a share lock: they cannot be deleted before the transaction ends.
 */
export async function lockMilestoneRowsForShare(
  db: Db,
  organizationId: string,
  milestoneIds: readonly string[],
): Promise<MilestoneFacts[]> {
  return db.query<MilestoneFacts>(shareLockStatement, [organizationId, milestoneIds]);
}

const sortKeys = {
  due_on: { column: 'due_on', type: 'date', isNullable: true, valueOf: (row) => row.due_on },
  name: { column: 'name', type: 'text', valueOf: (row) => row.name },
  created_at: { column: 'created_at', type: 'timestamptz', valueOf: (row) => row.created_at },
} satisfies Record<string, SortKey<Milestone>>;

export async function listMilestoneRows(
  db: Db,
  scope: Pick<Milestone, 'organization_id' | 'project_id'>,
  { state }: MilestoneFilters,
  page: PageRequest,
): Promise<Slice<Milestone>> {
  const query = db.knex('milestones').select(milestoneColumns).where(scope);
  if (state !== undefined) void query.where({ state });
  return fetchSlice<Milestone>(query, page, sortKeys[page.sort as keyof typeof sortKeys]);
}

/** Counts the tasks of the milestones. Milestones without tasks are left out. */
export async function countTasks(
  db: Db,
  organizationId: string,
  milestoneIds: readonly string[],
): Promise<Omit<MilestoneProgress, 'completion'>[]> {
  if (milestoneIds.length === 0) return [];
  return db.query(progressStatement, [organizationId, milestoneIds]);
}

export async function insertMilestone(db: Db, milestone: Milestone): Promise<void> {
  await db.knex('milestones').insert(milestone);
}

/** Writes the milestone if its version has not changed; returns false if a concurrent request changed it. */
export async function replaceMilestone(db: Db, after: Milestone): Promise<boolean> {
  const { organization_id, id, version, name, description, due_on, state, closed_at, updated_at } = after;
  const values = [organization_id, id, version - 1, name, description, due_on, state, closed_at, updated_at];
  return (await db.query(replaceStatement, values)).length === 1;
}

export async function deleteMilestoneRow(db: Db, { organization_id, id }: Milestone): Promise<void> {
  await db.knex('milestones').where({ organization_id, id }).delete();
}
