import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { newId } from '../../src/platform/ids.ts';

// People around the fuzzer, written as rows: registering each would cost it most of its time.

const COUNT = 60;

export interface People {
  /** Members of the fuzzer's organization, to be promoted and removed: ids, joined by spaces. */
  readonly member_ids: string;
  /** What opens invitations of other organizations to the fuzzer, joined by spaces. */
  readonly invitation_tokens: string;
}

export async function createPeople(
  client: pg.Client,
  fuzzer: { readonly organization_id: string; readonly email: string },
): Promise<People> {
  const members = Array.from({ length: COUNT }, () => newId());
  const tokens = Array.from({ length: COUNT }, () => randomBytes(32).toString('base64url'));
  for (const id of members) await createMember(client, id, { organization_id: fuzzer.organization_id, role: 'member' });
  for (const token of tokens) await createInvitation(client, token, fuzzer.email);
  return { member_ids: members.join(' '), invitation_tokens: tokens.join(' ') };
}

async function createMember(
  client: pg.Client,
  id: string,
  { organization_id, role }: { readonly organization_id: string; readonly role: string },
): Promise<void> {
  await client.query(
    `INSERT INTO users (id, email, name, home_organization_id, created_at, updated_at)
     VALUES ($1, $3, 'Member', $2, now(), now())`,
    [id, organization_id, `${id}@fuzz.example`],
  );
  await client.query(
    `INSERT INTO organization_members (organization_id, user_id, role, created_at, updated_at)
     VALUES ($1, $2, $3, now(), now())`,
    [organization_id, id, role],
  );
}

async function createInvitation(client: pg.Client, token: string, email: string): Promise<void> {
  const id = newId();
  const inviterId = newId();
  await client.query(
    `INSERT INTO organizations (id, name, slug, created_at, updated_at) VALUES ($1, 'Host', $2, now(), now())`,
    [id, id],
  );
  await createMember(client, inviterId, { organization_id: id, role: 'owner' });
  await client.query(
    `INSERT INTO invitations (id, organization_id, email, role, status, token_hash, invited_by_id, expires_at,
                              created_at, updated_at)
     VALUES ($1, $1, $2, 'member', 'pending', $3, $4, now() + interval '7 days', now(), now())`,
    [id, email, createHash('sha256').update(token).digest(), inviterId],
  );
}
