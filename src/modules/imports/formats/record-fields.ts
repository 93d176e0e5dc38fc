// Reads members of records that nobody has checked before. What cannot be taken is refused with the reason, for people.

export type Fields = Readonly<Record<string, unknown>>;

/** A record, or a part of one, cannot be taken; the message says why. */
export class RefusedError extends Error {}

export function list(value: unknown, of: 'string'): string[];
export function list(value: unknown): Fields[];
export function list(value: unknown, of: 'string' | 'object' = 'object'): unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new RefusedError('a list was expected');
  if (of === 'string') return value.filter((item) => typeof item === 'string');
  return value.map((item: unknown) => (isFields(item) ? item : {}));
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function text(fields: Fields, name: string, lengthMax: number): string {
  const value = fields[name];
  if (typeof value !== 'string') throw new RefusedError(`${name} is missing or not a text`);
  if (Array.from(value).length > lengthMax) throw new RefusedError(`${name} has more than ${lengthMax} characters`);
  if (value.includes('\0')) throw new RefusedError(`${name} has a null byte`);
  if (!value.isWellFormed()) throw new RefusedError(`${name} has half of a surrogate pair`);
  return value;
}

export function requiredText(fields: Fields, name: string, lengthMax: number): string {
  const value = text(fields, name, lengthMax);
  if (value === '') throw new RefusedError(`${name} is empty`);
  return value;
}

export function optionalText(fields: Fields, name: string, lengthMax: number): string | null {
  return isAbsent(fields, name) ? null : text(fields, name, lengthMax);
}

/** As optionalText, where an empty text says as little as none. */
export function filledText(fields: Fields, name: string, lengthMax: number): string | null {
  const value = optionalText(fields, name, lengthMax);
  return value === '' ? null : value;
}

export function positiveInteger(fields: Fields, name: string): number {
  const value = fields[name];
  if (!Number.isSafeInteger(value) || (value as number) < 1)
    throw new RefusedError(`${name} is not a positive integer`);
  return value as number;
}

/** One of the values; the first where there is none. */
export function choice<Value extends string>(
  fields: Fields,
  name: string,
  values: readonly [Value, ...Value[]],
): Value {
  if (isAbsent(fields, name)) return values[0];
  const found = values.find((value) => value === fields[name]);
  if (found === undefined) throw new RefusedError(`${name} is none of ${values.join(', ')}`);
  return found;
}

/** RFC 3339 in UTC with milliseconds, as the contract has it. */
export function timestamp(fields: Fields, name: string): string {
  const value = text(fields, name, 35);
  const date = new Date(value);
  const isTimestamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value);
  if (!isTimestamp || Number.isNaN(date.getTime())) throw new RefusedError(`${name} is not an RFC 3339 time`);
  return withKnownYear(date, name).toISOString();
}

export function optionalTimestamp(fields: Fields, name: string): string | null {
  return isAbsent(fields, name) ? null : timestamp(fields, name);
}

export function optionalDate(fields: Fields, name: string): string | null {
  if (isAbsent(fields, name)) return null;
  const value = text(fields, name, 10);
  const date = new Date(`${value}T00:00:00Z`);
  const isDate = /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(date.getTime());
  if (!isDate || date.toISOString().slice(0, 10) !== value) throw new RefusedError(`${name} is not a date`);
  return withKnownYear(date, name).toISOString().slice(0, 10);
}

export function httpsUrl(value: unknown): string | null {
  return typeof value === 'string' && value.length <= 500 && /^https:\/\/[\x21-\x7e]+$/.test(value) ? value : null;
}

export function isAbsent(fields: Fields, name: string): boolean {
  return fields[name] === undefined || fields[name] === null;
}

/** Neither the wire nor the database has a year 0. */
function withKnownYear(date: Date, name: string): Date {
  const year = date.getUTCFullYear();
  if (year < 1 || year > 9999) throw new RefusedError(`${name} is before the year 1 or after the year 9999`);
  return date;
}
