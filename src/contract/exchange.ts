import type { Actor } from '../platform/unit.ts';
import type { AnyRequest, HttpContext } from './options.ts';
import type { RawBody } from './request/body.ts';
import type { Route } from './routing/route.ts';
import { fingerprintOf, type IdempotencyKey } from './unit/idempotency.ts';

/** One request while the engine serves it. */
export interface Exchange {
  readonly context: HttpContext;
  readonly route: Route;
  readonly segments: readonly string[];
  readonly query: string;
  readonly now: Date;
  /** The connection, as handlers see it. */
  readonly client: AnyRequest['client'];
}

/** Returns the idempotency key of a request, if the operation takes one and the request has one. */
export function keyOf(
  { context, route }: Exchange,
  actor: Actor,
  { bytes, essence }: RawBody,
): IdempotencyKey | undefined {
  const { row } = route;
  const key = context.req.headers['idempotency-key'];
  if (!row.isIdempotencyKeyed || typeof key !== 'string') return undefined;
  const { user_id, credential_id, organization_id, scopes = [] } = actor;
  const request = {
    method: row.method,
    url: context.req.url ?? '',
    organization_id,
    scopes,
    contentType: essence,
    body: bytes,
  };
  return {
    principal: user_id,
    credential_id: credential_id ?? user_id,
    organization_id,
    operation: `${row.version}.${row.id}`,
    key,
    fingerprint: fingerprintOf(request),
  };
}
