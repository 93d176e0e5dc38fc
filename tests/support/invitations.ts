import { createHash, randomBytes } from 'node:crypto';
import type { Invitation } from '../../generated/v2/types.ts';
import { newId } from '../../src/platform/ids.ts';
import { createAccount, type Account, type AccountHost, type OrganizationRole } from './accounts.ts';
import { bodyOf } from './factories.ts';

/** Creates an invitation through the API, by default to an address without an account. */
export async function createInvitation(
  { v2, organization_id }: Pick<Account, 'v2' | 'organization_id'>,
  { email = newInvitee(), role = 'member' }: { readonly email?: string; readonly role?: OrganizationRole } = {},
): Promise<Invitation> {
  const params = { path: { organization_id } };
  return bodyOf(
    await v2.POST('/api/v2/organizations/{organization_id}/invitations', { params, body: { email, role } }),
  );
}

export function newInvitee(): string {
  return `jun-${randomBytes(6).toString('hex')}@meridian.example`;
}

interface Elsewhere {
  readonly organization_id: string;
  readonly invitation_id: string;
  /** The token in the link of the mail. */
  readonly token: string;
}

/** Inserts an invitation of a new organization to the account as a row, without sending a mail. */
export async function inviteElsewhere(
  app: AccountHost,
  { email }: Pick<Account, 'email'>,
  { role = 'member', name = 'Halyard' } = {},
): Promise<Elsewhere> {
  const { organization_id, user_id } = await createAccount(app, { name: 'Grace Hopper' });
  await app.query('UPDATE organizations SET name = $2 WHERE id = $1', [organization_id, name]);
  const invitation_id = newId();
  const token = randomBytes(32).toString('base64url');
  const hash = createHash('sha256').update(token).digest();
  const now = app.clock.now();
  const expiresAt = new Date(now.getTime() + 7 * 86_400_000);
  await app.query(
    `INSERT INTO invitations (id, organization_id, email, role, status, token_hash, invited_by_id, expires_at, created_at, updated_at)
     VALUES ($1, $2, $3, $4, 'pending', $5, $6, $7, $8, $8)`,
    [invitation_id, organization_id, email, role, hash, user_id, expiresAt, now],
  );
  return { organization_id, invitation_id, token };
}
