/** One violation of the contract by a request: an element of `errors` in a 400 response. */
export interface Violation {
  readonly in: 'path' | 'query' | 'header' | 'cookie' | 'body';
  /** JSON pointer into the body; set for `in: body` only. */
  readonly pointer?: string;
  /** Name of the parameter; set for every other `in`. */
  readonly parameter?: string;
  readonly code: string;
  readonly detail: string;
}

export interface AppErrorOptions {
  readonly cause?: unknown;
  /** Extra response headers, for example `retry-after`. Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly violations?: readonly Violation[];
}

/**
 * An error that becomes a problem response. `code` is an entry of the problem catalogue (openapi/shared/problems.yaml),
 * which supplies title, detail and remedy. `params` fills the placeholders of the detail. Only the error middleware
 * converts it to a response body.
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: string;
  readonly status: number;
  readonly params: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly violations: readonly Violation[] | undefined;

  constructor(
    code: string,
    status: number,
    params: Readonly<Record<string, unknown>> = {},
    options: AppErrorOptions = {},
  ) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.status = status;
    this.params = params;
    this.headers = options.headers ?? {};
    this.violations = options.violations;
  }
}
