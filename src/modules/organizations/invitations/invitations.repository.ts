import type { Knex } from 'knex';
import type { Invitation, ReceivedInvitation } from '../../../../generated/v2/types.ts';
import { fetchSlice, type PageRequest, type Slice, type SortKey } from '../../../platform/cursor.ts';
import type { Db, Statement } from '../../../platform/database.ts';
import type { Role } from '../../../platform/unit.ts';
import { invitationColumns, type InvitationFilters, type Offer, type StoredPreview } from './invitations.types.ts';
import { DAY_MS } from '../../../platform/durations.ts';

const findOfferStatement: Statement = {
  name: 'invitations.find_offer',
  text: `SELECT i.id, i.organization_id, i.email, i.role, i.status, i.invited_by_id, i.expires_at, i.version, i.created_at,
                i.updated_at, u.email = i.email AS is_theirs
           FROM invitations i
           JOIN users u ON u.id = $2
          WHERE i.token_hash = $1 AND i.status = 'pending' AND i.expires_at > $3`,
};

const findPreviewStatement: Statement = {
  name: 'invitations.find_preview',
  text: `SELECT o.name AS organization_name, u.name AS inviter_name, m.role AS inviter_role, i.role, i.email, i.expires_at
           FROM invitations i
           JOIN organizations o ON o.id = i.organization_id AND o.deleted_at IS NULL
           LEFT JOIN users u ON u.id = i.invited_by_id AND u.deactivated_at IS NULL
           LEFT JOIN organization_members m ON m.organization_id = i.organization_id AND m.user_id = u.id
          WHERE i.token_hash = $1 AND i.status = 'pending' AND i.expires_at > $2`,
};

const lockStatement: Statement = {
  name: 'invitations.lock',
  text: `SELECT id, organization_id, email, role, status, invited_by_id, expires_at, version, created_at, updated_at
           FROM invitations
          WHERE organization_id = $1 AND id = $2 AND status = 'pending' AND expires_at > $3
            FOR UPDATE`,
};

const isMemberStatement: Statement = {
  name: 'invitations.is_member',
  text: `SELECT 1 FROM organization_members m JOIN users u ON u.id = m.user_id
          WHERE m.organization_id = $1 AND u.email = $2`,
};

const findInviterRoleStatement: Statement = {
  name: 'invitations.find_inviter_role',
  text: `SELECT m.role FROM organization_members m JOIN users u ON u.id = m.user_id
          WHERE m.organization_id = $1 AND m.user_id = $2 AND u.deactivated_at IS NULL`,
};

const countStatement: Statement = {
  name: 'invitations.count_since',
  text: 'SELECT count(*) AS count FROM invitations WHERE organization_id = $1 AND created_at > $2',
};

const expireStatement: Statement = {
  name: 'invitations.expire',
  text: `UPDATE invitations SET status = 'expired', version = version + 1, updated_at = $3
          WHERE organization_id = $1 AND email = $2 AND status = 'pending' AND expires_at <= $3`,
};

const endStatement: Statement = {
  name: 'invitations.end',
  text: `UPDATE invitations SET status = $4, version = version + 1, updated_at = $5
          WHERE organization_id = $1 AND id = $2 AND version = $3`,
};

const countMailStatement: Statement = {
  name: 'invitations.count_mail',
  text: `INSERT INTO invitation_mails AS m (email, sent, window_began_at) VALUES ($1, 1, $2)
         ON CONFLICT (email) DO UPDATE
           SET sent = CASE WHEN m.window_began_at <= $3 THEN 1 ELSE m.sent + 1 END,
               window_began_at = CASE WHEN m.window_began_at <= $3 THEN $2 ELSE m.window_began_at END
         RETURNING sent`,
};

/** Returns the pending invitation of a token, as seen by the user. */
export async function findOffer(db: Db, tokenHash: Buffer, userId: string, now: Date): Promise<Offer | undefined> {
  const values = [tokenHash, userId, now];
  const [row] = await db.query<Invitation & { is_theirs: boolean }>(findOfferStatement, values);
  if (row === undefined) return undefined;
  const { is_theirs, ...invitation } = row;
  return { invitation, is_theirs };
}

/** Returns the pending invitation of a token, as seen by anybody who has the token. */
export async function findPreview(db: Db, tokenHash: Buffer, now: Date): Promise<StoredPreview | undefined> {
  const [preview] = await db.query<StoredPreview>(findPreviewStatement, [tokenHash, now]);
  return preview;
}

/** Locks a pending invitation until the end of the transaction. */
export async function lockInvitation(
  db: Db,
  organizationId: string,
  invitationId: string,
  now: Date,
): Promise<Invitation | undefined> {
  const [invitation] = await db.query<Invitation>(lockStatement, [organizationId, invitationId, now]);
  return invitation;
}

export async function isMemberAddress(db: Db, organizationId: string, email: string): Promise<boolean> {
  return (await db.query(isMemberStatement, [organizationId, email])).length > 0;
}

/** Returns the inviter's current role; undefined if they are no longer a member, or their account is deactivated. */
export async function findInviterRole(db: Db, organizationId: string, userId: string): Promise<Role | undefined> {
  const [row] = await db.query<{ role: Role }>(findInviterRoleStatement, [organizationId, userId]);
  return row?.role;
}

export async function countInvitationsSince(db: Db, organizationId: string, since: Date): Promise<number> {
  const [row] = await db.query<{ count: number }>(countStatement, [organizationId, since]);
  return row?.count ?? 0;
}

/** Marks an address's pending invitation as expired if its time is over. */
export async function expireInvitation(db: Db, organizationId: string, email: string, now: Date): Promise<void> {
  await db.query(expireStatement, [organizationId, email, now]);
}

export async function insertInvitation(db: Db, invitation: Invitation, tokenHash: Buffer): Promise<void> {
  await db.knex('invitations').insert({ ...invitation, token_hash: tokenHash });
}

/** Writes the outcome of a locked invitation. */
export async function endInvitation(db: Db, invitation: Invitation): Promise<void> {
  const { organization_id, id, version, status, updated_at } = invitation;
  await db.query(endStatement, [organization_id, id, version - 1, status, updated_at]);
}

/** Counts an invitation to the address and returns how many were sent since the window began. */
export async function countInvitationMail(db: Db, email: string, now: Date, windowBegin: Date): Promise<number> {
  const [row] = await db.query<{ sent: number }>(countMailStatement, [email, now, windowBegin]);
  return row?.sent ?? 0;
}

const sortKeys = {
  created_at: { column: 'invitations.created_at', type: 'timestamptz', valueOf: (row) => row.created_at },
  email: { column: 'invitations.email', type: 'text', valueOf: (row) => row.email },
} satisfies Readonly<Record<string, SortKey<Invitation>>>;

export async function listInvitationRows(
  db: Db,
  organizationId: string,
  { status = [] }: InvitationFilters,
  { page, now }: { readonly page: PageRequest; readonly now: Date },
): Promise<Slice<Invitation>> {
  const query = db
    .knex('invitations')
    .where('invitations.organization_id', organizationId)
    .select(invitationColumns.map((column) => `invitations.${column}`));
  if (status.length > 0) void query.where((states) => status.forEach((state) => whereState(states, state, now)));
  const slice = await fetchSlice<Invitation>(
    query,
    page,
    sortKeys[page.sort as keyof typeof sortKeys],
    'invitations.id',
  );
  return { ...slice, rows: slice.rows.map((row) => asOf(row, now)) };
}

function whereState(query: Knex.QueryBuilder, state: string, now: Date): void {
  void query.orWhere((one) => {
    if (state === 'pending') void one.where('status', 'pending').where('expires_at', '>', now);
    else if (state === 'expired')
      void one
        .where('status', 'expired')
        .orWhere((overdue) => void overdue.where('status', 'pending').where('expires_at', '<=', now));
    else void one.where('status', state);
  });
}

/** An invitation whose time is over counts as expired even before the sweep has stored it. */
function asOf(invitation: Invitation, now: Date): Invitation {
  const isOver = invitation.status === 'pending' && Date.parse(invitation.expires_at) <= now.getTime();
  return isOver ? { ...invitation, status: 'expired' } : invitation;
}

/** Returns the pending invitations to the address of a user, with the organizations' names. */
export async function listReceivedRows(
  db: Db,
  userId: string,
  page: PageRequest,
  now: Date,
): Promise<Slice<ReceivedInvitation>> {
  // The address is passed as a value, not joined, so that the index yields the addressee's invitations in order.
  const address = db.knex('users').select('email').where('id', userId);
  const query = db
    .knex('invitations')
    .join('organizations', 'organizations.id', 'invitations.organization_id')
    .where('invitations.email', address)
    .where('invitations.status', 'pending')
    .where('invitations.expires_at', '>', now)
    .whereNull('organizations.deleted_at')
    .select(invitationColumns.map((column) => `invitations.${column}`))
    .select('organizations.name as organization_name');
  return fetchSlice<ReceivedInvitation>(
    query,
    page,
    { column: 'invitations.created_at', type: 'timestamptz', valueOf: (row) => row.created_at },
    'invitations.id',
  );
}

const KEPT_MS = 90 * DAY_MS;
const MAILS_KEPT_MS = 2 * DAY_MS;

/** Marks expired invitations, and deletes those that ended long ago. */
export async function sweepInvitationRows(db: Db, now: Date): Promise<void> {
  await db
    .knex('invitations')
    .where('status', 'pending')
    .where('expires_at', '<=', now)
    .update({ status: 'expired', version: db.knex.raw('version + 1'), updated_at: now });
  await db
    .knex('invitations')
    .where('expires_at', '<', new Date(now.getTime() - KEPT_MS))
    .delete();
  await db
    .knex('invitation_mails')
    .where('window_began_at', '<', new Date(now.getTime() - MAILS_KEPT_MS))
    .delete();
}
