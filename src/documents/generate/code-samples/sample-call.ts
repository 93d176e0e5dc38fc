import { versionOf, type Document, type PathOperation } from '../document.ts';
import { filledPath, parameterExamples } from '../parameter-examples.ts';
import { rowOf } from '../client-table-file.ts';
import { asJson, asList, isJson } from '../../reader/json.ts';
import { resolve } from '../../reader/reference.ts';
import type { Version } from '../../../platform/versions.ts';

/** The call that the samples of an operation make: the operation's own examples. */
export interface SampleCall {
  readonly operationId: string;
  readonly version: Version;
  /** In upper case. */
  readonly method: string;
  /** The path with the values of its parameters. */
  readonly path: string;
  readonly pathValues: Readonly<Record<string, string>>;
  /** The required parameters of the query. */
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: { readonly mediaType: string; readonly value: unknown } | undefined;
  /** The environment variable that has the bearer token; undefined for an operation without a credential. */
  readonly tokenVariable: 'ARCHITECT_KEY' | 'ARCHITECT_SESSION' | undefined;
  readonly takesIdempotencyKey: boolean;
  readonly returns: 'page' | 'records' | 'json' | 'nothing';
}

/** @throws Error that names a parameter or body without an example */
export function sampleCall(document: Document, place: PathOperation): SampleCall {
  const { path, method, operation } = place;
  const row = rowOf(document, place);
  const pathValues = parameterExamples(document, place, 'path') as Readonly<Record<string, string>>;
  return {
    operationId: operation.operationId,
    version: versionOf(document),
    method: method.toUpperCase(),
    path: filledPath(path, pathValues),
    pathValues,
    query: parameterExamples(document, place, 'query'),
    body: bodyOf(document, place),
    tokenVariable: tokenVariableOf(place),
    takesIdempotencyKey: row.headers.includes('idempotency-key'),
    returns: returnsOf(row),
  };
}

function returnsOf({ isPage, response }: { isPage: boolean; response: readonly string[] }): SampleCall['returns'] {
  if (isPage) return 'page';
  if (response.includes('application/x-ndjson')) return 'records';
  return response.length === 0 ? 'nothing' : 'json';
}

function bodyOf(document: Document, { operation }: PathOperation): SampleCall['body'] {
  if (operation.requestBody === undefined) return undefined;
  const [entry] = Object.entries(resolve(document, operation.requestBody).content);
  if (entry === undefined) return undefined;
  const [mediaType, { examples }] = entry;
  const [first] = Object.values(examples ?? {});
  const example = resolve(document, asJson(first));
  if (!isJson(example) || !('value' in example))
    throw new Error(`${operation.operationId}: the body in ${mediaType} needs an example`);
  return { mediaType, value: example['value'] };
}

/** An operation on the session itself refuses API keys. */
function tokenVariableOf({ operation }: PathOperation): SampleCall['tokenVariable'] {
  if (operation.security?.length === 0) return undefined;
  return asList(operation['x-problems']).includes('session_required') ? 'ARCHITECT_SESSION' : 'ARCHITECT_KEY';
}

/** What a sample says about a token that cannot be an API key. */
export const sessionNote = 'ARCHITECT_SESSION is the token of a session; an API key cannot call this operation.';

/** Path and query, as they stand in an address. */
export function targetOf({ path, query }: SampleCall): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`;
}

/** The body as JSON; a text of another media type as it is. */
export function bodyText({ value }: NonNullable<SampleCall['body']>): string {
  if (typeof value === 'string') return value;
  const line = JSON.stringify(value);
  return line.length <= 80 ? line : JSON.stringify(value, undefined, 2);
}
