import {
  documentedOperations,
  findOperation,
  isDocumentedPath,
  type DocumentedOperation,
  type Version,
} from '../support/contract/document.ts';
import type { RecordedExchange } from '../support/contract/recorded.ts';
import { isSitePath } from '../support/contract/site-paths.ts';

// The result that the validator must have for a request, given the server's response. The validator knows the document
// only. It does not know tokens, rows or quotas.

/** An exchange with its operation. */
export interface PlacedExchange extends RecordedExchange {
  readonly version: Version;
  /** The path with its version: `/api/v2/tasks` for `/api/tasks`. */
  readonly path: string;
  /** Undefined if the document does not have the path or the method. */
  readonly operation: DocumentedOperation | undefined;
  /** Undefined for successful responses. */
  readonly problem: Problem | undefined;
}

interface Violation {
  readonly in: string;
  readonly parameter?: string;
  readonly code: string;
}
/** The members of an error in both versions: v2 lists violations in `errors`, v1 in `details`. */
interface Problem {
  readonly code: string;
  readonly errors?: readonly Violation[];
  readonly details?: readonly Violation[] | null;
}

function problemOf({ response }: RecordedExchange): Problem | undefined {
  return response.status < 400 || response.body === '' ? undefined : (JSON.parse(response.body) as Problem);
}

const prefixes = [...new Set(documentedOperations.map(({ path }) => path.split('/').slice(0, 3).join('/')))];

/** Returns undefined for exchanges outside of the documents: pages, metrics, the documents themselves. */
export function place(exchange: RecordedExchange): PlacedExchange | undefined {
  const version: Version = exchange.response.version === 'v1' ? 'v1' : 'v2';
  const [sent = ''] = exchange.target.split('?');
  const path = isDocumentedPath(sent) ? sent : sent.replace(/^\/api\/(?!v\d+(\/|$))/, `/api/${version}/`);
  const isOfContract =
    isDocumentedPath(path) || prefixes.some((prefix) => path === prefix || path.startsWith(`${prefix}/`));
  const isDocument = /^\/api\/v\d+\/(openapi\.json|openapi\.yaml)$/.test(path);
  if (!isOfContract || isDocument || isSitePath(sent)) return undefined;
  return { ...exchange, version, path, operation: findOperation(exchange.method, path), problem: problemOf(exchange) };
}

/**
 * `equal`: the status depends on the contract only, so both must return the same. `valid`: the server validated the
 * whole request before it responded from its state. `early`: the server refused the request after checking the path, the
 * method and the presence of a credential, but before validating the rest (tests/unit/contract/precedence.spec.ts).
 */
export type Expectation =
  { readonly kind: 'equal'; readonly status: number } | { readonly kind: 'valid' } | { readonly kind: 'early' };

const valid: Expectation = { kind: 'valid' };
const early: Expectation = { kind: 'early' };

/** Codes that the engine returns before it reads the body and the parameters. */
const earlyCodes = new Set(['insufficient_scope', 'csrf_failed', 'service_unavailable', 'overloaded']);
const earlyStatuses = new Set([406, 410, 413, 429]);

function hasCredential({ headers, target }: RecordedExchange): boolean {
  return 'authorization' in headers || 'cookie' in headers || target.includes('token=');
}

export function expectationFor(exchange: PlacedExchange): Expectation {
  const { operation, response, problem } = exchange;
  const { status } = response;
  const code = problem?.code;
  if (operation === undefined && (status === 404 || status === 405)) return { kind: 'equal', status };
  if (status === 400 && code === 'validation_failed') return isAboutCursor(problem) ? valid : { kind: 'equal', status };
  if (status === 415) return { kind: 'equal', status };
  // Whether a password or a token is valid depends on the state.
  if (status === 401 && code === 'unauthenticated') return hasCredential(exchange) ? early : { kind: 'equal', status };
  if (earlyStatuses.has(status) || (code !== undefined && earlyCodes.has(code))) return early;
  return valid;
}

/** Only the server can check the signature of a cursor. The form of a cursor is part of the contract. */
function isAboutCursor(problem: Problem | undefined): boolean {
  const violations = problem?.errors ?? problem?.details ?? [];
  return violations.length > 0 && violations.every(({ code }) => code === 'invalid_cursor');
}

/** Whether the validator's status for the request meets the expectation. */
export function isMet(expectation: Expectation, { server, validator }: { server: number; validator: number }): boolean {
  if (expectation.kind === 'equal') return validator === expectation.status;
  if (expectation.kind === 'valid') return validator === 200;
  return validator === server || ![401, 403, 404, 405].includes(validator);
}
