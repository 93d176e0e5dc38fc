import type { Cache, Loaded } from '../../cache/cache.ts';
import { hashToken, tokenKey } from '../../platform/crypto.ts';
import type { Db } from '../../platform/database.ts';
import type { Actor } from '../../platform/unit.ts';
import { isTouchDue, touchDueAt } from './api-keys.policy.ts';
import { authenticateApiKey, touchApiKey } from './api-keys.repository.ts';
import type { AuthenticatedApiKey, PresentedToken } from './api-keys.types.ts';

const tokenPattern = /^ak_[A-Za-z0-9_-]{43}$/;

/** A key and whom it authenticates. Requests share the actors, so they are frozen. */
interface KeptApiKey {
  readonly key: AuthenticatedApiKey;
  readonly actor: Actor;
  /** The same without an organization, for requests that name another one than the key's. */
  readonly elsewhere: Actor;
}

interface Authenticating {
  readonly db: Db;
  /** Keeps keys that need not be read again, under the hash of their token. Undefined: every request reads. */
  readonly cache?: Cache<KeptApiKey | undefined>;
}

/**
 * Finds the API key that a token is the secret of; undefined for an unknown token or an expired key. A key acts in its
 * own organization only: if the request names another one, the actor has no organization. Returns no promise for a kept
 * key whose use need not be stored.
 */
export function createApiKeyAuthenticator({ db, cache }: Authenticating) {
  return ({ token, organization_id, now }: PresentedToken): Actor | undefined | Promise<Actor | undefined> => {
    if (!tokenPattern.test(token)) return undefined;
    const place = tokenKey(token);
    const kept = cache?.get(place);
    if (kept !== undefined && isCurrent(kept.key, now)) return actorIn(kept, organization_id);
    const load = () => loadApiKey(db, token, now);
    const found = cache === undefined ? load().then(({ value }) => value) : fetchKey(cache, { place, load, now });
    return found.then((key) => actorIn(key, organization_id));
  };
}

interface Fetching {
  readonly place: string;
  readonly load: () => Promise<Loaded<KeptApiKey | undefined>>;
  readonly now: Date;
}

async function fetchKey(
  cache: Cache<KeptApiKey | undefined>,
  { place, load, now }: Fetching,
): Promise<KeptApiKey | undefined> {
  const found = await cache.fetch(place, load);
  // A copy from before the latest use that was stored: this one must be stored, too.
  return found === undefined || isCurrent(found.key, now) ? found : (await load()).value;
}

/** Reads a valid key, and stores its use if that is due. */
async function loadApiKey(db: Db, token: string, now: Date): Promise<Loaded<KeptApiKey | undefined>> {
  const found = await authenticateApiKey(db, hashToken(token), now);
  if (found === undefined) return { value: undefined, tags: [], isKept: false };
  const isDue = isTouchDue(found.last_used_at, now);
  if (isDue) await touchApiKey(db, found, now);
  const key = isDue ? { ...found, last_used_at: now.toISOString() } : found;
  const { id, user_id, organization_id } = key;
  const tags = [`api_key:${id}`, `user:${user_id}`, `member:${user_id}`, `organization:${organization_id}`];
  return { value: kept(key), tags, ttlMs: Math.min(touchDueAt(key.last_used_at), endOf(key)) - now.getTime() };
}

function kept(key: AuthenticatedApiKey): KeptApiKey {
  const actor: Actor = {
    user_id: key.user_id,
    credential_id: key.id,
    credential_type: 'api_key',
    organization_id: key.organization_id,
    role: key.role,
    scopes: Object.freeze(key.scopes),
    is_operator: key.is_operator,
  };
  return { key, actor: Object.freeze(actor), elsewhere: Object.freeze({ ...actor, organization_id: '' }) };
}

function actorIn(kept: KeptApiKey | undefined, organizationId: string | undefined): Actor | undefined {
  const isElsewhere = organizationId !== undefined && organizationId !== kept?.key.organization_id;
  return isElsewhere ? kept?.elsewhere : kept?.actor;
}

/** Returns whether the key is valid, and its use need not be stored. */
function isCurrent(key: AuthenticatedApiKey, now: Date): boolean {
  return now.getTime() < endOf(key) && !isTouchDue(key.last_used_at, now);
}

function endOf({ expires_at }: AuthenticatedApiKey): number {
  return expires_at === null ? Infinity : Date.parse(expires_at);
}
