import type { Document, Request } from 'openapi-backend';
import { ContractBackend } from './backend.ts';
import { compileBody } from './request/body.ts';
import { bodyMembersOf } from './request/input-names.ts';
import { isClosed } from './response/closed-schema.ts';
import { organizationRuleOf } from './access/organization.ts';
import { credentialHeadersOf, queryCredentialsOf, tokenReadersOf } from './access/credentials.ts';
import { deprecationOf } from './response/deprecation.ts';
import { asJson } from '../documents/reader/json.ts';
import { resolve } from '../documents/reader/reference.ts';
import { onFirstUse } from '../platform/on-first-use.ts';
import type { AppError } from '../problems/app-error.ts';
import type { Operation } from './operation.ts';
import type { EngineOptions, HttpContext } from './options.ts';
import { compileParameters } from './request/parameters.ts';
import { compileRead } from './response/kept-responses.ts';
import { memberOrderOf, type MemberOrder } from './response/member-order.ts';
import { compileResponses, offersOf } from './response/response-rules.ts';
import type { Route } from './routing/route.ts';
import { conditionRuleOf } from './unit/conditions.ts';
import { compileSecurity, type TokenReader } from './access/security.ts';

/** Enforces the contract of one document on requests and on responses. */
export interface Engine {
  /**
   * Serves a request whose path belongs to the document.
   * @throws AppError for every error response, after the headers of that response have been set
   */
  handle(context: HttpContext): Promise<void>;
  /**
   * Throws an error that does not depend on the operation, after the headers of the operation's responses have been
   * set.
   */
  refuse(context: HttpContext, error: AppError): never;
  /** Returns the operation for a method and a path without its query, or undefined if there is none. */
  match(method: string, path: string): Operation | undefined;
  /** The number of validated requests and responses. */
  readonly counts: { readonly requests: number; readonly responses: number };
}

/**
 * Prepares every operation of a document, so that serving a request needs look-ups only.
 * @throws Error if the operation table, the validators, the handlers, the security handlers and the document do not
 *   match
 */
export function createEngine(options: EngineOptions): Engine {
  const readers = tokenReadersOf(options.document, options.cookiePrefix);
  const routes = options.operations.map((operation) => compileRoute(operation, options, readers));
  const backend = new ContractBackend(options, routes);
  return {
    handle: (context) => backend.handleRequest(requestOf(context), context),
    refuse: (context, error) => backend.refuse(requestOf(context), context, error),
    match: (method, path) => backend.router.matchOperation({ method, path, headers: {} })?.row,
    counts: backend.validator.counts,
  };
}

function compileRoute(row: Operation, options: EngineOptions, readers: Readonly<Record<string, TokenReader>>): Route {
  const { validators } = options;
  // Most processes serve few of the operations, and both take as long as everything else here.
  const memberOrders = onFirstUse(() => memberOrdersOf(options.document, row));
  const bodyMembers = onFirstUse(() =>
    bodyMembersOf(options.document, operationOf(options.document, row)?.requestBody),
  );
  return {
    ...documentOperation(options.document, row),
    row,
    // An operation may be called `toString`, which every object has as a member.
    handler: Object.hasOwn(options.handlers, row.id) ? options.handlers[row.id] : undefined,
    decodeParameters: compileParameters(row, validators, queryCredentialsOf(options.document, row)),
    bodyRule: compileBody(row, validators, (type) =>
      isClosed(options.document, bodySchema(options.document, row, type)),
    ),
    responseRules: compileResponses(row, validators),
    get memberOrders() {
      return memberOrders();
    },
    securityRule: compileSecurity(row, readers, options.security),
    deprecation: deprecationOf(row),
    offers: offersOf(row),
    get bodyMembers() {
      return bodyMembers();
    },
    requestHeaders: requestHeadersOf(options.document, row),
    organizationRule: organizationRuleOf(row),
    resolved: resolvedParametersOf(row, options.resolvers),
    isTemplated: row.path.includes('{'),
    kept: compileRead(row, options.kept?.[row.id]),
    conditions: conditionRuleOf(row, options.operations),
    isUnsafe: row.method !== 'GET',
  };
}

/** Read by every operation. Pages that are traced send W3C Trace Context with their requests. */
const everywhere = ['Accept', 'X-Request-Id', 'traceparent', 'tracestate'] as const;

/** The request headers that the contract reads: for content negotiation, credentials, the body and parameters. */
function requestHeadersOf(document: Document, row: Operation): string[] {
  const parameters = row.parameters.filter((parameter) => parameter.in === 'header').map(({ name }) => name);
  const ofBody = row.body === undefined ? [] : ['Content-Encoding', 'Content-Type'];
  return [...everywhere, ...credentialHeadersOf(document, row), ...ofBody, ...parameters];
}

function bodySchema(document: Document, row: Operation, mediaType: string): unknown {
  const body = operationOf(document, row)?.requestBody;
  // A shared request body is a reference that would have to be resolved first. For those the engine takes the slower
  // path.
  return body !== undefined && 'content' in body ? body.content[mediaType]?.schema : undefined;
}

function memberOrdersOf(document: Document, row: Operation): Map<string, MemberOrder> {
  const responses = Object.entries(asJson(operationOf(document, row)?.responses));
  return new Map(
    responses.flatMap(([status, response]) =>
      Object.entries(asJson(resolve(document, asJson(response))['content'])).map(([type, media]) => {
        const schema = asJson(asJson(media)['schema']);
        const described = resolve(document, schema)['contentSchema'] ?? schema;
        return [`${status} ${type}`, memberOrderOf(document, described)] as const;
      }),
    ),
  );
}

/** The operation, as openapi-backend's own router would return it. */
function documentOperation(document: Document, row: Operation): Pick<Route, 'method' | 'path' | 'operationId'> {
  const id = operationOf(document, row)?.operationId;
  if (id !== row.id) throw new Error(`The document has no operation ${row.id} at ${row.path}`);
  return { operationId: id, method: row.method.toLowerCase(), path: row.path };
}

function operationOf(document: Document, row: Operation) {
  return document.paths?.[row.path]?.[row.method.toLowerCase() as 'get' | 'put' | 'post' | 'delete' | 'patch'];
}

/** Reads the current request target, because src/http may have rewritten it (`/api/tasks` by its Accept header). */
function requestOf({ req }: HttpContext): Request {
  const sent = req.url ?? '/';
  // RFC 9112, 3.2.2: a server must accept the absolute form too.
  const target = sent.startsWith('/') ? sent : sent.replace(/^https?:\/\/[^/?]*/i, '');
  const mark = target.indexOf('?');
  const path = mark === -1 ? target : target.slice(0, mark);
  // The engine's handlers read headers from the Koa context. openapi-backend's type requires them here nevertheless.
  return { method: req.method ?? 'GET', path, query: mark === -1 ? '' : target.slice(mark + 1), headers: {} };
}

function resolvedParametersOf({ path }: Operation, resolvers: EngineOptions['resolvers'] = {}): Route['resolved'] {
  return [...path.matchAll(/\{([^{}]+)\}/g)].flatMap(([, name = ''], segment) => {
    const resolve = resolvers[name];
    return resolve === undefined ? [] : [{ name, segment, resolve }];
  });
}
