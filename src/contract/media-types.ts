// Parses media types (RFC 9110, 8.3.1 and 12.5.1) in Accept and in Content-Type. No other file does.

/** A media range of an Accept header. */
export interface MediaRange {
  /** In lower case, without parameters: no offered media type has parameters that matter. */
  readonly type: string;
  /** The weight, from 0 (not acceptable) to 1. */
  readonly quality: number;
}

interface ParsedType {
  readonly essence: string;
  /** Parameter name in lower case -> value. */
  readonly parameters: ReadonlyMap<string, string>;
}

const typePattern = /^[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+$/;
const qualityPattern = /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/;

/**
 * Parses an Accept header into media ranges. Malformed elements are left out. A malformed weight counts as absent: a
 * caller who writes `q=5` wants that type.
 */
export function parseAccept(header: string): MediaRange[] {
  return split(header, ',').flatMap((element) => {
    const parsed = parseType(element);
    if (parsed === undefined) return [];
    const weight = parsed.parameters.get('q') ?? '';
    return [{ type: parsed.essence, quality: qualityPattern.test(weight) ? Number(weight) : 1 }];
  });
}

/**
 * Returns the weight of a media type: that of the ranges that name it, else of the ranges that name its family, else of
 * `*\/*`. Returns 0 if no range matches.
 * @param names the media type and its aliases
 */
export function qualityOf(ranges: readonly MediaRange[], ...names: readonly string[]): number {
  const [name = ''] = names;
  const family = `${name.slice(0, name.indexOf('/'))}/*`;
  for (const accepted of [names, [family], ['*/*']]) {
    const fitting = ranges.filter(({ type }) => accepted.includes(type));
    if (fitting.length > 0) return Math.max(...fitting.map(({ quality }) => quality));
  }
  return 0;
}

/**
 * Returns the offer with the highest weight, or the first of several with the same weight. Returns undefined if none is
 * acceptable.
 */
export function preferredOf(ranges: readonly MediaRange[], offers: readonly string[]): string | undefined {
  if (ranges.length === 0) return offers[0];
  const best = Math.max(0, ...offers.map((offer) => qualityOf(ranges, offer)));
  return best === 0 ? undefined : offers.find((offer) => qualityOf(ranges, offer) === best);
}

/**
 * Parses a Content-Type header: returns the media type in lower case without parameters, and its charset. The media
 * type is empty for a malformed header.
 */
export function parseContentType(header: string): { readonly essence: string; readonly charset: string | undefined } {
  if (header === 'application/json') return { essence: header, charset: undefined };
  const parsed = parseType(header);
  return { essence: parsed?.essence ?? '', charset: parsed?.parameters.get('charset')?.toLowerCase() };
}

function parseType(text: string): ParsedType | undefined {
  const [type = '', ...rest] = split(text, ';').map((part) => part.trim());
  const essence = type.toLowerCase();
  if (!typePattern.test(essence)) return undefined;
  const parameters = new Map<string, string>();
  for (const part of rest) {
    const equals = part.indexOf('=');
    const name = part.slice(0, Math.max(0, equals)).trim().toLowerCase();
    // A parameter without a value is ignored. Of two parameters of the same name, the first counts.
    if (name !== '' && !parameters.has(name)) parameters.set(name, unquoted(part.slice(equals + 1).trim()));
  }
  return { essence, parameters };
}

/** Splits a text at a separator outside of quoted strings (RFC 9110, 5.6.4). */
function split(text: string, separator: string): string[] {
  if (!text.includes('"')) return text.split(separator);
  const parts: string[] = [];
  let begin = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (isQuoted && character === '\\') at += 1;
    else if (character === '"') isQuoted = !isQuoted;
    else if (character === separator && !isQuoted) {
      parts.push(text.slice(begin, at));
      begin = at + 1;
    }
  }
  return [...parts, text.slice(begin)];
}

function unquoted(value: string): string {
  return value.length > 1 && value.startsWith('"') && value.endsWith('"')
    ? value.slice(1, -1).replaceAll(/\\(.)/g, '$1')
    : value;
}
