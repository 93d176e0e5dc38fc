import type { ApiKey } from '../../../generated/v2/types.ts';
import { fetchSlice, type PageRequest, type Slice, type SortKey } from '../../platform/cursor.ts';
import type { Db, Statement } from '../../platform/database.ts';
import type { Actor } from '../../platform/unit.ts';
import { apiKeyColumns, type AuthenticatedApiKey } from './api-keys.types.ts';

const authenticateStatement: Statement = {
  name: 'api_keys.authenticate',
  isQuick: true,
  text: `SELECT k.id, k.user_id, k.organization_id, k.scopes, k.expires_at, k.last_used_at, m.role, u.is_operator
           FROM api_keys k
           JOIN organization_members m ON m.organization_id = k.organization_id AND m.user_id = k.user_id
           JOIN users u ON u.id = k.user_id
          WHERE k.token_hash = $1 AND (k.expires_at IS NULL OR k.expires_at > $2) AND u.deactivated_at IS NULL`,
};

// The old secret of a rotated key. This is a statement of its own, run only if the first finds nothing, so that the hot
// path reads one index.
const authenticatePreviousStatement: Statement = {
  name: 'api_keys.authenticate_previous',
  text: `SELECT k.id, k.user_id, k.organization_id, k.scopes, least(k.expires_at, k.previous_expires_at) AS expires_at,
                k.last_used_at, m.role, u.is_operator
           FROM api_keys k
           JOIN organization_members m ON m.organization_id = k.organization_id AND m.user_id = k.user_id
           JOIN users u ON u.id = k.user_id
          WHERE k.previous_token_hash = $1 AND k.previous_expires_at > $2
            AND (k.expires_at IS NULL OR k.expires_at > $2) AND u.deactivated_at IS NULL`,
};

// The condition keeps concurrent requests with one key from writing one after the other.
const touchStatement: Statement = {
  name: 'api_keys.touch',
  text: 'UPDATE api_keys SET last_used_at = $2 WHERE id = $1 AND last_used_at IS NOT DISTINCT FROM $3',
};

const findStatement: Statement = {
  name: 'api_keys.find',
  text: `SELECT id, organization_id, user_id, name, hint, scopes, expires_at, version, created_at, updated_at
           FROM api_keys WHERE organization_id = $1 AND id = $2`,
};

const lockStatement: Statement = {
  name: 'api_keys.lock',
  text: `SELECT id, organization_id, user_id, name, hint, scopes, expires_at, version, created_at, updated_at
           FROM api_keys WHERE organization_id = $1 AND id = $2 FOR NO KEY UPDATE`,
};

const lastUseStatement: Statement = {
  name: 'api_keys.last_use',
  text: 'SELECT last_used_at FROM api_keys WHERE organization_id = $1 AND id = $2',
};

const replaceSecretStatement: Statement = {
  name: 'api_keys.replace_secret',
  text: `UPDATE api_keys SET previous_token_hash = CASE WHEN $4::timestamptz IS NULL THEN NULL ELSE token_hash END,
           previous_expires_at = $4, token_hash = $3, hint = $5, version = $6, updated_at = $7
          WHERE organization_id = $1 AND id = $2`,
};

export async function authenticateApiKey(
  db: Db,
  tokenHash: Buffer,
  now: Date,
): Promise<AuthenticatedApiKey | undefined> {
  const values = [tokenHash, now];
  const [key] = await db.query<AuthenticatedApiKey>(authenticateStatement, values);
  return key ?? (await db.query<AuthenticatedApiKey>(authenticatePreviousStatement, values))[0];
}

export async function touchApiKey(db: Db, key: AuthenticatedApiKey, now: Date): Promise<void> {
  await db.query(touchStatement, [key.id, now, key.last_used_at]);
}

export async function findApiKey(db: Db, actor: Actor, apiKeyId: string): Promise<ApiKey | undefined> {
  const [key] = await db.query<ApiKey>(findStatement, [actor.organization_id, apiKeyId]);
  return key;
}

/** As findApiKey, and locks the row until the end of the transaction. */
export async function lockApiKey(db: Db, actor: Actor, apiKeyId: string): Promise<ApiKey | undefined> {
  const [key] = await db.query<ApiKey>(lockStatement, [actor.organization_id, apiKeyId]);
  return key;
}

export async function findLastUse(db: Db, { organization_id, id }: ApiKey): Promise<string | null> {
  const [row] = await db.query<{ last_used_at: string | null }>(lastUseStatement, [organization_id, id]);
  return row?.last_used_at ?? null;
}

interface NewSecret {
  readonly token_hash: Buffer;
  /** When the old secret stops working; undefined if it stops now. */
  readonly previous_expires_at: Date | undefined;
}

/** Replaces the secret of a locked key. */
export async function replaceSecret(db: Db, key: ApiKey, secret: NewSecret): Promise<void> {
  const { organization_id, id, hint, version, updated_at } = key;
  const { token_hash, previous_expires_at = null } = secret;
  await db.query(replaceSecretStatement, [
    organization_id,
    id,
    token_hash,
    previous_expires_at,
    hint,
    version,
    updated_at,
  ]);
}

/** Writes the changeable fields of a locked key. */
export async function replaceApiKey(db: Db, key: ApiKey): Promise<void> {
  const { organization_id, id, name, scopes, expires_at, version, updated_at } = key;
  await db.knex('api_keys').where({ organization_id, id }).update({ name, scopes, expires_at, version, updated_at });
}

const sortKeys = {
  created_at: { column: 'created_at', type: 'timestamptz', valueOf: (row) => row.created_at },
  name: { column: 'name', type: 'text', valueOf: (row) => row.name },
} satisfies Readonly<Record<string, SortKey<ApiKey>>>;

/** Lists the organization's keys. `owners`, if given, restricts them to keys that belong to each of these users. */
export async function listApiKeyRows(
  db: Db,
  actor: Actor,
  owners: readonly string[],
  page: PageRequest,
): Promise<Slice<ApiKey>> {
  const query = db.knex('api_keys').where('organization_id', actor.organization_id).select(apiKeyColumns);
  for (const owner of owners) void query.where('user_id', owner);
  return fetchSlice<ApiKey>(query, page, sortKeys[page.sort as keyof typeof sortKeys]);
}

export async function insertApiKey(db: Db, key: ApiKey, tokenHash: Buffer): Promise<void> {
  await db.knex('api_keys').insert({ ...key, token_hash: tokenHash });
}

/** Deletes a locked key. */
export async function deleteApiKeyRow(db: Db, { organization_id, id }: ApiKey): Promise<void> {
  await db.knex('api_keys').where({ organization_id, id }).delete();
}

const listOfUserStatement: Statement = {
  name: 'api_keys.list_of_user',
  text: `SELECT id, organization_id, user_id, name, hint, scopes, expires_at, version, created_at, updated_at
           FROM api_keys WHERE user_id = $1 AND (expires_at IS NULL OR expires_at > $2) ORDER BY created_at DESC, id DESC`,
};

/** Returns the working keys of a user in all organizations, the newest first. */
export async function listApiKeysOf(db: Db, userId: string, now: Date): Promise<readonly ApiKey[]> {
  return db.query<ApiKey>(listOfUserStatement, [userId, now]);
}

/** Deletes every key of a user in all organizations, and returns the deleted keys. */
export async function takeApiKeys(db: Db, userId: string): Promise<readonly ApiKey[]> {
  return db.knex('api_keys').where('user_id', userId).delete().returning<ApiKey[]>(apiKeyColumns);
}
