// The one reader of media types (RFC 9110, 8.3.1 and 12.5.1), in Accept and in Content-Type.

/** A media range of Accept. */
export interface MediaRange {
  /** In lower case, without parameters: what is offered here has none that would make a difference. */
  readonly type: string;
  /** From 0, not acceptable, to 1. */
  readonly quality: number;
}

interface ParsedType {
  readonly essence: string;
  /** Names in lower case. */
  readonly parameters: ReadonlyMap<string, string>;
}

const typePattern = /^[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+$/;
const qualityPattern = /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/;

/**
 * The media ranges of an Accept header. Elements that are none are left out, and a weight that is none counts as absent:
 * a caller who writes `q=5` means to have that type.
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
 * How much a media type is wanted: by the ranges that name it, else by those that name its family, else by `*\/*`. 0
 * where none does.
 * @param names the media type, and other names of it
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

/** The offer that is wanted most; of equals, the first. Undefined where none is wanted at all. */
export function preferredOf(ranges: readonly MediaRange[], offers: readonly string[]): string | undefined {
  if (ranges.length === 0) return offers[0];
  const best = Math.max(0, ...offers.map((offer) => qualityOf(ranges, offer)));
  return best === 0 ? undefined : offers.find((offer) => qualityOf(ranges, offer) === best);
}

/** The media type of a Content-Type header without its parameters, in lower case, and its charset; empty for none. */
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
    // A parameter without a value says nothing, and of two the first counts.
    if (name !== '' && !parameters.has(name)) parameters.set(name, unquoted(part.slice(equals + 1).trim()));
  }
  return { essence, parameters };
}

/** Splits at a separator that stands in no quoted string (RFC 9110, 5.6.4). */
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
