import { OpenAPIValidator, type Document, type Request, type ValidationResult } from 'openapi-backend';
import type { Violation } from '../../problems/app-error.ts';
import type { VersionPrecondition } from '../../problems/precondition.ts';
import { parseBody, type RawBody } from './body.ts';
import type { ResponseHeaders } from '../options.ts';
import type { DecodedParameters, RawParameters } from './parameters.ts';
import { readPrecondition } from './precondition-headers.ts';
import { bodyBreach, headersBreach, type Breach, type TypedBody } from '../response/response-rules.ts';
import type { Route } from '../routing/route.ts';
import type { ContractRouter } from '../routing/router.ts';
import { violationsMax } from './violations.ts';

/** The parts of a request before any decoding. */
interface WireRequest extends Request {
  readonly raw: RawParameters;
  readonly rawBody: RawBody;
}

export interface DecodedRequest extends DecodedParameters {
  readonly body: unknown;
  readonly precondition: VersionPrecondition;
}

export interface RequestVerdict extends ValidationResult<Request> {
  readonly decoded: DecodedRequest;
  /** The names of the query parameters that the request has. */
  readonly sent: readonly string[];
  readonly violations: readonly Violation[];
}

interface ResponseVerdict extends ValidationResult {
  readonly breach: Breach | undefined;
}

/**
 * openapi-backend's validator with two changes: it uses the validators that `make generate` compiled, and it reports
 * all violations at once.
 */
export class ContractValidator extends OpenAPIValidator {
  /**
   * The number of validated requests and responses. The benchmark and tests read it to prove that validation was not
   * skipped.
   */
  readonly counts = { requests: 0, responses: 0 };

  constructor(document: Document, router: ContractRouter) {
    super({ definition: document, router, lazyCompileValidators: true });
  }

  override validateRequest(request: WireRequest, route: Route): RequestVerdict {
    this.counts.requests += 1;
    const violations: Violation[] = [];
    const { path, query, headers, cookies, sent } = route.decodeParameters(request.raw, violations);
    const body = route.bodyRule === undefined ? undefined : parseBody(request.rawBody, route.bodyRule, violations);
    const precondition = readPrecondition(request.raw.headers, violations);
    return {
      valid: violations.length === 0,
      decoded: { path, query, headers, cookies, body, precondition },
      sent,
      violations: violations.length > violationsMax ? violations.slice(0, violationsMax) : violations,
    };
  }

  override validateResponse(body: TypedBody, route: Route): ResponseVerdict {
    this.counts.responses += 1;
    return verdictOf(bodyBreach(route.responseRules, body));
  }

  override validateResponseHeaders(headers: ResponseHeaders, route: Route, { statusCode = 0 } = {}): ResponseVerdict {
    return verdictOf(headersBreach(route.responseRules, statusCode, headers));
  }
}

const flawless: ResponseVerdict = { valid: true, breach: undefined };

function verdictOf(breach: Breach | undefined): ResponseVerdict {
  return breach === undefined ? flawless : { valid: false, breach };
}
