import type { Knex } from 'knex';
import type { User } from '../../../generated/v2/types.ts';
import type { Db, Statement } from '../../platform/database.ts';
import { userColumns } from './users.types.ts';

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

// Invitations of other organizations, also of those that are gone, know the invitee by address. The index
// events_invitee_idx finds them.
const scrubInvitationsStatement: Statement = {
  name: 'users.scrub_invitations',
  text: `UPDATE events SET data = data || jsonb_build_object('email', $2::text)
          WHERE data->>'email' = $1 AND split_part(type, '.', 1) = 'invitation'`,
};

/** What somebody is called in events once they are deleted. */
interface Tombstone {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** Users who registered by then, never verified their address, and have no link that works or can be sent again; the oldest. */
export async function findNeverVerified(db: Db, before: Date, limit: number): Promise<readonly string[]> {
  return neverVerified(db, before).orderBy(['created_at', 'id']).limit(limit).pluck<string[]>('id');
}

/** One of them, held until the end of the transaction; undefined where they have opened the account, or asked for a link, meanwhile. */
export async function lockNeverVerified(db: Db, userId: string, before: Date): Promise<User | undefined> {
  return neverVerified(db, before).where('id', userId).forUpdate().first<User | undefined>(userColumns);
}

/**
 * Accounts that an operator has closed stay: their addresses are not to be free again. Members stay, too, though nobody
 * becomes one before they are verified.
 */
function neverVerified(db: Db, before: Date): Knex.QueryBuilder {
  const { knex } = db;
  return knex('users')
    .whereNull('email_verified_at')
    .whereNull('deactivated_at')
    .where('created_at', '<=', before)
    .whereNotExists(knex('one_time_tokens').whereRaw('user_id = users.id').whereNull('used_at'))
    .whereNotExists(knex('organization_members').whereRaw('user_id = users.id'));
}

/** Takes what is personal out of the events that tell of somebody, whose address was `address`. */
export async function scrubEvents(db: Db, { id, name, email }: Tombstone, address: string): Promise<void> {
  await db.query(scrubStatement, [id, name, email]);
  await db.query(scrubInvitationsStatement, [address, email]);
}

/**
 * Deletes the user's row. Tokens, former passwords and what else is theirs alone goes with it; where others' rows name
 * them, null stays. Rows that know them by address or without a foreign key go here.
 */
export async function deleteUserRows(db: Db, userId: string, email: string): Promise<void> {
  await db.knex('account_mails').where({ email }).delete();
  await db.knex('invitation_mails').where({ email }).delete();
  await db.knex('invitations').where({ email }).delete();
  await db.knex('idempotency_keys').where({ principal_id: userId }).delete();
  await db.knex('users').where({ id: userId }).delete();
}
