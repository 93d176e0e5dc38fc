import type { Db, Statement } from '../../../platform/database.ts';
import type { IntakeKey } from './intake.types.ts';

const findStatement: Statement = {
  name: 'reporting_keys.find_public',
  isQuick: true,
  text: `SELECT k.id, k.organization_id, k.project_id, k.project_number, k.is_active, k.reports_per_minute,
                p.archived_at IS NOT NULL AS is_archived
           FROM reporting_keys k
           JOIN projects p ON p.organization_id = k.organization_id AND p.id = k.project_id
          WHERE k.public_key = $1`,
};

const boundLocksStatement: Statement = {
  name: 'reporting_keys.bound_locks',
  text: `SELECT set_config('lock_timeout', $1, true)`,
};

const shareProjectStatement: Statement = {
  name: 'reporting_keys.share_project',
  text: 'SELECT FROM projects WHERE organization_id = $1 AND id = $2 FOR KEY SHARE SKIP LOCKED',
};

/** Bounds how long the statements of this transaction wait for each lock. */
export async function boundLocks(db: Db, waitMs: number): Promise<void> {
  await db.defer(boundLocksStatement, [`${waitMs}ms`]);
}

/** Whether rows can be added to the project now: nobody has locked it to delete it, and it is there. */
export async function isProjectOpen(
  db: Db,
  { organization_id, project_id }: Pick<IntakeKey, 'organization_id' | 'project_id'>,
): Promise<boolean> {
  return (await db.query(shareProjectStatement, [organization_id, project_id])).length === 1;
}

export async function findKeyByPublicKey(db: Db, publicKey: string): Promise<IntakeKey | undefined> {
  const [row] = await db.query<IntakeKey>(findStatement, [publicKey]);
  return row;
}
