import type { Problem, ProblemViolation } from '../../generated/v2/types.ts';

/** The codes of the contract that this package was made from. */
export type KnownProblemCode = Problem['code'];
/** A server may be newer than this package, so other codes are possible. */
export type ProblemCode = KnownProblemCode | (string & Record<never, never>);

/** The server's response to a request that failed: a problem document (RFC 9457). */
export class ArchitectProblem<Code extends ProblemCode = ProblemCode> extends Error {
  override readonly name: string = 'ArchitectProblem';
  /** Stable, for programs to decide by. `http_502` if the response is not a problem document, as from a proxy. */
  readonly code: Code;
  readonly status: number;
  /** The kind of problem; the same for every occurrence. */
  readonly title: string;
  /** What happened this time. */
  readonly detail: string;
  /** With status 400, every violation of the contract; with 409, the refused operations of an atomic bulk request. */
  readonly errors: readonly ProblemViolation[];
  /** Identifies the request in the server's log. */
  readonly requestId: string | undefined;
  /** The seconds to wait before the next attempt, if the server names them. */
  readonly retryAfter: number | undefined;
  /** Headers and status. The body has been read. */
  readonly response: Response;

  constructor(response: Response, body: unknown, retryAfter: number | undefined) {
    const problem = toProblem(response, body);
    super(messageOf(problem));
    this.code = problem.code as Code;
    this.status = response.status;
    this.title = problem.title;
    this.detail = problem.detail;
    this.errors = problem.errors ?? [];
    this.requestId = problem.request_id ?? response.headers.get('x-request-id') ?? undefined;
    this.retryAfter = retryAfter;
    this.response = response;
  }
}

/** No complete response arrived: the connection failed, or the body was cut. `cause` is the error of `fetch`. */
export class ArchitectConnectionError extends Error {
  override readonly name: string = 'ArchitectConnectionError';
}

/** The response is not one of the operation. It comes from another server, such as the front end at a wrong address. */
export class ArchitectResponseError extends Error {
  override readonly name: string = 'ArchitectResponseError';
  /** Headers and status. The body has been cancelled. */
  readonly response: Response;

  constructor(message: string, response: Response) {
    super(message);
    this.response = response;
  }
}

/**
 * Whether an error is a problem, and one of the codes if any are given: `isProblem(error, 'task_blocked')`.
 */
export function isProblem(error: unknown): error is ArchitectProblem;
export function isProblem<Code extends KnownProblemCode>(
  error: unknown,
  ...codes: readonly [Code, ...Code[]]
): error is ArchitectProblem<Code>;
export function isProblem(error: unknown, ...codes: readonly KnownProblemCode[]): boolean {
  return error instanceof ArchitectProblem && (codes.length === 0 || codes.some((code) => code === error.code));
}

type ProblemText = Pick<Problem, 'title' | 'detail'> &
  Partial<Pick<Problem, 'errors' | 'request_id'>> & { readonly code: ProblemCode };

function toProblem({ status, statusText }: Response, body: unknown): ProblemText {
  if (isProblemBody(body)) return body;
  const title = statusText === '' ? `HTTP ${status}` : statusText;
  const detail = 'The response is not a problem document. It may come from a proxy in front of the server.';
  return { code: `http_${status}`, title, detail };
}

/**
 * Whether a body is a problem document. Proxies send JSON with members of the same names, so every member that the
 * client reads must have its type.
 */
export function isProblemBody(body: unknown): body is ProblemText {
  if (!isObject(body)) return false;
  const { code, title, detail, errors = [], request_id = '' } = body as Record<keyof ProblemText, unknown>;
  const areTexts = [code, title, detail, request_id].every((member) => typeof member === 'string');
  return areTexts && Array.isArray(errors) && errors.every(isObject);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** The detail, and the place of every violation. */
function messageOf({ code, detail, errors = [] }: ProblemText): string {
  const places = errors.map(
    ({ in: part, pointer, parameter, detail: violation }) => `\n  ${part} ${pointer ?? parameter ?? ''}: ${violation}`,
  );
  return `${code}: ${detail}${places.join('')}`;
}
