import { Agent, request as httpRequest } from 'node:http';
import type { Document } from '../../src/documents/generate/document.ts';
import type { Operation, Parameter, Validators } from '../../src/contract/operation.ts';
import { sampleOf, type Taste } from './sample.ts';
import { schemaOfBody, schemaOfParameter } from './schemas.ts';
import { concrete, written } from './wire.ts';

/** A request as it goes over the wire. */
export interface Sent {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
}

interface Finished {
  readonly status: number;
  readonly code: string;
  readonly violations: readonly { readonly in: string; readonly code: string }[];
  readonly operation: unknown;
}

/** What a request is made of before it is put together. */
interface Draft {
  readonly parameters: readonly { readonly parameter: Parameter; readonly value: unknown }[];
  readonly body: { readonly type: string; readonly value: unknown } | undefined;
  /** Pairs that are no parameters of the operation. */
  readonly query: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
}

/** Samples of everything that the operation takes; of what it must have only, where the taste is not full. */
export function draftOf(document: Document, row: Operation, taste: Taste): Draft {
  const wanted = row.parameters.filter((it) => it.required || it.in === 'path' || taste.isFull);
  const [type] = Object.keys(row.body?.content ?? {});
  const schema = type === undefined ? undefined : schemaOfBody(document, row, type);
  return {
    parameters: wanted.map((parameter) => ({
      parameter,
      // An empty list leaves nothing on the wire.
      value: sampleOf(document, schemaOfParameter(document, row, parameter), { ...taste, isFull: true }),
    })),
    body: type === undefined ? undefined : { type, value: sampleOf(document, schema, taste) },
    ...credentialsOf(document, row),
  };
}

/** What the first alternative of the operation's security asks for. */
function credentialsOf(document: Document, row: Operation): Pick<Draft, 'query' | 'headers'> {
  const schemes = document.components?.['securitySchemes'] ?? {};
  const headers: Record<string, string> = {};
  const query: string[] = [];
  for (const name of Object.keys(row.security[0] ?? {})) {
    const scheme = schemes[name] as { type: string; scheme?: string; in?: string; name?: string };
    const key = scheme.name ?? '';
    if (scheme.type !== 'apiKey') headers['authorization'] = `${scheme.scheme ?? 'Bearer'} token`;
    else if (scheme.in === 'query') query.push(`${encodeURIComponent(key)}=token`);
    else if (scheme.in === 'cookie') headers['cookie'] = `${key}=token`;
    else headers[key.toLowerCase()] = 'token';
  }
  return { query, headers };
}

export function sentOf(row: Operation, draft: Draft): Sent {
  const { parameters, body } = draft;
  const partsIn = (location: Parameter['in']): [Parameter, string[]][] =>
    parameters
      .filter((it) => it.parameter.in === location)
      .map(({ parameter, value }) => [parameter, written(parameter, value)]);
  let path = row.path.replaceAll('#', '%23');
  for (const [{ name }, texts] of partsIn('path')) path = path.replaceAll(`{${name}}`, () => texts.join(''));
  const query = [...partsIn('query').flatMap(([, texts]) => texts), ...draft.query].join('&');
  const cookies = partsIn('cookie').flatMap(([, texts]) => texts);
  const headers: Record<string, string> = { ...draft.headers };
  for (const [{ name }, texts] of partsIn('header')) headers[name.toLowerCase()] = texts.join(',');
  if (cookies.length > 0) headers['cookie'] = [headers['cookie'] ?? [], cookies].flat().join('; ');
  const bytes = body === undefined ? undefined : bytesOf(body);
  if (body !== undefined && bytes !== undefined) {
    headers['content-type'] = concrete(body.type);
    headers['content-length'] = String(bytes.length);
  }
  return { method: row.method, target: query === '' ? path : `${path}?${query}`, headers, body: bytes };
}

function bytesOf({ type, value }: NonNullable<Draft['body']>): Buffer {
  if (Buffer.isBuffer(value)) return value;
  const isJson = type.endsWith('/json') || type.endsWith('+json');
  return Buffer.from(isJson ? JSON.stringify(value) : 'a=b');
}

const agent = new Agent({ keepAlive: true });

export async function send(url: string, { method, target, headers, body }: Sent): Promise<Finished> {
  const { port } = new URL(url);
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, method, path: target, headers, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const result = (text.startsWith('{') ? JSON.parse(text) : {}) as {
          code?: string;
          errors?: [];
          params?: { operation?: unknown };
        };
        const { code = '', errors = [], params } = result;
        resolve({ status: response.statusCode ?? 0, code, violations: errors, operation: params?.operation });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** A text that no list of values, no format and no number is. */
const stranger = 'unknown to all';

/** Requests that are wrong in one way each, with the status that they must get. */
export function brokenOf(
  row: Operation,
  draft: Draft,
  validators: Validators,
): { name: string; sent: Sent; status: number }[] {
  const broken: { name: string; sent: Sent; status: number }[] = [];
  const add = (name: string, change: Partial<Draft>, status: number): void => {
    broken.push({ name, sent: sentOf(row, { ...draft, ...change }), status });
  };
  const takesAll = row.parameters.some(
    ({ in: place, explode, type }) => place === 'query' && explode && type.kind === 'object' && type.additional,
  );
  if (!takesAll) add('an unknown query parameter', { query: [...draft.query, 'unknown-to-all=1'] }, 400);
  const needed = draft.parameters.find(({ parameter }) => parameter.required && parameter.in !== 'path');
  if (needed !== undefined) {
    add('a missing parameter', { parameters: draft.parameters.filter((it) => it !== needed) }, 400);
  }
  const bounded = draft.parameters.find(
    ({ parameter: { type, validator } }) =>
      !['array', 'object', 'json'].includes(type.kind) && validators.byKey[validator]?.(stranger) === false,
  );
  if (bounded !== undefined) {
    const change = draft.parameters.map((it) => (it === bounded ? { ...it, value: stranger } : it));
    add('a parameter of another form', { parameters: change }, 400);
  }
  if (row.role !== 'anonymous') add('no credential', { headers: {}, query: [] }, 401);
  const { body } = draft;
  if (body === undefined) return broken;
  add('a media type that nobody offers', { body: { type: 'application/x-unknown-to-all', value: 'text' } }, 415);
  if (row.body?.required === true) add('a missing body', { body: undefined }, 400);
  const key = row.body?.content[body.type];
  if (key === undefined) return broken;
  add('a body that is no JSON', { body: { type: body.type, value: Buffer.from('{') } }, 400);
  const wrong = [0, 'text', [], {}, null].find((value) => validators.byKey[key]?.(value) === false);
  if (wrong !== undefined) add('a body of another form', { body: { type: body.type, value: wrong } }, 400);
  return broken;
}
