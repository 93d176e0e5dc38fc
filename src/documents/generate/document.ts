import { isMethod, isServed, servedMethods, type ServedMethod } from '../reader/operations.ts';
import { resolve, type Ref } from '../reader/reference.ts';
import type { Version } from '../../platform/versions.ts';

// The shape of a bundled OpenAPI 3.1 document, as far as the generator reads it.

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
  readonly links?: Readonly<Record<string, LinkObject | Ref>>;
}

interface LinkObject {
  readonly operationId?: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
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

export type PathItem = Readonly<Partial<Record<ServedMethod, OperationObject>>> & {
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
  readonly method: ServedMethod;
  readonly item: PathItem;
  readonly operation: OperationObject;
}

/**
 * Every operation of the document, in the order it is written; references of path items are followed.
 * @throws Error that names an operation by a method that is not served
 */
export function operationsOf(document: Document): PathOperation[] {
  return Object.entries(document.paths).flatMap(([path, written]) => {
    const item = resolve<PathItem>(document, written);
    const stranger = Object.keys(item).find((name) => isMethod(name) && !isServed(name));
    if (stranger !== undefined)
      throw new Error(`${stranger.toUpperCase()} ${path}: ${servedMethods.join(', ')} are served, and HEAD by GET`);
    return servedMethods.flatMap((method) => {
      const operation = item[method];
      return operation === undefined ? [] : [{ path, method, item, operation }];
    });
  });
}

/** The schema, or what its references lead to; what stands beside the first one comes before that. */
export function wholeSchema(document: Document, written: Schema): Schema {
  const { $ref: _reference, ...own } = written;
  return { ...resolve<Schema>(document, written), ...own };
}

/** The document version that a path carries: `/api/v2/tasks` -> `v2`. */
export function versionOf(document: Document): Version {
  return document.info.version.startsWith('1.') ? 'v1' : 'v2';
}
