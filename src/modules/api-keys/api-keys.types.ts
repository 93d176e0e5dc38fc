import type { ApiKey } from '../../../generated/v2/types.ts';
import type { Role } from '../../platform/unit.ts';

export const apiKeyColumns = [
  'id',
  'organization_id',
  'user_id',
  'name',
  'hint',
  'scopes',
  'expires_at',
  'version',
  'created_at',
  'updated_at',
] as const satisfies readonly (keyof ApiKey)[];

export interface ApiKeyFilters {
  readonly user_id?: string | undefined;
}

type Scope = ApiKey['scopes'][number];

type ScopeArea = Scope extends `${infer Area}:${string}` ? Area : never;

const scopeAreas = {
  account: true,
  admin: true,
  analytics: true,
  audit: true,
  errors: true,
  events: true,
  integrations: true,
  jobs: true,
  notifications: true,
  organizations: true,
  projects: true,
  tasks: true,
  webhooks: true,
} satisfies Record<ScopeArea, true>;

/** Every scope of the contract. The compiler reports a scope area that is missing here. */
export const allScopes: readonly Scope[] = (Object.keys(scopeAreas) as ScopeArea[]).flatMap((area) => [
  `${area}:read` as const,
  `${area}:write` as const,
]);

/** What an authenticator is given: the parts of the engine's credential that it reads. */
export interface PresentedToken {
  readonly token: string;
  /** The organization that the request names, if any. */
  readonly organization_id: string | undefined;
  readonly now: Date;
}

/** A valid key, its owner, and the owner's role in the key's organization. */
export interface AuthenticatedApiKey {
  readonly id: string;
  readonly user_id: string;
  readonly organization_id: string;
  readonly scopes: readonly string[];
  /** When the presented secret stops working. */
  readonly expires_at: string | null;
  readonly last_used_at: string | null;
  readonly role: Role;
  readonly is_operator: boolean;
}
