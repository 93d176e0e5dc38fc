import type { StackFrame } from './source-maps.types.ts';

const JAVASCRIPT = /^https?:\/\/|\.[cm]?js(?:[?#].*)?$/i;
const SUFFIXES_MAX = 12;

/** Says whether a source map could tell where a frame came from. */
export function isMappable({ file, line, column }: StackFrame): boolean {
  return file !== null && line !== null && line > 0 && column !== null && JAVASCRIPT.test(file);
}

/**
 * Returns what the map of a file may be stored as, the best match first: URL, path, `~` and path, and the ends of the
 * path.
 */
export function namesOfFile(file: string): string[] {
  const plain = file.replace(/[?#].*$/, '');
  const path = plain.replace(/^[a-z][a-z0-9+.-]{0,20}:\/\/[^/]*/i, '').replaceAll('\\', '/');
  const segments = path.split('/').filter((segment) => segment !== '');
  const first = Math.max(0, segments.length - SUFFIXES_MAX);
  const ends = segments.slice(first).map((_segment, place) => segments.slice(first + place).join('/'));
  return [...new Set([plain, path, `~${path}`, ...ends])];
}
