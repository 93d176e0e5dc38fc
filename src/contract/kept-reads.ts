import type { Violation } from '../problems/app-error.ts';
import type { Actor } from '../platform/unit.ts';
import type { Exchange } from './exchange.ts';
import { readPrecondition } from './request/precondition-headers.ts';
import type { KeptResponse } from './response/kept-read.ts';
import { finishedOf, keptKeyOf, toLoaded, type CompiledRead } from './response/kept-responses.ts';
import { conditionalRead } from './unit/conditions.ts';
import type { FinishedResponse } from './unit/idempotency.ts';
import { performInTime, type Call, type PerformOptions } from './unit/perform.ts';

/** Where the response to a request is kept. */
interface Place {
  readonly read: CompiledRead;
  readonly key: string;
}

/** Returns undefined if the response to the request is not kept. */
export function placeOf(
  { context, route, now }: Exchange,
  actor: Actor,
  media_type: string | undefined,
): Place | undefined {
  const read = route.kept;
  const key = read && keptKeyOf(read, { req: context.req, actor, media_type, now });
  return read === undefined || key === undefined ? undefined : { read, key };
}

/**
 * Returns the response to a request from a kept one; undefined if a precondition of the request is malformed.
 * @throws AppError `precondition_failed` (412)
 */
export function repeated({ context }: Exchange, kept: KeptResponse): FinishedResponse | undefined {
  const violations: Violation[] = [];
  const precondition = readPrecondition(context.req.headers, violations);
  return violations.length > 0 ? undefined : conditionalRead(finishedOf(kept), precondition);
}

/** What the request sent, as far as the kept response needs it. */
interface Sent {
  readonly query_parameters: readonly string[];
  /** Whether the path has other names than ids. */
  readonly isNamed: boolean;
}

/** Performs a read and keeps its response. Callers who ask for the same at the same time share it. */
export async function performKept(
  call: Call & { readonly actor: Actor },
  { read, key }: Place,
  sent: Sent,
  options: PerformOptions,
): Promise<FinishedResponse> {
  const { request, actor } = call;
  const kept = await read.cache.fetch(key, async () => {
    let body: unknown;
    const unconditional = { ...call, request: { ...request, precondition: undefined } };
    const response = await performInTime({ ...unconditional, onBody: (shown) => (body = shown) }, options);
    const { path, query } = request;
    return toLoaded(read.rule, { response, body, call: { actor, path, query: { ...(query as object) } }, ...sent });
  });
  return conditionalRead(finishedOf(kept), request.precondition);
}
