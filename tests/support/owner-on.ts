import type { Db } from '../../src/platform/database.ts';
import { newId } from '../../src/platform/ids.ts';
import type { Unit } from '../../src/platform/unit.ts';

/** Creates an organization and returns a unit of its owner, for tests of services without a server. */
export async function ownerOn(db: Db): Promise<Unit> {
  const [organization_id, user_id] = [newId(), newId()];
  const now = new Date();
  const times = { created_at: now, updated_at: now };
  await db.knex('organizations').insert({ id: organization_id, name: 'Meridian', slug: 'meridian', ...times });
  await db.knex('users').insert({ id: user_id, email: 'ada@meridian.example', name: 'Ada', ...times });
  await db.knex('organization_members').insert({ organization_id, user_id, role: 'owner', ...times });
  return {
    db,
    actor: {
      user_id,
      credential_id: newId(),
      credential_type: 'api_key',
      organization_id,
      role: 'owner',
      scopes: undefined,
      is_operator: false,
    },
    request_id: 'test',
    now,
  };
}
