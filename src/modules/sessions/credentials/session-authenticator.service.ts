import type { Cache, Loaded } from '../../../cache/cache.ts';
import { hashToken, tokenKey } from '../../../platform/crypto.ts';
import type { Db } from '../../../platform/database.ts';
import { networkOf } from '../../../platform/source-address.ts';
import type { Actor } from '../../../platform/unit.ts';
import { idleSince, isTouchDue, touchDueAt } from '../sessions.policy.ts';
import { authenticateSession, touchSession } from '../sessions.repository.ts';
import type { AuthenticatedSession, PresentedToken } from '../sessions.types.ts';
import { noticeMove } from '../suspicion/suspicion.service.ts';

const tokenPattern = /^ses_[A-Za-z0-9_-]{43}$/;

/** A session and whom it authenticates. Requests share the actor, so it is frozen. */
interface KeptSession {
  readonly session: AuthenticatedSession;
  readonly actor: Actor;
}

interface Authenticating {
  readonly db: Db;
  /** Keeps sessions that need not be read again, under the hash of their token. Undefined: every request reads. */
  readonly cache?: Cache<KeptSession | undefined>;
}

/**
 * Finds the session of a token; undefined for a token without a live session. The actor's organization is the one that
 * the request names, else the user's home organization. The actor has no organization if the user is no member of it.
 * Returns no promise for a kept session whose activity need not be stored.
 */
export function createSessionAuthenticator({ db, cache }: Authenticating) {
  return (presented: PresentedToken): Actor | undefined | Promise<Actor | undefined> => {
    const { token, organization_id, address, now } = presented;
    if (!tokenPattern.test(token)) return undefined;
    const key = `${tokenKey(token)} ${organization_id ?? ''}`;
    const kept = cache?.get(key);
    const network = networkOf(address);
    if (kept !== undefined && isCurrent(kept.session, network, now)) return kept.actor;
    const load = () => loadSession(db, presented, network);
    return cache === undefined ? actorOf(load()) : fetchActor(cache, { key, load, network, now });
  };
}

interface Fetching {
  readonly key: string;
  readonly load: () => Promise<Loaded<KeptSession | undefined>>;
  readonly network: string;
  readonly now: Date;
}

async function fetchActor(
  cache: Cache<KeptSession | undefined>,
  { key, load, network, now }: Fetching,
): Promise<Actor | undefined> {
  const found = await cache.fetch(key, load);
  // A copy from before the session's latest move or activity: this request must be noted in the row.
  if (found !== undefined && !isCurrent(found.session, network, now)) return actorOf(load());
  return found?.actor;
}

async function actorOf(loading: Promise<Loaded<KeptSession | undefined>>): Promise<Actor | undefined> {
  return (await loading).value?.actor;
}

/** Reads a live session, and stores its activity if that is due. */
async function loadSession(
  db: Db,
  { token, organization_id, request_id, now }: PresentedToken,
  network: string,
): Promise<Loaded<KeptSession | undefined>> {
  const liveness = { now, idleSince: idleSince(now) };
  let session = await authenticateSession(db, hashToken(token), organization_id, liveness);
  if (session === undefined) return { value: undefined, tags: [], isKept: false };
  if (hasMoved(session, network)) {
    const moved = session;
    await db.transaction((tx) => noticeMove({ db: tx, actor: undefined, request_id, now }, moved, network));
  } else if (isTouchDue(session.last_active_at, now)) {
    await touchSession(db, session, network, now);
    session = { ...session, last_active_at: now.toISOString(), network };
  }
  const endsAt = Math.min(touchDueAt(session.last_active_at), Date.parse(session.expires_at));
  return { value: kept(session), tags: tagsOf(session), ttlMs: endsAt - now.getTime() };
}

function kept(session: AuthenticatedSession): KeptSession {
  const actor: Actor = {
    user_id: session.user_id,
    credential_id: session.id,
    credential_type: 'session',
    organization_id: session.organization_id ?? '',
    role: session.role ?? 'viewer',
    scopes: undefined,
    is_operator: session.is_operator,
  };
  return { session, actor: Object.freeze(actor) };
}

/** The organization, because its deletion ends all memberships and moves the homes of its members. */
function tagsOf({ id, user_id, organization_id }: AuthenticatedSession): string[] {
  const tags = [`session:${id}`, `user:${user_id}`, `member:${user_id}`];
  return organization_id === null ? tags : [...tags, `organization:${organization_id}`];
}

/** Returns whether the session lives, and the request changes nothing in its row. */
function isCurrent(session: AuthenticatedSession, network: string, now: Date): boolean {
  return (
    now.getTime() < Date.parse(session.expires_at) &&
    !isTouchDue(session.last_active_at, now) &&
    !hasMoved(session, network)
  );
}

/**
 * Returns whether the session moved to another network and must be assessed. A marked session is no longer watched,
 * because each mark costs a write.
 */
function hasMoved({ network, is_suspicious }: AuthenticatedSession, current: string): boolean {
  return !is_suspicious && network !== null && network !== current;
}
