// The values that the contract's own extensions may have. The contract lint refuses others, and the engine supports
// each of them.

/**
 * The values of `x-role`, from the lowest role to the highest. `anonymous`: no credential needed. `user`: any signed-in
 * user. `contributor` and `lead` are project roles, which the policy checks on the row.
 */
export const requiredRoles = [
  'anonymous',
  'user',
  'viewer',
  'contributor',
  'lead',
  'member',
  'admin',
  'owner',
  'operator',
] as const;
export type RequiredRole = (typeof requiredRoles)[number];

/** The classes of `x-rate-limit`, each with its default quota in requests per minute. */
export const defaultQuotas = {
  auth: 10,
  public: 300,
  read: 1200,
  write: 300,
  bulk: 30,
  ingest: 6000,
  heavy: 120,
} as const;
type RateClass = keyof typeof defaultQuotas;
export const rateClasses = Object.keys(defaultQuotas) as readonly RateClass[];

/**
 * The values of `x-consistency`. `strong`, the default: the response shows every change that was committed before the
 * request. `bounded`: changes by others may be missing for a limited time, the caller's own changes are not.
 */
export const consistencies = ['strong', 'bounded'] as const;
export type Consistency = (typeof consistencies)[number];

/** The resources of an API key's scopes: `tasks:read`, `tasks:write`. */
export const scopeAreas = [
  'account',
  'organizations',
  'projects',
  'tasks',
  'events',
  'errors',
  'analytics',
  'audit',
  'notifications',
  'webhooks',
  'integrations',
  'jobs',
  'admin',
] as const;

/** Response headers, in lower case, that the engine or src/http sets. A handler must not set them. */
export const engineHeaders = [
  'x-request-id',
  'api-version',
  'vary',
  'ratelimit-policy',
  'ratelimit',
  'cache-control',
  'deprecation',
  'sunset',
  'link-template',
  'retry-after',
  'www-authenticate',
  'idempotency-replayed',
  'allow',
] as const;
export type EngineHeader = (typeof engineHeaders)[number];
