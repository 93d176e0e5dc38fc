// The shape of a bundled OpenAPI 3.1 document, as far as the generator reads it.

export interface Ref {
  readonly $ref: string;
}

export type Schema = Readonly<Record<string, unknown>>;

export interface MediaType {
  readonly schema?: Schema;
  readonly examples?: Readonly<Record<string, unknown>>;
}

export interface HeaderObject {
  readonly required?: boolean;
  readonly explode?: boolean;
  readonly schema?: Schema;
  readonly content?: Readonly<Record<string, MediaType>>;
}

export interface ParameterObject extends HeaderObject {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly style?: string;
}

export interface ResponseObject {
  readonly description: string;
  readonly headers?: Readonly<Record<string, HeaderObject | Ref>>;
  readonly content?: Readonly<Record<string, MediaType>>;
}

export interface RequestBodyObject {
  readonly required?: boolean;
  readonly content: Readonly<Record<string, MediaType>>;
}

export type Security = readonly Readonly<Record<string, readonly string[]>>[];

export interface OperationObject {
  readonly operationId: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tags: readonly string[];
  readonly security?: Security;
  readonly parameters?: readonly (ParameterObject | Ref)[];
  readonly requestBody?: RequestBodyObject | Ref;
  readonly responses: Readonly<Record<string, ResponseObject | Ref>>;
  readonly deprecated?: boolean;
  readonly [extension: `x-${string}`]: unknown;
}

export const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;
export type Method = (typeof methods)[number];

export type PathItem = Readonly<Partial<Record<Method, OperationObject>>> & {
  readonly parameters?: readonly (ParameterObject | Ref)[];
};

export interface Document {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly security?: Security;
  readonly tags?: readonly { readonly name: string; readonly description?: string }[];
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly webhooks?: Readonly<Record<string, PathItem>>;
  readonly components?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface PathOperation {
  readonly path: string;
  readonly method: Method;
  readonly item: PathItem;
  readonly operation: OperationObject;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isRef(value: unknown): value is Ref {
  return isRecord(value) && typeof value['$ref'] === 'string';
}

/** What `#/a/b` points at, one step. @throws Error where there is nothing. */
export function lookUp(document: Document, pointer: string): unknown {
  if (!pointer.startsWith('#/')) throw new Error(`${pointer} leads out of the bundle`);
  let value: unknown = document;
  for (const token of pointer.slice(2).split('/')) {
    const key = decodeURIComponent(token).replaceAll('~1', '/').replaceAll('~0', '~');
    value = isRecord(value) || Array.isArray(value) ? (value as Record<string, unknown>)[key] : undefined;
  }
  if (value === undefined) throw new Error(`${pointer} points at nothing`);
  return value;
}

/** The object itself, or what its chain of references leads to. */
export function resolve<T extends object>(document: Document, value: T | Ref): T {
  const seen = new Set<string>();
  let current: unknown = value;
  while (isRef(current)) {
    if (seen.has(current.$ref)) throw new Error(`${current.$ref} refers to itself`);
    seen.add(current.$ref);
    current = lookUp(document, current.$ref);
  }
  return current as T;
}

/** Every operation of the document, in the order it is written. */
export function operationsOf(document: Document): PathOperation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      return operation === undefined ? [] : [{ path, method, item, operation }];
    }),
  );
}

/** The document version that a path carries: `/api/v2/tasks` -> `v2`. */
export function versionOf(document: Document): 'v1' | 'v2' {
  return document.info.version.startsWith('1.') ? 'v1' : 'v2';
}

/** JSON with sorted keys, so that equal values have equal texts. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    isRecord(member)
      ? Object.fromEntries(Object.entries(member).sort(([left], [right]) => (left < right ? -1 : 1)))
      : member,
  );
}
