import { isJson, memberOf, type Json } from './json.ts';

// JSON Pointers (RFC 6901) and the references of a bundled document, which are pointers in a URI fragment.

export interface Ref {
  readonly $ref: string;
}

/** Whether a value is a reference: an object with a `$ref`. */
export function isRef(value: unknown): value is Ref {
  return isJson(value) && typeof value['$ref'] === 'string';
}

/** Escapes a name for a pointer. */
export function escapeToken(name: string | number): string {
  const token = String(name);
  // A comparison of two documents escapes a million names, and few of them need it.
  return token.includes('~') || token.includes('/') ? token.replaceAll('~', '~0').replaceAll('/', '~1') : token;
}

/** Returns the names in a pointer, which may be the fragment of a reference: `#/paths/~1tasks` -> `paths`, `/tasks`. */
export function tokensOf(pointer: string): string[] {
  const isFragment = pointer.startsWith('#');
  const tokens = pointer.split('/').slice(1);
  if (!/[%~]/.test(pointer)) return tokens;
  return tokens.map((token) =>
    (isFragment ? decodeURIComponent(token) : token).replaceAll('~1', '/').replaceAll('~0', '~'),
  );
}

/** Returns the last name in a reference: the name of the component. */
export function nameIn(reference: string): string {
  return tokensOf(reference).at(-1) ?? '';
}

/**
 * Resolves one reference.
 * @throws Error for one that points outside the document or has no target
 */
export function lookUp(document: object, reference: string): unknown {
  if (!reference.startsWith('#/'))
    throw new Error(`the reference ${reference} points outside the document: bundle the document first`);
  const value = tokensOf(reference).reduce<unknown>(memberOf, document);
  if (value === undefined) throw new Error(`the reference ${reference} has no target in the document`);
  return value;
}

/**
 * Resolves a chain of references. Returns any other value unchanged.
 * @throws Error for a reference that has no target or is circular
 */
export function resolve<T extends object = Json>(document: object, value: T | Ref): T {
  const seen = new Set<string>();
  let current: unknown = value;
  while (isRef(current)) {
    if (seen.has(current.$ref)) throw new Error(`the reference ${current.$ref} is circular`);
    seen.add(current.$ref);
    current = lookUp(document, current.$ref);
  }
  return current as T;
}
