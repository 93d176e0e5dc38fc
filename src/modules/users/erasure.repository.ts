import type { Knex } from 'knex';
import type { User } from '../../../generated/v2/types.ts';
import type { Db, Statement } from '../../platform/database.ts';
import { userColumns } from './users.types.ts';

// Events keep what happened and the user's id. Name, address and other personal data are removed. The index
// events_personal_idx finds them.
const scrubStatement: Statement = {
  name: 'users.scrub_events',
  text: `UPDATE events SET data = data || CASE split_part(type, '.', 1)
             WHEN 'session' THEN jsonb_build_object('address', '0.0.0.0', 'user_agent', NULL)
             ELSE jsonb_build_object('name', $2::text, 'email', $3::text) END
          WHERE coalesce(data->>'user_id', data->>'id') = $1
            AND split_part(type, '.', 1) IN ('user', 'session', 'member')`,
};

// Events about invitations of other organizations, deleted ones included, contain the invitee's address. The index
// events_invitee_idx finds them.
const scrubInvitationsStatement: Statement = {
  name: 'users.scrub_invitations',
  text: `UPDATE events SET data = data || jsonb_build_object('email', $2::text)
          WHERE data->>'email' = $1 AND split_part(type, '.', 1) = 'invitation'`,
};

/** The name and address that replace a deleted user's in events. */
interface Tombstone {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/**
 * Finds the oldest users who registered before a time, never verified their address, and have no link that works or can
 * be sent again.
 */
export async function findNeverVerified(db: Db, before: Date, limit: number): Promise<readonly string[]> {
  return neverVerified(db, before).orderBy(['created_at', 'id']).limit(limit).pluck<string[]>('id');
}

/**
 * Locks one of them until the end of the transaction; undefined if they have verified their address or requested a link
 * meanwhile.
 */
export async function lockNeverVerified(db: Db, userId: string, before: Date): Promise<User | undefined> {
  return neverVerified(db, before).where('id', userId).forUpdate().first<User | undefined>(userColumns);
}

/**
 * Excludes accounts that an operator has deactivated, because their addresses must stay taken, and members of
 * organizations.
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

/** Removes personal data from the events about a user whose address was `address`. */
export async function scrubEvents(db: Db, { id, name, email }: Tombstone, address: string): Promise<void> {
  await db.query(scrubStatement, [id, name, email]);
  await db.query(scrubInvitationsStatement, [address, email]);
}

/**
 * Deletes the user's row. Rows that belong to the user alone (tokens, former passwords) are deleted by cascade,
 * references in other rows become null. Rows that hold the user's address, or their id without a foreign key, are
 * deleted here.
 */
export async function deleteUserRows(db: Db, userId: string, email: string): Promise<void> {
  await db.knex('account_mails').where({ email }).delete();
  await db.knex('invitation_mails').where({ email }).delete();
  await db.knex('invitations').where({ email }).delete();
  await db.knex('idempotency_keys').where({ principal_id: userId }).delete();
  await db.knex('users').where({ id: userId }).delete();
}
