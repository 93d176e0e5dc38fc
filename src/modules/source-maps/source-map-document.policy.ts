import { decodedMappings, TraceMap, type SourceMapSegment } from '@jridgewell/trace-mapping';
import type { SourceMapDocument } from '../../../generated/v2/types.ts';

/** About 80 bytes of memory each once they are decoded. */
const MAPPINGS_MAX = 1_000_000;
const BYTES_PER_MAPPING = 80;

/** What is stored of a source map: enough to find original places and names, but not the sources. */
interface StoredMap {
  readonly text: string;
  readonly sourceCount: number;
}

/** Returns what to store of an uploaded map, or why it cannot be used. */
export function checkDocument(document: SourceMapDocument): StoredMap | { readonly reason: string } {
  const { sources, names = [], mappings } = document;
  const sourceRoot = document['sourceRoot'];
  if ('sections' in document) return { reason: 'maps with sections are not supported' };
  if (countMappings(mappings) > MAPPINGS_MAX) return { reason: `it has more than ${MAPPINGS_MAX} mappings` };
  const stored = { version: 3 as const, sources, names, mappings };
  const rooted = typeof sourceRoot === 'string' ? { ...stored, sourceRoot } : stored;
  const lines = decodedMappings(new TraceMap(rooted));
  const isWhole = lines.every((line) => line.every((segment) => isWithin(segment, sources.length, names.length)));
  if (!isWhole) return { reason: 'its mappings refer to sources or names that it does not have' };
  return { text: JSON.stringify(rooted), sourceCount: sources.length };
}

/** Reads what checkDocument returned. The mappings are decoded at the first look-up. */
export function openStoredMap(text: string): { readonly map: TraceMap; readonly bytes: number } {
  const stored = JSON.parse(text) as { version: 3; sources: string[]; names: string[]; mappings: string };
  const map = new TraceMap(stored);
  return { map, bytes: text.length * 2 + countMappings(stored.mappings) * BYTES_PER_MAPPING };
}

/** At least the number of lines and segments that the text decodes to. */
function countMappings(mappings: string): number {
  let count = 1;
  for (let at = 0; at < mappings.length; at += 1) {
    const code = mappings.charCodeAt(at);
    if (code === COMMA || code === SEMICOLON) count += 1;
  }
  return count;
}
const COMMA = 44;
const SEMICOLON = 59;

function isWithin(segment: SourceMapSegment, sourceCount: number, nameCount: number): boolean {
  const [column, source, line, sourceColumn, name] = segment;
  if (!isIndex(column, Infinity)) return false;
  if (source === undefined) return true;
  const isPlace = isIndex(source, sourceCount) && isIndex(line, Infinity) && isIndex(sourceColumn, Infinity);
  return isPlace && (name === undefined || isIndex(name, nameCount));
}

function isIndex(value: number | undefined, end: number): boolean {
  return value !== undefined && value >= 0 && value < end;
}
