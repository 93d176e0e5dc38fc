/** Names of what is secret -> null, or the form of a secret where the name has harmless values, too. */
export type SecretNames = Readonly<Record<string, string | null>>;

/** What stands in place of a secret: that it was there, not what it was. */
export const MASK = '[masked]';

/**
 * What no document of ours names: columns that hold hashes, and what OAuth 2.0 (RFC 6749) calls the credentials of others.
 */
const namesBeyondTheContract: readonly string[] = [
  'password_hash',
  'token_hash',
  'previous_token_hash',
  'code_hash',
  'access_token',
  'refresh_token',
  'client_secret',
  'credentials',
];

/** What is nested deeper than this is not looked at in a log line. */
const LOGGED_DEPTH_MAX = 4;

/** Says of a field whether it is to be masked. */
type IsSecret = (name: string, value: unknown) => boolean;

/** A test for fields that hold secrets, by their names. Absent values (null, undefined) are no secrets. */
export function createSecretTest(names: SecretNames): IsSecret {
  const forms = new Map<string, RegExp | undefined>(namesBeyondTheContract.map((name) => [name, undefined]));
  for (const [name, form] of Object.entries(names)) forms.set(name, form === null ? undefined : new RegExp(form));
  return (name, value) => {
    if (value === undefined || value === null || !forms.has(name)) return false;
    const form = forms.get(name);
    return form === undefined || (typeof value === 'string' && form.test(value));
  };
}

/**
 * The same fields with MASK in place of secrets, copied only where there is one. By hand, because pino's redaction with
 * wildcards costs ten times as much as the line itself, secrets or not.
 */
export function maskSecrets(fields: Record<string, unknown>, isSecret: IsSecret, depth = 1): Record<string, unknown> {
  let masked = fields;
  for (const name in fields) {
    const value = fields[name];
    const shown = isSecret(name, value) ? MASK : maskedInside(value, isSecret, depth);
    if (shown === value) continue;
    if (masked === fields) masked = { ...fields };
    masked[name] = shown;
  }
  return masked;
}

function maskedInside(value: unknown, isSecret: IsSecret, depth: number): unknown {
  if (!isNested(value) || depth >= LOGGED_DEPTH_MAX) return value;
  // At the top they are for the serializer, which masks what it makes of them.
  if (value instanceof Error && depth === 1) return value;
  if (!Array.isArray(value)) return maskSecrets(value, isSecret, depth + 1);
  const items: unknown[] = value;
  const shown = items.map((item) => maskedInside(item, isSecret, depth + 1));
  return shown.every((item, index) => item === items[index]) ? value : shown;
}

function isNested(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
