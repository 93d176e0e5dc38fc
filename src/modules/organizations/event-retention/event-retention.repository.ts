import type { EventRetention } from '../../../../generated/v2/types.ts';
import type { Db, Statement } from '../../../platform/database.ts';

const findStatement: Statement = {
  name: 'event_retentions.find',
  text: 'SELECT days, version, updated_at FROM event_retentions WHERE organization_id = $1',
};

const replaceStatement: Statement = {
  name: 'event_retentions.replace',
  text: `INSERT INTO event_retentions (organization_id, days, version, updated_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (organization_id) DO UPDATE SET days = excluded.days, version = excluded.version,
           updated_at = excluded.updated_at`,
};

/** Returns what the organization has said; undefined if nothing. */
export async function findRetention(db: Db, organizationId: string): Promise<EventRetention | undefined> {
  const [row] = await db.query<EventRetention>(findStatement, [organizationId]);
  return row;
}

/** The organization is locked. */
export async function replaceRetention(db: Db, organizationId: string, retention: EventRetention): Promise<void> {
  const { days, version, updated_at } = retention;
  await db.query(replaceStatement, [organizationId, days, version, updated_at]);
}
