import type { StackFrame } from '../../source-maps/index.ts';

export type { StackFrame };

/** The error that another one wraps, or that it was thrown while handling. */
export interface Cause {
  readonly type: string | null;
  readonly message: string | null;
  /** Innermost first. */
  readonly frames: readonly StackFrame[];
}

/** An error as it was thrown: the outermost one, with what it wraps from the next cause to the root. */
export interface Failure extends Cause {
  readonly platform: string | null;
  readonly causes: readonly Cause[];
}
