import { defaultQuotas } from '../../contract/vocabulary.ts';
import { asJson, isJson, mapMembers, memberOf, type Json } from '../reader/json.ts';
import { isRef, resolve, tokensOf } from '../reader/reference.ts';
import { operationsOf, type Document, type PathOperation } from './document.ts';
import { filledPath, parameterExamples } from './parameter-examples.ts';
import { pascalCase } from './source-text.ts';

// The headers of a mock server must fit each other, the body and the operation: Location names the resource in the body,
// ETag its version, Link the list, RateLimit the class. Other headers have one example, in openapi/shared/headers.yaml.

const quotas: Readonly<Record<string, number>> = defaultQuotas;

/** Returns the document with examples of headers in every success, which match the first example of the body. */
export function withHeaderExamples(document: Document): Document {
  const places = new Map(operationsOf(document).map((place) => [place.operation.operationId, place]));
  const variants: Record<string, unknown> = {};
  const adorn = (written: unknown, operation: Json): unknown => {
    const response = asJson(written);
    const body = firstExample(document, response);
    if (!isJson(response['headers'])) return written;
    const link = resolve(document, asJson(memberOf(response['headers'], 'Link')))['example'];
    const examples = examplesFor(document, { response, operation, body: asJson(body), places, link });
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
  /** By operationId. */
  readonly places: ReadonlyMap<string, PathOperation>;
  /** The shared example of Link. */
  readonly link: unknown;
}

/** Header -> its example; undefined where the shared one fits. */
function examplesFor(document: Document, { response, operation, body, places, link }: Subject): Json {
  const place = places.get(String(operation['operationId']));
  const rateClass = String(operation['x-rate-limit']);
  const quota = quotas[rateClass];
  const { version } = body;
  return {
    Location: locationOf(response, body, places),
    ETag: typeof version === 'number' ? `"${version}"` : undefined,
    Link:
      place !== undefined && isNextPage(link)
        ? link.replace(/^<[^?]*/, `<${pathOfExamples(document, place)}`)
        : undefined,
    RateLimit: quota === undefined ? undefined : `"${rateClass}";r=${quota - 1};t=60`,
    'RateLimit-Policy': quota === undefined ? undefined : `"${rateClass}";q=${quota};w=60`,
  };
}

function pathOfExamples(document: Document, place: PathOperation): string {
  return filledPath(place.path, parameterExamples(document, place, 'path'));
}

/** Deprecated operations have a Link to their successor instead: see successor-links.ts. */
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
function locationOf(response: Json, body: Json, places: Subject['places']): string | undefined {
  for (const link of Object.values(asJson(response['links']))) {
    const { operationId, parameters } = asJson(link);
    const path = places.get(String(operationId))?.path;
    const values = Object.entries(asJson(parameters)).map(([name, expression]) => {
      const pointer = /^\$response\.body#(\/.*)$/.exec(String(expression))?.[1];
      return [name, pointer === undefined ? undefined : tokensOf(pointer).reduce<unknown>(memberOf, body)] as const;
    });
    const filled = values.reduce((text, [name, value]) => text.replace(`{${name}}`, String(value)), path ?? '{}');
    if (!filled.includes('{') && !filled.includes('undefined')) return filled;
  }
  return undefined;
}
