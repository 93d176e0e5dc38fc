import { isMembers, type Members } from './envelope.policy.ts';

// Reads single values of what SDKs send. Values of another type than expected count as absent, as Sentry treats them.

/** Returns a text of at most so many characters; undefined for an empty one. */
export function textOf(value: unknown, lengthMax: number): string | undefined {
  const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
  return typeof text === 'string' && text !== '' ? text.slice(0, lengthMax).toWellFormed() : undefined;
}

export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return isMembers(value) && Array.isArray(value['values']) ? value['values'] : [];
}

export function membersOf(value: unknown): Members {
  return isMembers(value) ? value : {};
}

export function countOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 31 ? value : null;
}

/** Times are seconds since 1970 or RFC 3339. Returns undefined for what is no time of this century. */
export function timeOf(value: unknown): Date | undefined {
  const zoned = typeof value === 'string' && /\d$/.test(value) && value.includes('T') ? `${value}Z` : value;
  const time = new Date(typeof zoned === 'number' ? zoned * 1000 : Date.parse(String(zoned)));
  const year = time.getUTCFullYear();
  return year >= 2000 && year < 2100 ? time : undefined;
}

/** Drops members that are undefined, which a report must not have. */
export function present<Value extends object>(
  value: Value,
): { [Name in keyof Value]: Exclude<Value[Name], undefined> } {
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(entries) as { [Name in keyof Value]: Exclude<Value[Name], undefined> };
}
