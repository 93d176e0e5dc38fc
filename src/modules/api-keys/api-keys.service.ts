import { problems } from '../../../generated/problems.ts';
import type { ApiKey, ApiKeyCreate, ApiKeyCreated, ApiKeyUpdate } from '../../../generated/v2/types.ts';
import { assertVersion, type VersionPrecondition } from '../../problems/precondition.ts';
import { recordAll } from '../../outbox/record-all.ts';
import { record, type FullChange } from '../../outbox/record.ts';
import { hashToken, newToken } from '../../platform/crypto.ts';
import type { PageRequest, Slice } from '../../platform/cursor.ts';
import { resourceIdOf, type AnonymousUnit, type Unit } from '../../platform/unit.ts';
import {
  assertGrantable,
  assertNarrower,
  assertWithinLife,
  hintOf,
  isNoLonger,
  maySee,
  seesEveryKey,
} from './api-keys.policy.ts';
import * as repository from './api-keys.repository.ts';
import type { ApiKeyFilters } from './api-keys.types.ts';

export async function listApiKeys(unit: Unit, filters: ApiKeyFilters, page: PageRequest): Promise<Slice<ApiKey>> {
  const owners = [
    ...(seesEveryKey(unit.actor) ? [] : [unit.actor.user_id]),
    ...(filters.user_id === undefined ? [] : [filters.user_id]),
  ];
  return repository.listApiKeyRows(unit.db, unit.actor, owners, page);
}

/**
 * @throws AppError `not_found` if the key does not exist, or belongs to somebody else and the caller is no
 *   administrator
 */
export async function getApiKey(unit: Unit, apiKeyId: string): Promise<ApiKey> {
  const key = await repository.findApiKey(unit.db, unit.actor, apiKeyId);
  if (key === undefined || !maySee(unit.actor, key)) throw problems.not_found();
  return key;
}

/** As getApiKey, and locks the row until the end of the transaction. */
async function lockApiKey(unit: Unit, apiKeyId: string): Promise<ApiKey> {
  const key = await repository.lockApiKey(unit.db, unit.actor, apiKeyId);
  if (key === undefined || !maySee(unit.actor, key)) throw problems.not_found();
  return key;
}

export async function createApiKey(unit: Unit, input: ApiKeyCreate): Promise<ApiKeyCreated> {
  const expiresAt = expiryOf(unit, input);
  assertGrantable(unit.actor, input.scopes);
  if (unit.actor.credential_type === 'api_key') {
    assertWithinLife(expiresAt, await getApiKey(unit, unit.actor.credential_id));
  }
  const now = unit.now.toISOString();
  const token = newToken('ak_');
  const key: ApiKey = {
    id: resourceIdOf(unit),
    organization_id: unit.actor.organization_id,
    user_id: unit.actor.user_id,
    name: input.name,
    hint: hintOf(token),
    scopes: [...input.scopes].sort(),
    expires_at: expiresAt,
    version: 1,
    created_at: now,
    updated_at: now,
  };
  await repository.insertApiKey(unit.db, key, hashToken(token));
  await record(unit, {
    audit: 'api_key.create',
    event: 'api_key.created',
    resource: { type: 'api_key', id: key.id },
    after: key,
    data: key,
  });
  return { ...key, token };
}

/** @throws AppError `scope_not_grantable`, `expiry_in_past`, `expiry_not_grantable` (409) */
export async function updateApiKey(
  unit: Unit,
  apiKeyId: string,
  change: ApiKeyUpdate,
  precondition: VersionPrecondition,
): Promise<ApiKey> {
  const before = await lockApiKey(unit, apiKeyId);
  assertVersion(before, precondition);
  assertNarrower(before, change.scopes ?? []);
  const after: ApiKey = {
    ...before,
    name: change.name ?? before.name,
    scopes: [...(change.scopes ?? before.scopes)].sort(),
    expires_at: change.expires_at === undefined ? before.expires_at : await movedExpiry(unit, before, change),
    version: before.version + 1,
    updated_at: unit.now.toISOString(),
  };
  await repository.replaceApiKey(unit.db, after);
  await record(unit, { audit: 'api_key.update', resource: { type: 'api_key', id: after.id }, before, after });
  return after;
}

/** Returns the new expiry. A key may shorten a life, its own included, but not extend one beyond its own. */
async function movedExpiry(unit: Unit, key: ApiKey, change: ApiKeyUpdate): Promise<string | null> {
  const expiresAt = expiryOf(unit, change);
  if (unit.actor.credential_type === 'api_key' && !isNoLonger(expiresAt, key)) {
    assertWithinLife(expiresAt, await getApiKey(unit, unit.actor.credential_id));
  }
  return expiresAt;
}

export async function deleteApiKey(unit: Unit, apiKeyId: string, precondition: VersionPrecondition): Promise<void> {
  const key = await lockApiKey(unit, apiKeyId);
  assertVersion(key, precondition);
  await repository.deleteApiKeyRow(unit.db, key);
  await record(unit, endOf(key));
}

/** Returns the working keys of a user in all organizations. */
export async function listKeysOf(unit: AnonymousUnit, userId: string): Promise<readonly ApiKey[]> {
  return repository.listApiKeysOf(unit.db, userId, unit.now);
}

/** Deletes every key of a user in all organizations, so that they stop working now. */
export async function endApiKeys(unit: AnonymousUnit, userId: string): Promise<void> {
  await recordAll(unit, (await repository.takeApiKeys(unit.db, userId)).map(endOf));
}

function endOf(key: ApiKey): FullChange<'api_key.deleted'> {
  return {
    audit: 'api_key.delete',
    event: 'api_key.deleted',
    resource: { type: 'api_key', id: key.id },
    organization_id: key.organization_id,
    user_id: key.user_id,
    before: key,
    data: key,
  };
}

const YEAR_10000_MS = Date.UTC(10_000, 0);

/** Returns the expiry of a key in the contract's time format. */
function expiryOf(unit: Unit, { expires_at }: Pick<ApiKeyCreate, 'expires_at'>): string | null {
  if (expires_at === undefined || expires_at === null) return null;
  const time = Date.parse(expires_at);
  if (time <= unit.now.getTime()) throw problems.expiry_in_past({ expires_at });
  // Refuses leap seconds, which JavaScript does not parse, and times that a time zone moves out of the four-digit
  // years.
  if (!(time < YEAR_10000_MS)) throw problems.value_out_of_range();
  return new Date(time).toISOString();
}
