import type { Db, Statement } from '../../platform/database.ts';

// Events keep what happened, and with whom by id; name, address and the like are taken out of them. The index
// events_personal_idx finds them.
const scrubStatement: Statement = {
  name: 'users.scrub_events',
  text: `UPDATE events SET data = data || CASE split_part(type, '.', 1)
             WHEN 'session' THEN jsonb_build_object('address', '0.0.0.0', 'user_agent', NULL)
             ELSE jsonb_build_object('name', $2::text, 'email', $3::text) END
          WHERE coalesce(data->>'user_id', data->>'id') = $1
            AND split_part(type, '.', 1) IN ('user', 'session', 'member')`,
};

/** What somebody is called in events once they are deleted. */
export interface Tombstone {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** Takes what is personal out of the events that tell of somebody. */
export async function scrubEvents(db: Db, { id, name, email }: Tombstone): Promise<void> {
  await db.query(scrubStatement, [id, name, email]);
}

/**
 * Deletes the user's row. Tokens, former passwords and what else is theirs alone goes with it; where others' rows name
 * them, null stays. Rows that know them by address or without a foreign key go here.
 */
export async function deleteUserRows(db: Db, userId: string, email: string): Promise<void> {
  await db.knex('account_mails').where({ email }).delete();
  await db.knex('invitations').where({ email }).delete();
  await db.knex('idempotency_keys').where({ principal_id: userId }).delete();
  await db.knex('users').where({ id: userId }).delete();
}
