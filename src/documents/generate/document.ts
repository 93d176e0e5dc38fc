import { isMethod, isServed, servedMethods, type ServedMethod } from '../reader/operations.ts';
import { resolve, type Ref } from '../reader/reference.ts';
import type { Version } from '../../platform/versions.ts';

// The types of a bundled OpenAPI 3.1 document, restricted to what the generator reads.

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
  readonly example?: unknown;
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
  readonly info: {
    readonly title: string;
    readonly version: string;
    readonly description?: string;
    /** In a source only: files of chapters, relative to the root document. The bundle has them in `description`. */
    readonly 'x-chapters'?: readonly string[];
  };
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
 * Returns every operation in the order of the document, with references of path items resolved.
 * @throws Error that names an operation whose method is not served
 */
export function operationsOf(document: Document): PathOperation[] {
  return Object.entries(document.paths).flatMap(([path, written]) => {
    const item = resolve<PathItem>(document, written);
    const unserved = Object.keys(item).find((name) => isMethod(name) && !isServed(name));
    if (unserved !== undefined)
      throw new Error(
        `${unserved.toUpperCase()} ${path}: the method is not supported; use one of ${servedMethods.join(', ')} (GET includes HEAD)`,
      );
    return servedMethods.flatMap((method) => {
      const operation = item[method];
      return operation === undefined ? [] : [{ path, method, item, operation }];
    });
  });
}

/** Returns the parameters of an operation. Its own override those of its path. */
export function parametersOf(
  document: Document,
  { item, operation }: Pick<PathOperation, 'item' | 'operation'>,
): ParameterObject[] {
  const byPlace = new Map<string, ParameterObject>();
  for (const entry of [...(item.parameters ?? []), ...(operation.parameters ?? [])]) {
    const parameter = resolve(document, entry);
    const name = parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name;
    byPlace.set(`${parameter.in} ${name}`, parameter);
  }
  return [...byPlace.values()];
}

/** Returns a schema with its references resolved. Siblings of the first reference override the referenced schema. */
export function wholeSchema(document: Document, written: Schema): Schema {
  const { $ref: _reference, ...own } = written;
  return { ...resolve<Schema>(document, written), ...own };
}

/** Returns the version in the paths of the document: `v2` for `/api/v2/tasks`. */
export function versionOf(document: Document): Version {
  return document.info.version.startsWith('1.') ? 'v1' : 'v2';
}

/** @throws Error that names the operation */
export function fail({ method, path }: PathOperation, what: string): never {
  throw new Error(`${method.toUpperCase()} ${path} ${what}`);
}
