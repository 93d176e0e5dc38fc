/** What stands in the audit log in place of a secret: that it was there, not what it was. */
export const MASK = '[masked]';

const SENSITIVE = new Set([
  'password',
  'current_password',
  'new_password',
  'password_hash',
  'token',
  'token_hash',
  'access_token',
  'refresh_token',
  'csrf_token',
  'secret',
  'client_secret',
  'credentials',
  'recovery_codes',
  'totp_secret',
]);

// A name that is harmless elsewhere: a project's `key` is CORE, an API key's is the secret itself.
const SENSITIVE_BY_RESOURCE: Readonly<Record<string, readonly string[] | undefined>> = {
  api_key: ['key'],
  webhook: ['signing_secret'],
  // The log cannot be changed when a person is to be forgotten, so it knows people by their ids only.
  user: ['email', 'name'],
  member: ['email', 'name'],
  invitation: ['email'],
  session: ['address', 'user_agent'],
};

/**
 * JSON for the audit log, with fields that hold secrets masked at any depth; null for no representation at all.
 * @param more names of further fields to mask
 */
export function toAuditJson(
  representation: object | undefined,
  resourceType: string,
  more: readonly string[] = [],
): string | null {
  if (representation === undefined) return null;
  const byResource = SENSITIVE_BY_RESOURCE[resourceType] ?? [];
  return JSON.stringify(representation, (name, value: unknown) => {
    const isSensitive = SENSITIVE.has(name) || byResource.includes(name) || more.includes(name);
    return isSensitive && value !== null ? MASK : value;
  });
}
