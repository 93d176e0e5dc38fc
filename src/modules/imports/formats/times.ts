// Reads times and days in ISO 8601 and RFC 3339, and the shorter forms that programs write: without the time of day,
// the seconds, the zone (then UTC is assumed) or the T.

type Reading = { readonly value: string } | { readonly fault: string };

/** Longer than any valid time. */
const LENGTH_MAX = 64;
const day = String.raw`(\d{4})-(\d\d)-(\d\d)`;
const hour = String.raw`(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?`;
const zone = String.raw`Z|UTC|[+-]\d\d(?::?\d\d)?`;
const pattern = new RegExp(`^${day}(?:(?:T| +)${hour}(?: ?(${zone}))?)?$`, 'i');
const yearFault = 'is before the year 1 or after the year 9999';

/** @returns RFC 3339 in UTC with milliseconds; for a day, its start */
export function readTime(text: string): Reading {
  const parts = partsOf(text);
  const fault = { fault: 'is not an RFC 3339 time' };
  if (parts === undefined) return fault;
  const { hours, minutes, seconds, milliseconds, offsetMinutes } = parts;
  if (hours > 23 || minutes > 59 || seconds > 59 || Math.abs(offsetMinutes) >= 24 * 60) return fault;
  const time = parts.date;
  time.setUTCHours(hours, minutes - offsetMinutes, seconds, milliseconds);
  // Neither the contract nor the database has a year 0.
  const year = time.getUTCFullYear();
  return year < 1 || year > 9999 ? { fault: yearFault } : { value: time.toISOString() };
}

/** @returns the day as written, whatever the zone: `2026-12-24` */
export function readDay(text: string): Reading {
  const parts = partsOf(text);
  if (parts === undefined) return { fault: 'is not a date' };
  return parts.date.getUTCFullYear() < 1 ? { fault: yearFault } : { value: parts.date.toISOString().slice(0, 10) };
}

function partsOf(text: string) {
  const match = text.length > LENGTH_MAX ? null : pattern.exec(text.trim());
  if (match === null) return undefined;
  const [, year = '', month = '', dayOfMonth = '', hours = '0', minutes = '0', seconds = '0', fraction = '', zoneText] =
    match;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(dayOfMonth));
  // Otherwise JavaScript would read 30 February as a day of March.
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(dayOfMonth)) return undefined;
  return {
    date,
    hours: Number(hours),
    minutes: Number(minutes),
    seconds: Number(seconds),
    milliseconds: Number(fraction.slice(0, 3).padEnd(3, '0')),
    offsetMinutes: offsetOf(zoneText),
  };
}

function offsetOf(zoneText: string | undefined): number {
  if (zoneText === undefined || !/^[+-]/.test(zoneText)) return 0;
  const digits = zoneText.replace(/\D/g, '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2, 4));
  return zoneText.startsWith('-') ? -minutes : minutes;
}
