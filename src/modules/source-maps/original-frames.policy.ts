import { traceSegment, type SourceMapSegment, type TraceMap } from '@jridgewell/trace-mapping';
import { isMappable } from './minified-files.policy.ts';
import type { StackFrame } from './source-maps.types.ts';

/** A name that a minifier gave says nothing. */
const MINIFIED_CHARACTERS_MAX = 2;

/** Returns the frames with original places and names; unchanged those whose place no map knows. */
export function toOriginal(
  frames: readonly StackFrame[],
  mapOf: (frame: StackFrame) => TraceMap | undefined,
): StackFrame[] {
  const maps = frames.map((frame) => (isMappable(frame) ? mapOf(frame) : undefined));
  return frames.map((frame, place) => {
    const map = maps[place];
    const segment = map === undefined ? undefined : segmentAt(map, frame);
    if (map === undefined || segment === undefined || segment.length === 1) return frame;
    const source = map.resolvedSources[segment[1]];
    if (source === undefined || source === '' || map.sources[segment[1]] === null) return frame;
    const caller = frames[place + 1];
    const callerMap = maps[place + 1];
    const calledAs = caller === undefined || callerMap === undefined ? undefined : nameCalledAt(callerMap, caller);
    const file = toFile(source);
    return {
      file,
      function: originalName(frame.function, calledAs),
      module: null,
      line: segment[2] + 1,
      column: segment[3] + 1,
      in_app: !/(?:^|\/)node_modules\/|(?:^|\/)webpack\/(?:runtime|bootstrap)/.test(file),
    };
  });
}

function segmentAt(map: TraceMap, { line, column }: StackFrame): Readonly<SourceMapSegment> | undefined {
  if (line === null || column === null) return undefined;
  return traceSegment(map, line - 1, Math.max(column - 1, 0)) ?? undefined;
}

/** Engines name the place of a call by where the called name, `new` or `await` begins. */
function nameCalledAt(map: TraceMap, { line, column }: StackFrame): string | undefined {
  if (line === null || column === null) return undefined;
  for (const skipped of [0, 'new '.length, 'await '.length]) {
    const at = column - 1 + skipped;
    const segment = at < 0 ? null : traceSegment(map, line - 1, at);
    const name = segment?.[0] === at && segment.length === 5 ? map.names[segment[4]] : undefined;
    if (name !== undefined) return name;
  }
  return undefined;
}

function originalName(minified: string | null, calledAs: string | undefined): string | null {
  const plain = (minified ?? '').replace(/^async /, '').replace(/ \[as [^\]]*\]$/, '');
  const isConstructor = plain.startsWith('new ');
  const own = plain.replace(/^new /, '').replace(/^.*\./, '');
  const name = calledAs ?? (own.length > MINIFIED_CHARACTERS_MAX ? own : null);
  return name === null ? null : isConstructor ? `new ${name}` : name;
}

/** `webpack://shop/./src/a.ts?1f3a` and `../../src/a.ts` are `src/a.ts`. */
function toFile(source: string): string {
  return source
    .replace(/^(?:webpack|webpack-internal|turbopack|rollup|vite|ng|parcel|file):\/\/[^/]*\/(?:_N_E\/)?/, '')
    .replace(/^(?:(?:\.{1,2}|\([\w-]{1,40}\))\/)+/, '')
    .replace(/\?\w*$/, '');
}
