import {
  documentedOperations,
  findOperation,
  type DocumentedOperation,
  type Version,
} from '../support/contract/document.ts';
import type { RecordedExchange } from '../support/contract/recorded.ts';

// What the judge must think of a request, given what the server returned. The judge knows the document and nothing
// else: not who holds a token, not which rows exist, not how much of a quota is left.

/** An exchange with what the documents say about its place. */
export interface PlacedExchange extends RecordedExchange {
  readonly version: Version;
  /** The path on the wire of that version: `/api/tasks` is `/api/v2/tasks`. */
  readonly path: string;
  /** Undefined where the path, or its method, is not of the document. */
  readonly operation: DocumentedOperation | undefined;
  /** Undefined for successes. */
  readonly problem: Problem | undefined;
}

interface Violation {
  readonly in: string;
  readonly code: string;
}
/** What both versions say of an error: v2 lists the violations in `errors`, v1 in `details`. */
interface Problem {
  readonly code: string;
  readonly errors?: readonly Violation[];
  readonly details?: readonly Violation[] | null;
}

function problemOf({ response }: RecordedExchange): Problem | undefined {
  return response.status < 400 || response.body === '' ? undefined : (JSON.parse(response.body) as Problem);
}

const prefixes = [...new Set(documentedOperations.map(({ path }) => path.split('/').slice(0, 3).join('/')))];

/** Undefined for what the documents do not speak of: pages, metrics, the documents themselves. */
export function place(exchange: RecordedExchange): PlacedExchange | undefined {
  const version: Version = exchange.response.version === 'v1' ? 'v1' : 'v2';
  const [sent = ''] = exchange.target.split('?');
  const path = sent.replace(/^\/api\/(?!v\d+(\/|$))/, `/api/${version}/`);
  const isOfContract = prefixes.some((prefix) => path === prefix || path.startsWith(`${prefix}/`));
  const isDocument = /^\/api\/v\d+\/(openapi\.json|openapi\.yaml)$/.test(path);
  const isPage = /^\/api\/(?:problems|docs|redoc|upgrade-guide|assets)(?:\/|$)/.test(sent);
  if (!isOfContract || isDocument || isPage) return undefined;
  return { ...exchange, version, path, operation: findOperation(exchange.method, path), problem: problemOf(exchange) };
}

/**
 * `equal`: the contract alone decides, so both must say the same. `valid`: the server looked at the whole request
 * before it answered from its state. `early`: it answered before it looked, and the rest may be wrong (contract.md,
 * precedence), but the path, the method and the presence of a credential had been seen.
 */
export type Expectation =
  { readonly kind: 'equal'; readonly status: number } | { readonly kind: 'valid' } | { readonly kind: 'early' };

const valid: Expectation = { kind: 'valid' };
const early: Expectation = { kind: 'early' };

/** Refusals of the engine that come before it reads the body and the parameters. */
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
  // A wrong password is a fact of the state; a token that opens nothing is one, too.
  if (status === 401 && code === 'unauthenticated') return hasCredential(exchange) ? early : { kind: 'equal', status };
  if (earlyStatuses.has(status) || (code !== undefined && earlyCodes.has(code))) return early;
  return valid;
}

/** Only the server can tell its own cursor from another's: it has signed it. What has not even the form is for all. */
function isAboutCursor(problem: Problem | undefined): boolean {
  const violations = problem?.errors ?? problem?.details ?? [];
  return violations.length > 0 && violations.every(({ code }) => code === 'invalid_cursor');
}

/** Whether the judge's verdict on the request is what it must be. */
export function isMet(expectation: Expectation, { given, judged }: { given: number; judged: number }): boolean {
  if (expectation.kind === 'equal') return judged === expectation.status;
  if (expectation.kind === 'valid') return judged === 200;
  return judged === given || ![401, 403, 404, 405].includes(judged);
}
