// Written from the standards and independent of the engine's code, so that the checks of responses do not share its
// bugs.

function isDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return false;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** RFC 3339 in the form of this API: UTC, milliseconds, Z. */
function isDateTime(text: string): boolean {
  const [date, time] = text.split('T');
  return isDate(date ?? '') && /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/.test(time ?? '');
}

export const formats = {
  date: isDate,
  'date-time': isDateTime,
  uuid: /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
  email: /^[^\s@]{1,64}@[^\s@]{1,189}$/,
  /** With the domain in ASCII, as in responses. */
  'idn-email': /^[^\s@]{1,64}@[a-z0-9.-]{1,189}$/,
  uri: (text: string): boolean => URL.canParse(text),
  'uri-reference': (text: string): boolean => URL.canParse(text, 'http://base.example'),
  'time-zone': (text: string): boolean =>
    text === 'UTC' || Intl.supportedValuesOf('timeZone').some((zone) => zone.toLowerCase() === text.toLowerCase()),
  duration: /^P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/,
  password: true as const,
  binary: true as const,
  /** The bounds beside it are stricter, because JavaScript has no integers of 64 bits. */
  int64: true as const,
};
