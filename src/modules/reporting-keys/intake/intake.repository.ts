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

export async function findKeyByPublicKey(db: Db, publicKey: string): Promise<IntakeKey | undefined> {
  const [row] = await db.query<IntakeKey>(findStatement, [publicKey]);
  return row;
}
