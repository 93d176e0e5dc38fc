// What other modules may use of source maps.
export { resolveFrames } from './source-maps.service.ts';
export type { Build, StackFrame } from './source-maps.types.ts';
