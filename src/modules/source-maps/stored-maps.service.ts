import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import type { TraceMap } from '@jridgewell/trace-mapping';
import type { Db } from '../../platform/database.ts';
import { readMap } from './source-maps.repository.ts';

const STORED_BYTES_MAX = 64 * 1024 * 1024;
const CACHE_BYTES_MAX = 128 * 1024 * 1024;

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

interface OpenedMap {
  /** Undefined if it cannot be read. */
  readonly map: TraceMap | undefined;
  /** An estimate of the memory that it takes. */
  readonly bytes: number;
}

/** The maps that this process has used last. A stored map never changes, so an entry cannot be stale. */
const opened = new Map<string, OpenedMap>();
let openedBytes = 0;

/** Receives what went wrong with a map, whose frames are then left as they are. */
type Log = (error: unknown, fields: object) => void;
let log: Log = () => undefined;

/** Sets where failures are logged; resolveFrames is called by modules that do not log. */
export function logMapFailures(to: Log): void {
  log = to;
}

export async function compressMap(text: string): Promise<Buffer> {
  return compress(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
}

/** Returns a map of the project; undefined if it was deleted meanwhile or cannot be read, which is logged. */
export async function openMap(db: Db, organizationId: string, id: string): Promise<TraceMap | undefined> {
  const known = opened.get(id);
  if (known !== undefined) {
    // The order of the entries is that of their last use.
    opened.delete(id);
    opened.set(id, known);
    return known.map;
  }
  const content = await readMap(db, organizationId, id);
  if (content === undefined) return undefined;
  const entry = await open(content, id);
  keep(id, entry);
  return entry.map;
}

function keep(id: string, entry: OpenedMap): void {
  // Another report may have opened it at the same time.
  if (opened.has(id)) return;
  opened.set(id, entry);
  openedBytes += entry.bytes;
  for (const [other, { bytes }] of opened) {
    if (openedBytes <= CACHE_BYTES_MAX || other === id) break;
    opened.delete(other);
    openedBytes -= bytes;
  }
}

async function open(content: Buffer, id: string): Promise<OpenedMap> {
  try {
    const { openStoredMap } = await import('./source-map-document.policy.ts');
    return openStoredMap((await decompress(content, { maxOutputLength: STORED_BYTES_MAX })).toString('utf8'));
  } catch (error) {
    noteMapFailure(error, id);
    return { map: undefined, bytes: 0 };
  }
}

/** @param id of the map, if it is known which one it was */
export function noteMapFailure(error: unknown, id?: string): void {
  log(error, id === undefined ? {} : { source_map_id: id });
}
