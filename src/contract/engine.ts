import type { Document, Request } from 'openapi-backend';
import { ContractBackend } from './backend.ts';
import { compileBody } from './request/body.ts';
import { isClosed } from './response/closed-schema.ts';
import { organizationRuleOf } from './access/organization.ts';
import { credentialHeadersOf, queryCredentialsOf, tokenReadersOf } from './access/credentials.ts';
import { deprecationOf } from './response/deprecation.ts';
import { asJson } from '../documents/reader/json.ts';
import { resolve } from '../documents/reader/reference.ts';
import type { AppError } from '../problems/app-error.ts';
import type { Operation } from './operation.ts';
import type { EngineOptions, HttpContext } from './options.ts';
import { compileParameters } from './request/parameters.ts';
import { memberOrderOf, type MemberOrder } from './response/member-order.ts';
import { compileResponses, offersOf } from './response/response-rules.ts';
import type { Route } from './routing/route.ts';
import { conditionRuleOf } from './unit/conditions.ts';
import { compileSecurity, type TokenReader } from './access/security.ts';

/** The contract of one document, enforced in both directions. */
export interface Engine {
  /**
   * Serves a request whose path belongs to the document.
   * @throws AppError for every response that is an error; headers that belong to it are set already
   */
  handle(context: HttpContext): Promise<void>;
  /** Throws an error that has nothing to do with the operation, in the shape of its responses: with their headers. */
  refuse(context: HttpContext, error: AppError): never;
  /** The operation behind a method and a path without its query; undefined where there is none. */
  match(method: string, path: string): Operation | undefined;
  /** How many requests and responses have been validated. */
  readonly counts: { readonly requests: number; readonly responses: number };
}

/**
 * Prepares every operation of a document, so that serving one only looks things up.
 * @throws Error when table, validators, handlers, security handlers and document do not fit together
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
  return {
    ...documentOperation(options.document, row),
    row,
    // An operation may be called `toString`, which every object has.
    handler: Object.hasOwn(options.handlers, row.id) ? options.handlers[row.id] : undefined,
    decodeParameters: compileParameters(row, validators, queryCredentialsOf(options.document, row)),
    bodyRule: compileBody(row, validators, (type) =>
      isClosed(options.document, bodySchema(options.document, row, type)),
    ),
    responseRules: compileResponses(row, validators),
    memberOrders: memberOrdersOf(options.document, row),
    securityRule: compileSecurity(row, readers, options.security),
    deprecation: deprecationOf(row),
    offers: offersOf(row),
    requestHeaders: requestHeadersOf(options.document, row),
    organizationRule: organizationRuleOf(row),
    resolved: resolvedParametersOf(row, options.resolvers),
    isTemplated: row.path.includes('{'),
    conditions: conditionRuleOf(row, options.operations),
    isUnsafe: row.method !== 'GET',
  };
}

/** What the contract reads: content negotiation, credentials, the body and the parameters in headers. */
function requestHeadersOf(document: Document, row: Operation): string[] {
  const parameters = row.parameters.filter((parameter) => parameter.in === 'header').map(({ name }) => name);
  const ofBody = row.body === undefined ? [] : ['Content-Encoding', 'Content-Type'];
  return ['Accept', 'X-Request-Id', ...credentialHeadersOf(document, row), ...ofBody, ...parameters];
}

function bodySchema(document: Document, row: Operation, mediaType: string): unknown {
  const body = operationOf(document, row)?.requestBody;
  // A shared request body would have to be followed first; the engine then takes the longer way with it.
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

/** What openapi-backend's own router would say of the operation. */
function documentOperation(document: Document, row: Operation): Pick<Route, 'method' | 'path' | 'operationId'> {
  const id = operationOf(document, row)?.operationId;
  if (id !== row.id) throw new Error(`The document has no operation ${row.id} at ${row.path}`);
  return { operationId: id, method: row.method.toLowerCase(), path: row.path };
}

function operationOf(document: Document, row: Operation) {
  return document.paths?.[row.path]?.[row.method.toLowerCase() as 'get' | 'put' | 'post' | 'delete' | 'patch'];
}

/** Reads the target as it is now: src/http may have rewritten it (`/api/tasks` by its Accept). */
function requestOf({ req }: HttpContext): Request {
  const sent = req.url ?? '/';
  // RFC 9112, 3.2.2: a server takes the absolute form too.
  const target = sent.startsWith('/') ? sent : sent.replace(/^https?:\/\/[^/?]*/i, '');
  const mark = target.indexOf('?');
  const path = mark === -1 ? target : target.slice(0, mark);
  // The handlers of the engine read headers from the context; openapi-backend's type asks for them here.
  return { method: req.method ?? 'GET', path, query: mark === -1 ? '' : target.slice(mark + 1), headers: {} };
}

function resolvedParametersOf({ path }: Operation, resolvers: EngineOptions['resolvers'] = {}): Route['resolved'] {
  return [...path.matchAll(/\{([^{}]+)\}/g)].flatMap(([, name = ''], segment) => {
    const resolve = resolvers[name];
    return resolve === undefined ? [] : [{ name, segment, resolve }];
  });
}
