import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// The two documents as a client sees them: read from the bundles, without the engine.

export type Version = 'v1' | 'v2';
export type Schema = Readonly<Record<string, unknown>>;

interface MediaType {
  readonly schema: Schema;
  readonly examples?: Readonly<Record<string, Reference | { readonly value: unknown }>>;
}
interface Reference {
  readonly $ref: string;
}
export interface Header {
  readonly required?: boolean;
  readonly schema: Schema;
  readonly example?: unknown;
}
interface GivenResponse {
  readonly headers?: Readonly<Record<string, Header | Reference>>;
  readonly content?: Readonly<Record<string, MediaType>>;
}
export interface DocumentedParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required?: boolean;
  readonly schema: Schema;
  readonly example?: unknown;
}
interface WrittenOperation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly (DocumentedParameter | Reference)[];
  readonly requestBody?: { readonly content: Readonly<Record<string, MediaType>> };
  readonly responses: Readonly<Record<string, GivenResponse | Reference>>;
  readonly 'x-audit'?: string;
  readonly 'x-body-bytes-max'?: number;
  readonly 'x-emits'?: readonly string[];
  readonly 'x-problems'?: readonly string[];
  readonly 'x-role': string;
  readonly 'x-rate-limit': string;
  readonly 'x-transaction'?: string;
  readonly 'x-consistency'?: string;
}
type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
/** Operations by method, and the parameters that they share. */
type PathItem = Readonly<Partial<Record<Method, WrittenOperation>>> & {
  readonly parameters?: readonly (DocumentedParameter | Reference)[];
};
interface OpenApi {
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly webhooks?: Readonly<Record<string, { readonly post?: Pick<WrittenOperation, 'x-audit' | 'requestBody'> }>>;
}

export interface DocumentedOperation {
  readonly version: Version;
  readonly id: string;
  readonly method: string;
  /** Templated. */
  readonly path: string;
  readonly written: WrittenOperation;
  readonly parameters: readonly DocumentedParameter[];
  /** By status. */
  readonly responses: Readonly<Record<string, GivenResponse & { readonly headers: Readonly<Record<string, Header>> }>>;
  /** First named example of each media type of the body. */
  readonly bodies: Readonly<Record<string, unknown>>;
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

function readDocument(version: Version): OpenApi {
  const file = join(import.meta.dirname, '../../../generated', version, 'openapi.json');
  return JSON.parse(readFileSync(file, 'utf8')) as OpenApi;
}

export const documents: Readonly<Record<Version, OpenApi>> = { v1: readDocument('v1'), v2: readDocument('v2') };

function resolve<T extends object>(document: OpenApi, node: T | Reference): T {
  if (!('$ref' in node)) return node;
  const steps = node.$ref.slice(2).split('/');
  const found = steps.reduce<unknown>(
    (at, step) => (at as Record<string, unknown>)[decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~')],
    document,
  );
  return resolve(document, found as T | Reference);
}

/** Returns a schema of a document, or the one that it refers to. */
export function schemaBehind(version: Version, schema: Schema): Schema {
  return resolve<Schema>(documents[version], schema);
}

function firstExamples(document: OpenApi, content: Readonly<Record<string, MediaType>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(content).flatMap(([type, { examples }]) => {
      const first = Object.values(examples ?? {})[0];
      return first === undefined ? [] : [[type, resolve<{ readonly value: unknown }>(document, first).value]];
    }),
  );
}

function describeOperation(
  { version, path, method }: { readonly version: Version; readonly path: string; readonly method: Method },
  written: WrittenOperation,
): DocumentedOperation {
  const document = documents[version];
  const responses = Object.entries(written.responses).map(([status, response]) => {
    const { headers = {}, ...rest } = resolve<GivenResponse>(document, response);
    const resolved = Object.entries(headers).map(([name, header]) => [name, resolve<Header>(document, header)]);
    return [status, { ...rest, headers: Object.fromEntries(resolved) as Record<string, Header> }];
  });
  return {
    version,
    id: written.operationId,
    method: method.toUpperCase(),
    path,
    written,
    parameters: [...(document.paths[path]?.parameters ?? []), ...(written.parameters ?? [])].map((parameter) =>
      resolve<DocumentedParameter>(document, parameter),
    ),
    responses: Object.fromEntries(responses) as DocumentedOperation['responses'],
    bodies: firstExamples(document, written.requestBody?.content ?? {}),
  };
}

/** Every operation of both documents, in their order. */
export const documentedOperations: readonly DocumentedOperation[] = (['v1', 'v2'] as const).flatMap((version) =>
  Object.entries(documents[version].paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const written = item[method];
      return written === undefined ? [] : [describeOperation({ version, path, method }, written)];
    }),
  ),
);

/** Returns the first named example of a response's body. */
export function exampleResponse(operation: DocumentedOperation, status: number): unknown {
  const { content = {} } = operation.responses[String(status)] ?? {};
  return Object.values(firstExamples(documents[operation.version], content))[0];
}

/** Returns the example of an event: the complete body of its webhook. @throws Error if there is none */
export function eventExample(name: string): object {
  const { content = {} } = documents.v2.webhooks?.[name]?.post?.requestBody ?? {};
  const [example] = Object.values(firstExamples(documents.v2, content));
  if (typeof example !== 'object' || example === null) throw new Error(`webhooks.${name} has no example`);
  return example;
}

const patterns = documentedOperations.map((operation) => ({
  operation,
  pattern: new RegExp(`^${operation.path.replaceAll('.', '\\.').replaceAll(/\{[^}]+\}/g, '[^/]+')}$`),
  templates: operation.path.split('{').length,
}));

/** Whether a path is in the documents as it stands. Some have no version: those that SDKs of Sentry send to. */
export function isDocumentedPath(pathname: string): boolean {
  return patterns.some(({ pattern }) => pattern.test(pathname));
}

/**
 * Returns the operation for a method and a path. The path is matched first (concrete paths before templated ones), then
 * the method, so that `GET /tasks/bulk` does not match getTask. HEAD is treated as GET.
 */
export function findOperation(method: string, pathname: string): DocumentedOperation | undefined {
  const wanted = method === 'HEAD' ? 'GET' : method;
  const matching = patterns.filter(({ pattern }) => pattern.test(pathname));
  const fewest = Math.min(...matching.map(({ templates }) => templates));
  return matching.find(({ operation, templates }) => templates === fewest && operation.method === wanted)?.operation;
}
