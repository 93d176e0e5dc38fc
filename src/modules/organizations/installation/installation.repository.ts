import type { Db, Statement } from '../../../platform/database.ts';

const listAddressesStatement: Statement = {
  name: 'organizations.list_addresses',
  text: `SELECT u.email FROM organization_members m JOIN users u ON u.id = m.user_id
          WHERE m.organization_id = $1 AND u.email_verified_at IS NOT NULL AND u.deactivated_at IS NULL
          ORDER BY u.email LIMIT 100`,
};

/** Returns the verified addresses of the members who can log in. */
export async function listMemberAddresses(db: Db, organizationId: string): Promise<readonly string[]> {
  return (await db.query<{ email: string }>(listAddressesStatement, [organizationId])).map(({ email }) => email);
}
