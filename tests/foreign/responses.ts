import { resolve } from '../../src/documents/reader/reference.ts';
import type { Document, HeaderObject, ResponseObject } from '../../src/documents/generate/document.ts';
import type { Operation, ResponseSpec, Validators } from '../../src/contract/operation.ts';
import type { AnyResponse } from '../../src/contract/options.ts';
import { sampleOf, type Taste } from './sample.ts';
import { placeOf } from './schemas.ts';
import { concrete, written } from './wire.ts';

// What a handler could answer: a sample of every response that the operation declares, and responses that it must not give.

interface Trial {
  readonly name: string;
  readonly response: AnyResponse;
}

/** One response for each status and media type, and one without content where none is declared. */
export function goodResponses(document: Document, row: Operation, validators: Validators, tastes: readonly Taste[]) {
  return finalResponses(row).flatMap(([status, spec]): Trial[] => {
    const { response, content } = describedBy(document, row, status);
    const headers = headersOf(document, response, spec);
    if (content.size === 0) {
      return [{ name: `${status} without content`, response: { status, body: undefined, headers } }];
    }
    return [...content].map(([type, schema]) => {
      const key = spec.content[type];
      const samples = tastes.map((taste) => () => sampleOf(document, schema, taste));
      const fits = (body: unknown): boolean => key === undefined || validators.byKey[key]?.(body) === true;
      const body = samples.map((sample) => sample()).find(fits) ?? samples[0]?.();
      const named = { ...headers, 'content-type': concrete(type) };
      return { name: `${status} ${type}`, response: { status, body: bodyOf(type, body), headers: named } };
    });
  });
}

/** Responses that are wrong in one way each, made from one that is right. */
export function brokenResponses(row: Operation, { response }: Trial, validators: Validators): Trial[] {
  const spec = row.responses[response.status];
  const broken = (name: string, change: Partial<AnyResponse>): Trial => ({
    name,
    response: { ...response, ...change },
  });
  const trials = [broken('an undeclared header', { headers: { ...response.headers, 'x-unknown-to-all': 'text' } })];
  const undeclared = [299, 298].find((status) => !(status in row.responses));
  if (undeclared !== undefined) trials.push(broken('an undeclared status', { status: undeclared }));
  if (spec === undefined || Object.keys(spec.content).length === 0) {
    return [
      ...trials,
      broken('a body where none is declared', { body: {}, headers: withType(response, 'text/plain') }),
    ];
  }
  trials.push(broken('no body', { body: undefined }));
  const ranges = ['*/*', 'application/*'].some((range) => range in spec.content);
  if (!ranges)
    trials.push(broken('another media type', { headers: withType(response, 'application/x-unknown-to-all') }));
  const [, key] =
    Object.entries(spec.content).find(([type]) => concrete(type) === response.headers?.['content-type']) ?? [];
  const wrong = [0, 'text', [], {}, null].find(
    (value) => key !== undefined && validators.byKey[key]?.(value) === false,
  );
  if (wrong !== undefined) trials.push(broken('a body of another form', { body: wrong }));
  return trials;
}

/** 1xx are no responses of a handler: they come before one. */
function finalResponses(row: Operation): [number, ResponseSpec][] {
  return Object.entries(row.responses)
    .map(([status, spec]): [number, ResponseSpec] => [Number(status), spec])
    .filter(([status]) => status >= 200);
}

function describedBy(document: Document, row: Operation, status: number) {
  const { operation } = placeOf(document, row);
  const response = resolve<ResponseObject>(document, operation.responses[String(status)] ?? { description: '' });
  const content = Object.entries(response.content ?? {}).map(
    ([type, { schema }]) => [(type.split(';')[0] ?? '').trim().toLowerCase(), schema] as const,
  );
  return { response, content: new Map(content) };
}

function headersOf(document: Document, { headers = {} }: ResponseObject, spec: ResponseSpec): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, entry]) => {
      const { schema, content } = resolve<HeaderObject>(document, entry);
      const value = sampleOf(document, schema ?? Object.values(content ?? {})[0]?.schema, { variant: 0, isFull: true });
      const lower = name.toLowerCase();
      const type = spec.headers[lower]?.type ?? { kind: 'string' };
      const header = { name: lower, in: 'header', style: 'simple', explode: false, required: true } as const;
      return [lower, written({ ...header, type, validator: '' }, value).join()];
    }),
  );
}

function withType(result: AnyResponse, type: string): Record<string, string> {
  return { ...(result.headers as Record<string, string>), 'content-type': type };
}

function bodyOf(type: string, sample: unknown): unknown {
  const isJson = type.endsWith('/json') || type.endsWith('+json');
  return isJson ? (sample ?? null) : 'text';
}
