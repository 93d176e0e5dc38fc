import { defaultQuotas } from '../../contract/vocabulary.ts';
import { asJson, isJson, mapMembers, memberOf, type Json } from '../reader/json.ts';
import { isRef, resolve, tokensOf } from '../reader/reference.ts';
import { operationsOf, type Document } from './document.ts';
import { pascalCase } from './source-text.ts';

// The headers of a mock server must fit each other, the body and the operation: Location names the resource in the body,
// ETag its version, Link the list, RateLimit the class. Other headers have one example, in openapi/shared/headers.yaml.

const quotas: Readonly<Record<string, number>> = defaultQuotas;

/** Returns the document with examples of headers in every success, which match the first example of the body. */
export function withHeaderExamples(document: Document): Document {
  const paths = new Map(operationsOf(document).map(({ operation, path }) => [operation.operationId, path]));
  const variants: Record<string, unknown> = {};
  const adorn = (written: unknown, operation: Json): unknown => {
    const response = asJson(written);
    const body = firstExample(document, response);
    if (!isJson(response['headers'])) return written;
    const link = resolve(document, asJson(memberOf(response['headers'], 'Link')))['example'];
    const examples = examplesFor({ response, operation, body: asJson(body), paths, link });
    const headers = mapMembers(response['headers'], (header, name) => {
      const example = memberOf(examples, name);
      if (example === undefined) return header;
      const own = { ...resolve(document, asJson(header)), example };
      const variant = variantOf(name, example);
      if (variant === undefined || !isRef(header)) return own;
      variants[variant] = own;
      return { $ref: `#/components/headers/${variant}` };
    });
    return { ...response, headers };
  };
  const adorned = mapMembers(document.paths, (item) =>
    mapMembers(asJson(item), (operation) => {
      const responses = memberOf(operation, 'responses');
      if (!isJson(responses)) return operation;
      const changed = mapMembers(responses, (one, status) =>
        status.startsWith('2') && !isRef(one) ? adorn(one, asJson(operation)) : one,
      );
      return { ...asJson(operation), responses: changed };
    }),
  );
  const headers = { ...document.components?.['headers'], ...variants };
  return withoutUnusedHeaders({ ...document, paths: adorned, components: { ...document.components, headers } });
}

/** The component for a header whose example many operations share; undefined if each has its own. */
function variantOf(name: string, example: unknown): string | undefined {
  if (name === 'ETag') return example === '"1"' ? 'ETag' : `ETagOfVersion${String(example).replaceAll('"', '')}`;
  if (!name.startsWith('RateLimit')) return undefined;
  const rateClass = /^"(\w+)"/.exec(String(example))?.[1] ?? '';
  return `${name.replace('-', '')}Of${pascalCase(rateClass)}`;
}

interface Subject {
  readonly response: Json;
  readonly operation: Json;
  /** The first example of the body. */
  readonly body: Json;
  /** operationId -> path */
  readonly paths: ReadonlyMap<string, string>;
  /** The shared example of Link. */
  readonly link: unknown;
}

/** Header -> its example; undefined where the shared one fits. */
function examplesFor({ response, operation, body, paths, link }: Subject): Json {
  const path = paths.get(String(operation['operationId'])) ?? '';
  const rateClass = String(operation['x-rate-limit']);
  const quota = quotas[rateClass];
  const { version } = body;
  return {
    Location: locationOf(response, body, paths),
    ETag: typeof version === 'number' ? `"${version}"` : undefined,
    Link: isNextPage(link) && !path.includes('{') ? link.replace(/^<[^?]*/, `<${path}`) : undefined,
    RateLimit: quota === undefined ? undefined : `"${rateClass}";r=${quota - 1};t=60`,
    'RateLimit-Policy': quota === undefined ? undefined : `"${rateClass}";q=${quota};w=60`,
  };
}

/** Deprecated operations have a Link to their successor instead. */
function isNextPage(link: unknown): link is string {
  return typeof link === 'string' && link.includes('rel="next"');
}

/** A standard header with an example of its own is no longer a component. */
function withoutUnusedHeaders(document: Document): Document {
  const text = JSON.stringify(document);
  const { components } = document;
  if (components?.['headers'] === undefined) return document;
  const used = Object.entries(components['headers']).filter(([name]) =>
    text.includes(`"#/components/headers/${name}"`),
  );
  return { ...document, components: { ...components, headers: Object.fromEntries(used) } };
}

function firstExample(document: Document, response: Json): unknown {
  const [media] = Object.values(asJson(response['content']));
  const [example] = Object.values(asJson(memberOf(media, 'examples')));
  return asJson(resolve(document, asJson(example)))['value'];
}

/** The path of the first link, filled with values of the body. The lint demands that it is the path of the resource. */
function locationOf(response: Json, body: Json, paths: ReadonlyMap<string, string>): string | undefined {
  for (const link of Object.values(asJson(response['links']))) {
    const { operationId, parameters } = asJson(link);
    const path = paths.get(String(operationId));
    const values = Object.entries(asJson(parameters)).map(([name, expression]) => {
      const pointer = /^\$response\.body#(\/.*)$/.exec(String(expression))?.[1];
      return [name, pointer === undefined ? undefined : tokensOf(pointer).reduce<unknown>(memberOf, body)] as const;
    });
    const filled = values.reduce((text, [name, value]) => text.replace(`{${name}}`, String(value)), path ?? '{}');
    if (!filled.includes('{') && !filled.includes('undefined')) return filled;
  }
  return undefined;
}
