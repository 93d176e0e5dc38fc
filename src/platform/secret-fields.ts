// A net below the masking of x-sensitive fields: what must never be logged, wherever somebody passes it in.
const secretFields: ReadonlySet<string> = new Set([
  'password',
  'new_password',
  'current_password',
  'password_hash',
  'token',
  'secret',
  'authorization',
  'cookie',
  'set-cookie',
  'x-csrf-token',
  'csrf_token',
]);

/** What is nested deeper than this is not looked at. */
const depthMax = 4;

/**
 * The same fields with `[masked]` in place of secrets, copied only where there is one. By hand, because pino's
 * redaction with wildcards costs ten times as much as the line itself, secrets or not.
 */
export function maskSecrets(fields: Record<string, unknown>, depth = 1): Record<string, unknown> {
  let masked = fields;
  for (const name in fields) {
    const value = fields[name];
    const shown = secretFields.has(name) && value !== undefined ? '[masked]' : maskedInside(value, depth);
    if (shown === value) continue;
    if (masked === fields) masked = { ...fields };
    masked[name] = shown;
  }
  return masked;
}

function maskedInside(value: unknown, depth: number): unknown {
  if (!isNested(value) || depth >= depthMax) return value;
  // At the top they are for the serializer, which masks what it makes of them.
  if (value instanceof Error && depth === 1) return value;
  if (!Array.isArray(value)) return maskSecrets(value, depth + 1);
  const items: unknown[] = value;
  const shown = items.map((item) => maskedInside(item, depth + 1));
  return shown.every((item, index) => item === items[index]) ? value : shown;
}

function isNested(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
