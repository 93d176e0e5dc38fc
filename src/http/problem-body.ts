import type { AppError } from '../problems/app-error.ts';
import { problemDetail } from '../problems/problem-text.ts';
import type { ProblemCatalogue, Version } from './options.ts';

/** The HTTP form of an error. */
export interface ProblemResponse {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

export interface ProblemContext {
  readonly version: Version;
  readonly request_id: string;
  /** The path of the request as it was sent. */
  readonly path: string;
}

export interface ProblemWriter {
  /** Whether the catalogue has an entry for the error's code. */
  knows(error: AppError): boolean;
  /** @throws Error if the catalogue has no entry for the code */
  write(error: AppError, context: ProblemContext): ProblemResponse;
}

const instanceLengthMax = 1000;

/**
 * Creates the function that writes error bodies from the catalogue: RFC 9457 for v2, `{code, message, details}` for v1.
 * @throws Error if the catalogue has no entry for the error's code
 */
export function createProblemWriter(catalogue: ProblemCatalogue): ProblemWriter {
  const write = (error: AppError, context: ProblemContext): ProblemResponse => {
    const entry = catalogue[error.code];
    if (entry === undefined) throw new Error(`The problem catalogue has no entry for the code ${error.code}`);
    const detail = problemDetail(entry.detail, error.params);
    if (context.version === 'v1') {
      const body = { code: error.code, message: detail, details: error.violations ?? [] };
      return { status: error.status, type: 'application/json; charset=utf-8', body: JSON.stringify(body) };
    }
    const body = {
      // A relative reference, as in the examples of the document: it is correct for every address of this server.
      type: `/api/problems/${error.code}`,
      title: entry.title,
      status: error.status,
      detail,
      instance: instanceOf(context.path),
      code: error.code,
      request_id: context.request_id,
      ...(error.violations === undefined ? {} : { errors: error.violations }),
    };
    return { status: error.status, type: 'application/problem+json; charset=utf-8', body: JSON.stringify(body) };
  };
  return { knows: (error) => Object.hasOwn(catalogue, error.code), write };
}

/** Converts the path of a request target, as sent, to a valid URI reference (RFC 3986). Node accepts more bytes. */
function instanceOf(path: string): string {
  return path
    .slice(0, instanceLengthMax)
    .replace(/%(?![0-9A-Fa-f]{2})/g, '%25')
    .replace(/[^A-Za-z0-9\-._~!$&'()*+,;=:@%/]/g, (character) => encodeURIComponent(character));
}
