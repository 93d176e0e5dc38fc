// Parses media types (RFC 9110, 8.3.1 and 12.5.1) in Accept and in Content-Type. No other file does.
import { parseElement, parseWeightedList } from './header-elements.ts';

/** A media range of an Accept header. */
export interface MediaRange {
  /** In lower case, without parameters: no offered media type has parameters that matter. */
  readonly type: string;
  /** The weight, from 0 (not acceptable) to 1. */
  readonly quality: number;
}

const typePattern = /^[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+$/;

/**
 * Parses an Accept header into media ranges. Malformed elements are left out. A malformed weight counts as absent: a
 * caller who writes `q=5` wants that type.
 */
export function parseAccept(header: string): MediaRange[] {
  return parseWeightedList(header)
    .filter(({ value }) => typePattern.test(value))
    .map(({ value, quality = 1 }) => ({ type: value, quality }));
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
  const { value, parameters } = parseElement(header);
  if (!typePattern.test(value)) return { essence: '', charset: undefined };
  return { essence: value, charset: parameters.get('charset')?.toLowerCase() };
}
