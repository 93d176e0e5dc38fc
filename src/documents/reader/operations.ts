import { asJson, isJson, type Json } from './json.ts';
import { resolve } from './reference.ts';

/** The methods that the engine serves from the table. HEAD and OPTIONS follow from them. */
export const servedMethods = ['get', 'post', 'put', 'patch', 'delete'] as const;
export type ServedMethod = (typeof servedMethods)[number];

/** Whether the engine serves operations of that method. */
export function isServed(name: string): name is ServedMethod {
  return (servedMethods as readonly string[]).includes(name);
}

/** Every method that a Path Item can describe (OpenAPI 3.1, Path Item Object). */
export const methods = [...servedMethods, 'head', 'options', 'trace'] as const;
type Method = (typeof methods)[number];

/** Whether a member of a Path Item is a method. */
export function isMethod(name: string): name is Method {
  return (methods as readonly string[]).includes(name);
}

interface PathOperation {
  readonly path: string;
  readonly method: Method;
  readonly item: Json;
  readonly operation: Json;
}

/** Returns the operations of a Path Item, in the order of `methods`. */
function operationsOfItem(path: string, item: Json): PathOperation[] {
  return methods.flatMap((method) => {
    const operation = item[method];
    return isJson(operation) ? [{ path, method, item, operation }] : [];
  });
}

/** Returns every operation under the document's paths, with references of path items resolved. */
export function operationsOf(document: Json): PathOperation[] {
  return Object.entries(asJson(document['paths'])).flatMap(([path, item]) =>
    operationsOfItem(path, asJson(resolve(document, asJson(item)))),
  );
}
