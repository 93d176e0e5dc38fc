import { factsOfError } from './error-facts.ts';
import { MASK } from './secret-texts.ts';

/**
 * Names of secret fields. The value is null, or a regular expression for secrets if the field also has harmless values.
 */
export type SecretNames = Readonly<Record<string, string | null>>;

/**
 * Secret fields that our OpenAPI documents do not name: columns with hashes, and credentials of OAuth 2.0 (RFC 6749).
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

/** Deeper fields of a log line are not checked, and not shown. */
const LOGGED_DEPTH_MAX = 4;
const TOO_DEEP = '[nested too deeply]';

/** Returns whether a field must be masked. */
type IsSecret = (name: string, value: unknown) => boolean;

/** Creates a test for secret fields by name. Absent values (null, undefined) are not secret. */
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
 * Replaces secrets by MASK, and copies only the objects that contain one. Not pino's redaction, because with wildcards
 * it costs ten times as much as the line itself, even if the line has no secrets.
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
  if (!isNested(value)) return value;
  if (value instanceof Error) return factsOfError(value);
  if (depth >= LOGGED_DEPTH_MAX) return TOO_DEEP;
  if (!Array.isArray(value)) return maskSecrets(value, isSecret, depth + 1);
  const items: unknown[] = value;
  const shown = items.map((item) => maskedInside(item, isSecret, depth + 1));
  return shown.every((item, index) => item === items[index]) ? value : shown;
}

function isNested(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
