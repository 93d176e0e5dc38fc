import { OpenAPIBackend, type Request } from 'openapi-backend';
import { AppError } from '../problems/app-error.ts';
import { headerNameOf } from '../platform/header-names.ts';
import { sourceOf } from '../platform/source-address.ts';
import type { Actor, AnonymousUnit } from '../platform/unit.ts';
import { noBody, readBody, type RawBody } from './request/body.ts';
import { assertNotRetired, deprecationOfAll, type DeprecationHeaders } from './response/deprecation.ts';
import { noOrganization, onlyIn, organizationNamed } from './access/organization.ts';
import { keyOf, type Exchange } from './exchange.ts';
import type { FinishedResponse } from './unit/idempotency.ts';
import { Client } from './request/client.ts';
import { inputNamesOf, noInput } from './request/input-names.ts';
import { Negotiator } from './negotiator.ts';
import type { AnyRequest, EngineOptions, HttpContext } from './options.ts';
import { performInTime, type PerformOptions } from './unit/perform.ts';
import type { Route } from './routing/route.ts';
import { ContractRouter } from './routing/router.ts';
import { anonymous, assertScopes, authenticate, type Authentication } from './access/security.ts';
import { RecordStreams, type RecordBody } from './response/record-stream.ts';
import { performKept, placeOf, repeated } from './kept-reads.ts';
import type { KeptResponse } from './response/kept-read.ts';
import { encodingFor } from './response/content-coding.ts';
import { beginStream, send, setRateHeaders, setStandardHeaders } from './response/send.ts';
import { ContractValidator, type RequestVerdict } from './request/validator.ts';

/**
 * openapi-backend with the compiled router and validator. Its handleRequest is replaced, because the contract demands
 * another order of checks (404 and 405, 406, limits, 401, 403, 415, 413, 400, 409, …), and the library's security step
 * alone takes as long as all others.
 */
export class ContractBackend extends OpenAPIBackend {
  override readonly router: ContractRouter;
  override readonly validator: ContractValidator;
  readonly #options: EngineOptions;
  readonly #negotiator: Negotiator;
  readonly #performing: PerformOptions;
  readonly #streams: RecordStreams;
  /** The deprecation headers of the whole contract, for responses that belong to none of its operations. */
  readonly #deprecation: { readonly headers: DeprecationHeaders; readonly segments: readonly string[] } | undefined;

  constructor(options: EngineOptions, routes: readonly Route[]) {
    super({ definition: options.document, quick: true, strict: true, ignoreTrailingSlashes: false });
    this.document = options.document;
    this.definition = options.document;
    this.router = new ContractRouter(options.document, routes);
    this.validator = new ContractValidator(options.document, this.router);
    this.initialized = true;
    this.#options = options;
    const deprecation = deprecationOfAll(options.operations);
    this.#deprecation = deprecation && { headers: deprecation, segments: [] };
    this.#negotiator = new Negotiator(options.version, options.versions);
    const { db, chooseReplica, cipher, log, onBreach, turns, timeLimits } = options;
    this.#performing = { db, chooseReplica, cipher, log, onBreach, turns, timeLimits, validator: this.validator };
    this.#streams = new RecordStreams(options.streams, log);
    // The library refuses handlers for operations that the contract does not have.
    for (const [id, handler] of Object.entries(options.handlers)) {
      this.registerHandler(id, (_context, request: AnyRequest, unit: AnonymousUnit) => handler(request, unit));
    }
  }

  /** Serves a request, or throws the AppError that says why it is refused. */
  override async handleRequest(request: Request, context: HttpContext): Promise<void> {
    if (request.method === 'OPTIONS') {
      this.#respondToOptions(request.path, context);
      return;
    }
    const exchange = this.#begin(request, context);
    const { route } = exchange;
    const media_type = this.#negotiator.choose(context.req.headers.accept, route.offers);
    context.state.encoding = encodingFor(route.row, context.state.encoding);
    if (this.#options.rateLimiter !== undefined) await this.#limitAddress(exchange);
    const actor = await this.#admit(exchange);
    const { client, now } = exchange;
    const place = actor && placeOf(exchange, actor, media_type);
    const kept = place?.read.cache.get(place.key);
    if (actor !== undefined && kept !== undefined && this.#respondKept(exchange, actor, kept)) return;
    const { rawBody, decoded, sent } = await this.#read(exchange, actor);
    const key = actor && keyOf(exchange, actor, rawBody);
    const path = route.resolved.length === 0 ? decoded.path : await this.#resolve(exchange, decoded.path, actor);
    const call = {
      route,
      request: { ...decoded, path, content_type: rawBody.essence, media_type, client },
      actor,
      request_id: context.state.request_id,
      trace: context.state.span?.context,
      now,
      key,
    };
    const isNamed = path !== decoded.path;
    const response =
      actor === undefined || place === undefined
        ? await performInTime(call, this.#performing)
        : await performKept({ ...call, actor }, place, { query_parameters: sent, isNamed }, this.#performing);
    if (isNamed) this.#nameSuccessor(exchange, path);
    if (response.records === undefined) send(context, response, route.isTemplated);
    else await this.#stream(exchange, response, response.records);
  }

  /** Sends a kept response again. Returns false for a request that must be validated. */
  #respondKept(exchange: Exchange, actor: Actor, kept: KeptResponse): boolean {
    const { context, route, now } = exchange;
    const response = repeated(exchange, kept);
    if (response === undefined) return false;
    const { version, id } = route.row;
    const { query_parameters, path } = kept;
    this.#options.onUse({ version, operation_id: id, actor, at: now, ...noInput, query_parameters });
    if (path !== undefined) this.#nameSuccessor(exchange, path);
    send(context, response, route.isTemplated);
    return true;
  }

  /** Replaces other names in the path (such as a task's key) by ids. */
  async #resolve(
    { route }: Exchange,
    named: AnyRequest['path'],
    actor: Actor | undefined,
  ): Promise<AnyRequest['path']> {
    // perform() refuses an actor who belongs to no organization.
    if (actor === undefined || actor.organization_id === '') return named;
    let path = named;
    for (const { name, resolve } of route.resolved) {
      const value = String(path[name]);
      const id = await resolve(this.#options.db, actor, value);
      if (id !== value) path = { ...path, [name]: id };
    }
    return path;
  }

  /** Runs after a success only: no header may contain the id of a resource that the caller cannot see. */
  #nameSuccessor({ context, route, segments }: Exchange, path: AnyRequest['path']): void {
    const { deprecation, resolved } = route;
    if (deprecation === undefined) return;
    const ids = [...segments];
    for (const { name, segment } of resolved) ids[segment] = String(path[name]);
    setStandardHeaders(context.res, this.#options.version, { headers: deprecation, segments: ids });
  }

  async #stream({ context, route }: Exchange, response: FinishedResponse, records: RecordBody): Promise<void> {
    const begin = (): void => beginStream(context, response);
    if (context.req.method === 'HEAD') {
      begin();
      return;
    }
    const { version, id } = route.row;
    const facts = { request_id: context.state.request_id, operation: `${version}.${id}` };
    const onWrite = (bytes: number): void => {
      context.state.streamed_bytes += bytes;
    };
    await this.#streams.send(records, {
      response: context.res,
      coding: context.state.encoding.coding,
      begin,
      onWrite,
      facts,
    });
  }

  #respondToOptions(path: string, context: HttpContext): void {
    const offer = this.router.offerAt(path);
    setStandardHeaders(context.res, this.#options.version, this.#deprecation);
    if (offer === undefined) throw new AppError('not_found', 404);
    context.res.setHeader('Allow', offer.allow);
    context.state.offer = { methods: offer.allow, headers: offer.headers };
    for (const [name, value] of Object.entries(offer.accepts)) context.res.setHeader(headerNameOf(name), value);
    context.res.setHeader('Cache-Control', 'no-store');
    context.status = 204;
  }

  /** Sets the headers that every response to the request has, then throws the error. */
  refuse(request: Request, context: HttpContext, error: AppError): never {
    this.#begin(request, context);
    throw error;
  }

  #begin(request: Request, context: HttpContext): Exchange {
    const { version, sunsetExtensionMs, clock } = this.#options;
    const now = clock.now();
    let match;
    try {
      match = this.router.match(request.method, request.path);
    } catch (error) {
      setStandardHeaders(context.res, version, this.#deprecation);
      throw error;
    }
    const { route, segments } = match;
    const { row, deprecation } = route;
    context.state.operation = row;
    setStandardHeaders(context.res, version, deprecation && { headers: deprecation, segments });
    if (deprecation !== undefined) assertNotRetired(row, deprecation, now.getTime() - sunsetExtensionMs);
    const query = typeof request.query === 'string' ? request.query : '';
    return { context, route, segments, query, now, client: new Client(context) };
  }

  /**
   * Limits a request by its address. Anonymous classes count addresses, never accounts, because otherwise strangers could
   * lock an account's owner out (modules/auth/throttle slows down guesses at an account). In the other classes, an
   * address is refused after too many requests that failed to authenticate.
   */
  async #limitAddress({ context, route, client }: Exchange): Promise<void> {
    const limiter = this.#options.rateLimiter;
    if (limiter === undefined) return;
    const source = sourceOf(client.address);
    const { rateClass } = route.row;
    if (rateClass === 'auth' || rateClass === 'public') {
      setRateHeaders(context.res, await limiter.count(rateClass, source));
    } else limiter.assertOpen('address', source);
  }

  /** Checks authentication, scopes, the CSRF token and the client's rate limit, in this order. */
  async #admit(exchange: Exchange): Promise<Actor | undefined> {
    const { context, route } = exchange;
    const rule = route.securityRule;
    const found = rule.alternatives.length === 0 ? anonymous : this.#authenticate(exchange);
    const authentication = found instanceof Promise ? await found : found;
    const { actor } = authentication;
    context.state.actor = actor;
    assertScopes(authentication);
    if (!authentication.isProven) throw new AppError('csrf_failed', 403);
    if (this.#options.rateLimiter !== undefined) await this.#limitClient(exchange, actor);
    return actor;
  }

  /** Returns no promise if everything is at hand. */
  #authenticate(exchange: Exchange): Authentication | Promise<Authentication> {
    const { context, route, segments, query, now, client } = exchange;
    const { headers } = context.req;
    const { request_id } = context.state;
    const named = organizationNamed(route.organizationRule, segments, headers);
    const organization_id = named === noOrganization ? undefined : named;
    const restricted = (found: Authentication) => (named === undefined ? found : onlyIn(named, found));
    const presented = { organization_id, client, request_id, now, headers, query };
    try {
      const found = authenticate(route.securityRule, presented);
      if (!(found instanceof Promise)) return restricted(found);
      return found.then(restricted).catch((error: unknown) => this.#countRefusal(exchange, error));
    } catch (error) {
      return this.#countRefusal(exchange, error);
    }
  }

  /** Counts a request that failed to authenticate against its address. */
  async #countRefusal({ client }: Exchange, error: unknown): Promise<never> {
    const isRefused = error instanceof AppError && error.status === 401;
    if (isRefused) await this.#options.rateLimiter?.count('address', sourceOf(client.address));
    throw error;
  }

  async #limitClient({ context, route, client }: Exchange, actor: Actor | undefined): Promise<void> {
    const limiter = this.#options.rateLimiter;
    const { rateClass } = route.row;
    if (limiter === undefined || rateClass === 'public' || (rateClass === 'auth' && actor === undefined)) return;
    // All sessions of a user share one quota, so that logging in again does not renew it. Each API key has its own
    // quota.
    const key =
      actor?.credential_type === 'api_key' ? actor.credential_id : (actor?.user_id ?? sourceOf(client.address));
    setRateHeaders(context.res, await limiter.count(rateClass, key));
  }

  /** Reads and validates the request. A request that is refused is a use, too. */
  async #read(exchange: Exchange, actor: Actor | undefined) {
    const { context, route, now } = exchange;
    let verdict: RequestVerdict | undefined;
    try {
      const rawBody = route.bodyRule === undefined ? noBody : await readBody(context.req, route.bodyRule);
      verdict = this.#validate(exchange, rawBody);
      return { rawBody, decoded: verdict.decoded, sent: verdict.sent };
    } finally {
      if (actor !== undefined) {
        const { version, id } = route.row;
        const names =
          verdict === undefined ? noInput : inputNamesOf(route.bodyMembers, verdict.sent, verdict.decoded.body);
        this.#options.onUse({ version, operation_id: id, actor, at: now, ...names });
      }
    }
  }

  /** @throws AppError `validation_failed` with every violation */
  #validate({ context, route, segments, query }: Exchange, rawBody: RawBody): RequestVerdict {
    const { method, headers } = context.req;
    const { path } = route.row;
    // openapi-backend's type does not express that a header can be absent.
    const known = headers as Request['headers'];
    const raw = { segments, query, headers };
    const verdict = this.validator.validateRequest({ method: method ?? '', path, headers: known, raw, rawBody }, route);
    const { violations } = verdict;
    if (violations.length === 0) return verdict;
    throw new AppError('validation_failed', 400, { count: violations.length }, { violations });
  }
}
