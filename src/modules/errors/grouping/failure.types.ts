/** One call of a stack trace. */
export interface StackFrame {
  /** Path or URL as the runtime writes it. */
  readonly file: string | null;
  readonly function: string | null;
  /** Package, class or Python module, if the runtime names one. */
  readonly module: string | null;
  readonly line: number | null;
  readonly column: number | null;
  /** False for the runtime, its standard library and installed packages. */
  readonly in_app: boolean;
}

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
