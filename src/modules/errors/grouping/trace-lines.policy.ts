import type { Cause, StackFrame } from './failure.types.ts';

// What the parsers of all languages share.

const FRAMES_MAX = 250;

/** An error while its trace is read. */
export interface Draft {
  readonly type: string | null;
  message: string;
  frames: StackFrame[];
}

export function startDraft(type: string | null, message = ''): Draft {
  return { type, message, frames: [] };
}

function toCause({ type, message, frames }: Draft): Cause {
  return { type, message: message.trim() === '' ? null : message.trim(), frames: frames.slice(0, FRAMES_MAX) };
}

export const unknownFrame: StackFrame = {
  file: null,
  function: null,
  module: null,
  line: null,
  column: null,
  in_app: false,
};

/** Returns the drafts as one failure: the first is the outermost error. Undefined if none has frames. */
export function toFailure(
  drafts: readonly Draft[],
  platform: string,
): (Cause & { platform: string; causes: Cause[] }) | undefined {
  const [outermost, ...others] = drafts;
  if (outermost === undefined || drafts.every(({ frames }) => frames.length === 0)) return undefined;
  return { ...toCause(outermost), platform, causes: others.slice(0, 20).map(toCause) };
}
