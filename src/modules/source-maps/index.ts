// What other modules may use of source maps.
export { resolveFrames, resolveTraces } from './frame-resolution.service.ts';
export { uploadSourceMap } from './source-maps.service.ts';
export type { StackFrame } from './source-maps.types.ts';
