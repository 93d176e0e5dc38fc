import { isIPv4, isIPv6 } from 'node:net';
import { isEmailAddress } from '../../platform/email-address.ts';

// Strict checks of the contract's formats: JavaScript's Date and PostgreSQL read every accepted text as the same value.
// The compiled validators require this file.

type Format = (text: string) => boolean;

/**
 * Responses contain many ids. A pattern with counted repetitions takes three times as long as one with the characters
 * written out.
 */
const uuidPatternOf = (digit: string): RegExp =>
  new RegExp(`^${[8, 4, 4, 4, 12].map((count) => digit.repeat(count)).join('-')}$`);
const canonicalUuid = uuidPatternOf('[0-9a-f]');
const anyUuid = uuidPatternOf('[0-9A-Fa-f]');
/** Times that this server writes, with milliseconds and Z, are tried first. */
const dateTimePattern =
  /^\d\d\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d\d\dZ$|(?:\.\d{1,30})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$)/;
const datePattern = /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const timePattern = /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,30})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const durationPattern =
  /^P(?=\d|T\d)(?:\d{1,9}W|(?:\d{1,9}Y)?(?:\d{1,9}M)?(?:\d{1,9}D)?(?:T(?=\d)(?:\d{1,9}H)?(?:\d{1,9}M)?(?:\d{1,9}(?:\.\d{1,9})?S)?)?)$/;
const hostnamePattern =
  /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i;
/** The characters of RFC 3986. A percent sign must be followed by two hexadecimal digits. */
const uriCharacters = /^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[0-9a-f]{2})*$/i;
const uriScheme = /^[a-z][a-z0-9+.-]*:/i;
const base64Pattern = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

function hasDay(year: number, month: number, day: number): boolean {
  if (day <= 28) return true;
  if (month === 2) return day === 29 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= 30 || (month !== 4 && month !== 6 && month !== 9 && month !== 11);
}

/** Called only if the pattern matches, so that all positions hold digits. */
function startsWithDay(text: string): boolean {
  const day = text.charCodeAt(8) * 10 + text.charCodeAt(9) - 0x30 * 11;
  if (day <= 28) return true;
  return hasDay(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)));
}

/** Whether a text is a UUID. RFC 9562, 4 demands that readers accept both cases, also mixed. */
export function isUuid(text: string): boolean {
  return anyUuid.test(text);
}

/**
 * Returns a time of up to nine decimals with at most six, the precision of PostgreSQL. PostgreSQL would round the
 * others, so that a time could move into the next second. Any other text is returned as it is.
 */
export function cutInstant(text: string): string {
  return text.replace(/(\.\d{6})\d{1,3}(?!\d)/, '$1');
}

const zones = new Map<string, boolean>();
/** More texts than there are zones are guesses, which need not be remembered. */
const ZONES_MAX = 1000;

/** Whether a text names a time zone of the IANA database. Offsets, which `Intl` takes too, are no names. */
function isTimeZone(text: string): boolean {
  let isKnown = zones.get(text);
  if (isKnown === undefined) {
    isKnown = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+){0,2}$/.test(text) && hasZone(text);
    if (zones.size < ZONES_MAX) zones.set(text, isKnown);
  }
  return isKnown;
}

function hasZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text);
const uri: Format = (text) => uriScheme.test(text) && uriCharacters.test(text) && URL.canParse(text);
/** The schemas hold the bounds and lengths. These format names are documentation only. */
const anything: Format = () => true;

/**
 * Format name -> whether a text in a response has that format. The generator refuses a contract that uses any other
 * format.
 */
export const formats: Readonly<Record<string, Format>> = {
  /** RFC 9562 in its canonical lower-case form, any version. */
  uuid: (text) => canonicalUuid.test(text),
  /**
   * RFC 3339 with `Z` or an offset, upper-case `T` and `Z`, and a day that exists. No leap seconds, because Date has
   * none.
   */
  'date-time': (text) => dateTimePattern.test(text) && startsWithDay(text),
  date: (text) => datePattern.test(text) && startsWithDay(text),
  /** A name of the IANA time zone database, such as `Europe/Berlin`. */
  'time-zone': isTimeZone,
  time: (text) => timePattern.test(text),
  /** ISO 8601. Only the seconds may have a fraction. */
  duration: (text) => durationPattern.test(text),
  /** The Mailbox of RFC 6531, also with letters beyond ASCII, without quotes and address literals. */
  'idn-email': isEmailAddress,
  /** The same in ASCII: RFC 5321. */
  email: (text) => isAscii(text) && isEmailAddress(text),
  hostname: (text) => hostnamePattern.test(text),
  ipv4: isIPv4,
  ipv6: isIPv6,
  /** An absolute URI (RFC 3986). */
  uri,
  'uri-reference': (text) => uriCharacters.test(text) && URL.canParse(text, 'http://localhost'),
  /** Base64 with padding (RFC 4648). */
  byte: (text) => base64Pattern.test(text),
  binary: anything,
  password: anything,
};

/**
 * The same for requests, which may write ids in upper case. Ids are converted to lower case, and times are cut by
 * `cutInstant`.
 */
export const requestFormats: Readonly<Record<string, Format>> = { ...formats, uuid: isUuid };
