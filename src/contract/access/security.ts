import type { IncomingHttpHeaders } from 'node:http';
import { AppError } from '../../problems/app-error.ts';
import type { Actor } from '../../platform/unit.ts';
import type { Operation } from '../operation.ts';
import type { Credential, SecurityHandler } from '../options.ts';

/** Who may call an operation. At least one alternative must hold, and all schemes within it. */
export interface SecurityRule {
  readonly alternatives: readonly (readonly Scheme[])[];
  /** True if `{}` is among the alternatives: a caller without credentials is anonymous. */
  readonly isOptional: boolean;
}

export interface Scheme {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly tokenOf: TokenReader;
  readonly handler: SecurityHandler;
}

export type TokenReader = (headers: IncomingHttpHeaders, query: string) => string | undefined;

/** What a security handler gets in addition to the token. */
type CredentialContext = Pick<Credential, 'organization_id' | 'request_id' | 'now' | 'headers'> & {
  readonly query: string;
  readonly client: { readonly address: string; readonly user_agent: string | undefined };
};

export interface Authentication {
  readonly actor: Actor | undefined;
  readonly scopes: readonly string[];
  /** False if the first scheme of a pair holds and the second does not: the CSRF token is missing or wrong. */
  readonly isProven: boolean;
}

export const anonymous: Authentication = { actor: undefined, scopes: [], isProven: true };

/**
 * Prepares the security rule of an operation.
 * @param readers scheme name -> reader of its token
 * @param handlers scheme name -> check of the token
 * @throws Error if a scheme has no reader or no handler
 */
export function compileSecurity(
  operation: Operation,
  readers: Readonly<Record<string, TokenReader>>,
  handlers: Readonly<Record<string, SecurityHandler | undefined>>,
): SecurityRule {
  const alternatives = operation.security.map((requirement) =>
    Object.entries(requirement).map(([name, scopes]) => {
      const tokenOf = readers[name];
      const handler = handlers[name];
      if (tokenOf === undefined || handler === undefined)
        throw new Error(`There is no handler for the security scheme ${name}`);
      return { name, scopes, tokenOf, handler };
    }),
  );
  return {
    alternatives: alternatives.filter((schemes) => schemes.length > 0),
    isOptional: alternatives.length === 0 || alternatives.some((schemes) => schemes.length === 0),
  };
}

/**
 * Authenticates the caller. The first alternative whose credential is presented decides: a refused bearer token causes
 * a 401 even if a valid cookie is sent too, because a caller who sends a credential must not silently act under another
 * one. Returns no promise if the handler of the credential returns none.
 * @throws AppError `unauthenticated`; errors of a security handler are passed on unchanged
 */
export function authenticate(rule: SecurityRule, context: CredentialContext): Authentication | Promise<Authentication> {
  for (const schemes of rule.alternatives) {
    const [first] = schemes;
    const token = first?.tokenOf(context.headers, context.query);
    if (first === undefined || token === undefined) continue;
    const presented = { schemes, scopes: first.scopes, token };
    const found = first.handler(new PresentedCredential(context, token, undefined));
    return found instanceof Promise
      ? found.then((actor) => decide(rule, context, presented, actor))
      : decide(rule, context, presented, found);
  }
  return withoutActor(rule, context);
}

interface Presented {
  readonly schemes: readonly Scheme[];
  readonly scopes: readonly string[];
  readonly token: string;
}

/** @param actor whom the first scheme found */
function decide(
  rule: SecurityRule,
  context: CredentialContext,
  { schemes, scopes, token }: Presented,
  actor: Actor | undefined,
): Authentication | Promise<Authentication> {
  if (actor === undefined) return withoutActor(rule, context);
  if (schemes.length === 1) return { actor, scopes, isProven: true };
  const proven = arePartnersProven(schemes, context, { actor, token });
  return proven.then((isProven) => ({ actor, scopes, isProven }));
}

/** @throws AppError `unauthenticated` if the operation needs an actor */
function withoutActor(rule: SecurityRule, context: CredentialContext): Authentication {
  if (rule.isOptional) return anonymous;
  const isBearerRefused = context.headers.authorization !== undefined;
  const challenge = `Bearer realm="architect"${isBearerRefused ? ', error="invalid_token"' : ''}`;
  throw new AppError('unauthenticated', 401, {}, { headers: { 'www-authenticate': challenge } });
}

async function arePartnersProven(
  schemes: readonly Scheme[],
  context: CredentialContext,
  found: { readonly actor: Actor; readonly token: string },
): Promise<boolean> {
  for (const scheme of schemes.slice(1)) {
    const token = scheme.tokenOf(context.headers, context.query);
    if (token === undefined) return false;
    if ((await scheme.handler(new PresentedCredential(context, token, found))) === undefined) return false;
  }
  return true;
}

/** A class, because its getters are lazy: most handlers read neither the address nor the user agent. */
class PresentedCredential implements Credential {
  readonly token: string;
  readonly organization_id: string | undefined;
  readonly request_id: string;
  readonly now: Date;
  readonly headers: IncomingHttpHeaders;
  readonly actor: Actor | undefined;
  readonly actor_token: string | undefined;
  readonly #client: CredentialContext['client'];

  constructor(
    context: CredentialContext,
    token: string,
    found: { readonly actor: Actor; readonly token: string } | undefined,
  ) {
    this.token = token;
    this.organization_id = context.organization_id;
    this.request_id = context.request_id;
    this.now = context.now;
    this.headers = context.headers;
    this.actor = found?.actor;
    this.actor_token = found?.token;
    this.#client = context.client;
  }

  get address(): string {
    return this.#client.address;
  }

  get user_agent(): string | undefined {
    return this.#client.user_agent;
  }
}

/**
 * Checks the scopes of an API key. A session has no scopes: it may do everything that its user may do.
 * @throws AppError `insufficient_scope` (RFC 6750, 3.1)
 */
export function assertScopes({ actor, scopes }: Authentication): void {
  const granted = actor?.scopes;
  if (granted === undefined) return;
  const missing = scopes.filter((scope) => !granted.includes(scope));
  if (missing.length === 0) return;
  const scope = missing.join(' ');
  const challenge = `Bearer realm="architect", error="insufficient_scope", scope="${scopes.join(' ')}"`;
  throw new AppError('insufficient_scope', 403, { scope }, { headers: { 'www-authenticate': challenge } });
}
