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

/** The program whose frames are resolved. */
export interface Build {
  readonly organization_id: string;
  readonly project_id: string;
  /** Null if the report names none: its frames come back unchanged. */
  readonly release: string | null;
}
