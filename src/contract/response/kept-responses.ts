import type { IncomingMessage } from 'node:http';
import { estimateBytes } from '../../platform/estimate-bytes.ts';
import type { Actor } from '../../platform/unit.ts';
import type { KeepingRule, KeptCall } from '../controller/keeping.ts';
import type { Operation } from '../operation.ts';
import type { FinishedResponse } from '../unit/idempotency.ts';
import { codings, compressedFromBytes, keepEncodings, toExactBytes } from './content-coding.ts';
import type { KeptRead, KeptResponse, LoadedResponse } from './kept-read.ts';

// Responses of reads that are sent again without validation, handler and serialization, as long as nothing that they
// were made from has changed. Every request is admitted first: credential, scopes, CSRF token and limits are no part of
// what is kept.

/** A kept read, ready to be served. */
export interface CompiledRead extends KeptRead {
  /** The header parameters of the operation, which are part of the key. Preconditions are evaluated for each request. */
  readonly headers: readonly string[];
}

/** A longer request target is not worth keeping: it would be most of the entry. */
const TARGET_LENGTH_MAX = 1024;

const conditions = ['if-match', 'if-none-match'];

/** @throws Error for an operation whose responses cannot be kept */
export function compileRead(row: Operation, read: KeptRead | undefined): CompiledRead | undefined {
  if (read === undefined) return undefined;
  const { hasWholeRecords = false, isTimed = false } = read.rule;
  const isStreamed = !hasWholeRecords && Object.values(row.responses).some(({ records }) => records !== undefined);
  // A replica can be late: what it returns must not outlive the request, unless it may be older than a replica is.
  const isCurrent = row.consistency === 'strong' || isTimed;
  const isKeepable = row.method === 'GET' && isCurrent && !row.hasSensitiveResponse && !isStreamed;
  if (!isKeepable) throw new Error(`The responses of ${row.version}.${row.id} cannot be kept`);
  const named = row.parameters.filter((parameter) => parameter.in === 'header').map(({ name }) => name.toLowerCase());
  if (row.parameters.some((parameter) => parameter.in === 'cookie'))
    throw new Error(`${row.version}.${row.id} has cookie parameters, which are no part of the key`);
  return { ...read, headers: named.filter((name) => !conditions.includes(name)) };
}

/** Returns the key of everything that the response depends on besides the database; undefined if it is not kept. */
export function keptKeyOf(
  { headers, rule }: CompiledRead,
  { req, actor, media_type, now }: KeyParts,
): string | undefined {
  const target = req.url ?? '';
  if (target.length > TARGET_LENGTH_MAX) return undefined;
  let key = `${callerOf(actor)} ${media_type ?? ''} ${target}`;
  if (rule.periodOf !== undefined) key += ` ${rule.periodOf(now)}`;
  for (const name of headers) {
    const value = req.headers[name];
    if (value !== undefined) key += ` ${name}: ${JSON.stringify(value)}`;
  }
  return key;
}

interface KeyParts {
  readonly req: IncomingMessage;
  readonly actor: Actor;
  readonly media_type: string | undefined;
  readonly now: Date;
}

/** Actors are kept with their credentials, so this is written once for many requests. */
const callers = new WeakMap<Actor, string>();

function callerOf(actor: Actor): string {
  let caller = callers.get(actor);
  if (caller === undefined) {
    const { organization_id, user_id, role, is_operator, credential_type } = actor;
    caller = `${organization_id} ${user_id} ${role} ${String(is_operator)} ${String(credential_type)}`;
    callers.set(actor, caller);
  }
  return caller;
}

/** Prepares a response for its cache. @param body as the handler returned it */
export function toLoaded(
  rule: KeepingRule,
  { response, body, call, query_parameters, isNamed }: Finished,
): LoadedResponse {
  const { status, headers, contentType, body: text } = response;
  const isKeepable = status === 200 && typeof text === 'string' && headers['set-cookie'] === undefined;
  const tags = isKeepable ? rule.tagsOf(body, call) : undefined;
  const bytes = typeof text === 'string' ? toExactBytes(Buffer.from(text)) : undefined;
  const value = { response: { status, headers, contentType, body: bytes }, query_parameters };
  return {
    value: isNamed ? { ...value, path: call.path } : value,
    tags: tags ?? [],
    isKept: tags !== undefined,
  };
}

interface Finished {
  readonly response: FinishedResponse;
  readonly body: unknown;
  readonly call: KeptCall;
  readonly query_parameters: readonly string[];
  /** Whether the path has other names than ids. */
  readonly isNamed: boolean;
}

/** Returns a kept response as it is sent. Its body is compressed once for each coding. */
export function finishedOf({ response }: KeptResponse): FinishedResponse {
  if (response.body !== undefined) keepEncodings(response.body);
  return response;
}

/** Returns the memory of a kept response with its compressed forms, which are smaller than its body. */
export function memoryOf(kept: KeptResponse): number {
  const { length } = kept.response.body ?? '';
  return estimateBytes(kept) + (length < compressedFromBytes ? 0 : codings.length * length);
}
