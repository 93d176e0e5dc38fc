// The words that the contract's own extensions may use. The lint refuses others; the engine knows each of them.

/**
 * Least roles of `x-role`, from what anybody may to what few may. `anonymous`: no credential needed; `user`: any
 * signed-in user; `contributor` and `lead` are project roles, which the policy decides on the row.
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

/** Classes of `x-rate-limit`. */
export const rateClasses = ['auth', 'public', 'read', 'write', 'bulk', 'ingest', 'heavy'] as const;
export type RateClass = (typeof rateClasses)[number];

/** What a scope of an API key is about: `tasks:read`, `tasks:write`. */
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

/** Response headers, in lower case, that the engine or src/http write; a handler leaves them alone. */
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
