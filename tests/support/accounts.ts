import { createHash, randomBytes } from 'node:crypto';
import type { paths as PathsV1 } from '../../generated/v1/types.ts';
import { createHttpClient, type HttpClient } from '../../src/client/http-client.ts';
import type { Clock } from '../../src/platform/clock.ts';
import { newId } from '../../src/platform/ids.ts';
import type { TestApp } from './app.ts';
import { checkedFetch } from './contract/checked-fetch.ts';
import { documentedOperations } from './contract/document.ts';
import { bodyOf } from './factories.ts';

// Accounts of tests. They are inserted as rows, because a registration costs a password hash and a mail; the tests of
// registration cover that.

/** The server that accounts are created on: one in this process or one of its own. */
export type AccountHost = Pick<TestApp, 'url' | 'query'> & { readonly clock: Clock };

export type OrganizationRole = 'owner' | 'admin' | 'member' | 'viewer';

/** A user in an organization, with an API key. */
export interface Account {
  readonly user_id: string;
  readonly email: string;
  readonly name: string;
  readonly organization_id: string;
  readonly role: OrganizationRole;
  readonly api_key_id: string;
  /** The key's secret. */
  readonly token: string;
  /** Clients that send the key. Every response is compared with the document. */
  readonly v1: HttpClient<PathsV1>;
  readonly v2: HttpClient;
}

export interface AccountOptions {
  /** The organization to join; without it, a new one is created. */
  readonly organization_id?: string;
  /** By default owner. */
  readonly role?: OrganizationRole;
  /** By default all scopes. */
  readonly scopes?: readonly string[];
  readonly is_operator?: boolean;
  readonly name?: string;
}

/** Every scope that an operation requires. */
export const allScopes: readonly string[] = [
  ...new Set(
    documentedOperations.flatMap(({ written }) =>
      (written.security ?? []).flatMap((scheme) => scheme['bearerAuth'] ?? []),
    ),
  ),
].sort();

function randomName(prefix: string): string {
  return `${prefix}-${randomBytes(6).toString('hex')}`;
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

async function insertOrganization(app: AccountHost, id: string): Promise<void> {
  const now = app.clock.now();
  await app.query('INSERT INTO organizations (id, name, slug, created_at, updated_at) VALUES ($1, $2, $3, $4, $4)', [
    id,
    'Meridian',
    randomName('meridian'),
    now,
  ]);
}

async function insertUser(
  app: AccountHost,
  user: Pick<Account, 'user_id' | 'email' | 'name' | 'organization_id' | 'role'>,
  isOperator: boolean,
): Promise<void> {
  const now = app.clock.now();
  await app.query(
    `INSERT INTO users (id, email, name, is_operator, email_verified_at, home_organization_id, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $5, $5)`,
    [user.user_id, user.email, user.name, isOperator, now, user.organization_id],
  );
  await app.query(
    `INSERT INTO organization_members (organization_id, user_id, role, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $4)`,
    [user.organization_id, user.user_id, user.role, now],
  );
}

/** Creates another API key of an account; returns its id and secret. */
export async function createKey(
  app: AccountHost,
  owner: Pick<Account, 'user_id' | 'organization_id'>,
  {
    scopes = allScopes,
    expires_at = null,
  }: { readonly scopes?: readonly string[]; readonly expires_at?: Date | null } = {},
): Promise<{ readonly api_key_id: string; readonly token: string }> {
  const api_key_id = newId();
  const token = `ak_${randomBytes(32).toString('base64url')}`;
  await app.query(
    `INSERT INTO api_keys (id, organization_id, user_id, name, hint, token_hash, scopes, expires_at, created_at, updated_at)
     VALUES ($1, $2, $3, 'tests', $4, $5, $6, $7, $8, $8)`,
    [
      api_key_id,
      owner.organization_id,
      owner.user_id,
      token.slice(-4),
      hashOf(token),
      scopes,
      expires_at,
      app.clock.now(),
    ],
  );
  return { api_key_id, token };
}

/** Creates clients of both versions that send a bearer token. */
export function clientsOf(app: Pick<TestApp, 'url'>, token: string): Pick<Account, 'v1' | 'v2'> {
  const options = { baseUrl: app.url, apiKey: token, fetch: checkedFetch };
  return { v1: createHttpClient<PathsV1>(options), v2: createHttpClient(options) };
}

/** Creates a user with an API key: by default the owner of a new organization, with every scope. */
export async function createAccount(app: AccountHost, options: AccountOptions = {}): Promise<Account> {
  const { organization_id = newId(), role = 'owner', scopes = allScopes, is_operator = false } = options;
  if (options.organization_id === undefined) await insertOrganization(app, organization_id);
  const name = options.name ?? 'Ada Byrne';
  const user = { user_id: newId(), email: `${randomName('ada')}@meridian.example`, name, organization_id, role };
  await insertUser(app, user, is_operator);
  const key = await createKey(app, user, { scopes });
  return { ...user, ...key, ...clientsOf(app, key.token) };
}

/** Creates another user in the account's organization. */
export function createMember(
  app: AccountHost,
  { organization_id }: Pick<Account, 'organization_id'>,
  role: OrganizationRole = 'member',
): Promise<Account> {
  return createAccount(app, { organization_id, role });
}

/** A browser's session: its cookie, and the CSRF token that unsafe requests must send too. */
export interface BrowserSession {
  readonly session_id: string;
  /** The bearer token. */
  readonly token: string;
  /** `Cookie` */
  readonly cookie: string;
  /** `X-CSRF-Token` */
  readonly csrf_token: string;
}

/**
 * Creates a session of an account without a password.
 * @param known the CSRF token, if the server under test has no getCsrfToken
 */
export async function createSession(
  app: AccountHost,
  account: Pick<Account, 'user_id' | 'organization_id'>,
  known?: { readonly csrf_token: string },
): Promise<BrowserSession> {
  const session_id = newId();
  const token = `ses_${randomBytes(32).toString('base64url')}`;
  const now = app.clock.now();
  const expiresAt = new Date(now.getTime() + 30 * 86_400_000);
  await app.query(
    `INSERT INTO sessions (id, user_id, token_hash, organization_id, address, created_at, last_active_at, expires_at)
     VALUES ($1, $2, $3, $4, '127.0.0.1', $5, $5, $6)`,
    [session_id, account.user_id, hashOf(token), account.organization_id, now, expiresAt],
  );
  const csrf_token =
    known?.csrf_token ?? bodyOf(await clientsOf(app, token).v2.GET('/api/v2/auth/csrf-token')).csrf_token;
  return { session_id, token, cookie: `architect_session=${token}`, csrf_token };
}
