import type { TraceMap } from '@jridgewell/trace-mapping';
import type { Db } from '../../platform/database.ts';
import { DAY_MS } from '../../platform/durations.ts';
import { isMappable, namesOfFile } from './minified-files.policy.ts';
import { findMapsOfFiles, noteUse } from './source-maps.repository.ts';
import type { Build, FoundMap, StackFrame } from './source-maps.types.ts';
import { noteMapFailure, openMap } from './stored-maps.service.ts';

/** A program has few minified files; the frames of further ones are left as they are. */
const FILES_MAX = 50;

/**
 * Returns the frames, innermost first, with the files, lines and functions of the original sources where a source map of
 * the release tells them; the others unchanged. A map that cannot be used is logged and changes nothing.
 */
export async function resolveFrames(db: Db, build: Build, frames: readonly StackFrame[]): Promise<StackFrame[]> {
  const [resolved = []] = await resolveTraces(db, build, [frames]);
  return resolved;
}

/** As resolveFrames, for many traces of a build with one look-up. */
export async function resolveTraces(
  db: Db,
  build: Build,
  traces: readonly (readonly StackFrame[])[],
): Promise<StackFrame[][]> {
  const maps = await findMaps(db, build, filesIn(traces));
  if (maps.size === 0) return traces.map((frames) => [...frames]);
  // Loads the reader of source maps, which most processes never need.
  const { toOriginal } = await import('./original-frames.policy.ts');
  return traces.map((frames) => {
    try {
      return toOriginal(frames, ({ file }) => maps.get(file ?? ''));
    } catch (error) {
      noteMapFailure(error);
      return [...frames];
    }
  });
}

function filesIn(traces: readonly (readonly StackFrame[])[]): string[] {
  const files = new Set<string>();
  for (const frame of traces.flat()) if (isMappable(frame) && files.size < FILES_MAX) files.add(frame.file ?? '');
  return [...files];
}

/** Returns the map of each file that has one, and notes once a day that it is in use. */
async function findMaps(db: Db, build: Build, files: readonly string[]): Promise<ReadonlyMap<string, TraceMap>> {
  const maps = new Map<string, TraceMap>();
  if (build.release === null || files.length === 0) return maps;
  const chosen = await chooseMaps(db, build, files);
  for (const [file, { id }] of chosen) {
    const map = await openMap(db, build.organization_id, id);
    if (map !== undefined) maps.set(file, map);
  }
  const since = build.now.getTime() - DAY_MS;
  const noted = [...chosen.values()].filter(({ used_at }) => Date.parse(used_at) < since).map(({ id }) => id);
  if (noted.length > 0) await noteUse(db, build, noted);
  return maps;
}

async function chooseMaps(db: Db, build: Build, files: readonly string[]): Promise<ReadonlyMap<string, FoundMap>> {
  const names = new Map(files.map((file) => [file, namesOfFile(file)]));
  const found = await findMapsOfFiles(db, build, [...new Set([...names.values()].flat())]);
  const byName = new Map(found.map((map) => [map.file, map]));
  const chosen = new Map<string, FoundMap>();
  for (const [file, candidates] of names) {
    const best = candidates.map((name) => byName.get(name)).find((map) => map !== undefined);
    if (best !== undefined) chosen.set(file, best);
  }
  return chosen;
}
