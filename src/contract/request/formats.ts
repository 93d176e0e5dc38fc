import { isIPv4, isIPv6 } from 'node:net';

// The formats of the contract, checked strictly: what passes here is taken by JavaScript's Date and by PostgreSQL as
// the same value. Compiled validators require this file.

type Format = (text: string) => boolean;

/** Every response is full of ids, and counted repetitions take three times as long as characters spelled out. */
const uuidPatternOf = (digit: string): RegExp =>
  new RegExp(`^${[8, 4, 4, 4, 12].map((count) => digit.repeat(count)).join('-')}$`);
const canonicalUuid = uuidPatternOf('[0-9a-f]');
const anyUuid = uuidPatternOf('[0-9A-Fa-f]');
/** Times of ours, with milliseconds and Z, are tried first. */
const dateTimePattern =
  /^\d\d\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d\d\dZ$|(?:\.\d{1,30})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$)/;
const datePattern = /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const timePattern = /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,30})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const durationPattern =
  /^P(?=\d|T\d)(?:\d{1,9}W|(?:\d{1,9}Y)?(?:\d{1,9}M)?(?:\d{1,9}D)?(?:T(?=\d)(?:\d{1,9}H)?(?:\d{1,9}M)?(?:\d{1,9}(?:\.\d{1,9})?S)?)?)$/;
const emailPattern =
  /^(?=.{3,254}$)(?=[^@]{1,64}@)[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;
const hostnamePattern =
  /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i;
/** The characters of RFC 3986, with percent signs only where two hexadecimal digits follow. */
const uriCharacters = /^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[0-9a-f]{2})*$/i;
const uriScheme = /^[a-z][a-z0-9+.-]*:/i;
const base64Pattern = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

function hasDay(year: number, month: number, day: number): boolean {
  if (day <= 28) return true;
  if (month === 2) return day === 29 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= 30 || (month !== 4 && month !== 6 && month !== 9 && month !== 11);
}

/** Only asked where the pattern holds, so that the places are digits. */
function startsWithDay(text: string): boolean {
  const day = text.charCodeAt(8) * 10 + text.charCodeAt(9) - 0x30 * 11;
  if (day <= 28) return true;
  return hasDay(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)));
}

/** Whether a text is a UUID in either case, or in both: RFC 9562, 4 has them taken so. */
export function isUuid(text: string): boolean {
  return anyUuid.test(text);
}

const uri: Format = (text) => uriScheme.test(text) && uriCharacters.test(text) && URL.canParse(text);
/** Bounds and lengths stand in the schema; these names only document. */
const anything: Format = () => true;

/**
 * Format name -> whether a text of a response has it. Every format the contract uses must be here: the generator refuses
 * others.
 */
export const formats: Readonly<Record<string, Format>> = {
  /** RFC 9562, in its canonical lower-case form; any version. */
  uuid: (text) => canonicalUuid.test(text),
  /** RFC 3339 with `Z` or an offset, a day that exists, upper-case `T` and `Z`. No leap seconds: Date has none. */
  'date-time': (text) => dateTimePattern.test(text) && startsWithDay(text),
  date: (text) => datePattern.test(text) && startsWithDay(text),
  time: (text) => timePattern.test(text),
  /** ISO 8601; a fraction only in the seconds. */
  duration: (text) => durationPattern.test(text),
  /** An addr-spec of RFC 5321 without quotes and address literals. */
  email: (text) => emailPattern.test(text),
  hostname: (text) => hostnamePattern.test(text),
  ipv4: isIPv4,
  ipv6: isIPv6,
  /** RFC 3986, absolute. */
  uri,
  'uri-reference': (text) => uriCharacters.test(text) && URL.canParse(text, 'http://localhost'),
  /** Base64 of RFC 4648, padded. */
  byte: (text) => base64Pattern.test(text),
  binary: anything,
  password: anything,
};

/** The same for texts of requests, which may write ids in capitals; whoever takes them in makes them canonical. */
export const requestFormats: Readonly<Record<string, Format>> = { ...formats, uuid: isUuid };
