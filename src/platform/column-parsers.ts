import pg from 'pg';

// Object identifiers of PostgreSQL's built-in types (pg_type.dat).
const INT8 = 20;
const TEXT_ARRAY = 1009;
const INT8_ARRAY = 1016;
const DATE = 1082;
const DATE_ARRAY = 1182;
const TIMESTAMPTZ = 1184;
const TIMESTAMPTZ_ARRAY = 1185;

/**
 * Converts PostgreSQL's text of a timestamptz in a UTC session (`2026-11-23 05:53:00.12+00`) to RFC 3339 with
 * milliseconds and `Z`. Uses slices, because every row of every list is converted. Digits beyond milliseconds are cut
 * off.
 * @throws RangeError for times without an RFC 3339 form: infinity, and years before 1 or after 9999
 */
export function timestampText(text: string): string {
  if (text.length < 22 || text.charCodeAt(10) !== 0x20 || !text.endsWith('+00')) {
    throw new RangeError(`the timestamp ${text} has no RFC 3339 form in UTC`);
  }
  const date = text.slice(0, 10);
  const time = text.slice(11, 19);
  if (text.length === 22) return `${date}T${time}.000Z`;
  return `${date}T${time}.${text.slice(20, -3).padEnd(3, '0').slice(0, 3)}Z`;
}

/**
 * Converts the text of an int8 to a number.
 * @throws RangeError beyond 2^53, which a JavaScript number cannot represent exactly
 */
export function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`the integer ${text} does not fit a JavaScript number`);
  return value;
}

type Parse<Value> = (text: string) => Value;

const parserOf = pg.types.getTypeParser as (oid: number, format?: string) => Parse<unknown>;
const parseTexts = parserOf(TEXT_ARRAY) as Parse<(string | null)[]>;
const asIs: Parse<string> = (text) => text;
const arrayOf =
  <Value>(parse: Parse<Value>) =>
  (text: string): (Value | null)[] =>
    parseTexts(text).map((entry) => (entry === null ? null : parse(entry)));

const parsers = new Map<number, Parse<unknown>>([
  [INT8, safeInteger],
  [INT8_ARRAY, arrayOf(safeInteger)],
  [DATE, asIs],
  [DATE_ARRAY, arrayOf(asIs)],
  [TIMESTAMPTZ, timestampText],
  [TIMESTAMPTZ_ARRAY, arrayOf(timestampText)],
]);

/** How connections parse columns: times and dates are text, int8 is a number, everything else is pg's default. */
export const columnParsers = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): Parse<unknown> =>
    (format === 'binary' ? undefined : parsers.get(oid)) ?? parserOf(oid, format),
};
