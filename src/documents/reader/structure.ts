import { isRef } from './reference.ts';

// Tells the structure of a document from data in it: examples, defaults and other values may contain members that look
// like keywords or references.

/** Keywords whose value is data. `value` is that of an Example Object. */
const dataKeywords: ReadonlySet<string> = new Set(['example', 'default', 'enum', 'const', 'value']);

/** Keywords whose value maps names that an author has chosen, so that a property may be called `default`. */
const mapKeywords: ReadonlySet<string> = new Set([
  ...['properties', 'patternProperties', 'dependentSchemas', '$defs'],
  ...['schemas', 'responses', 'parameters', 'examples', 'requestBodies', 'headers', 'securitySchemes', 'links'],
  ...['callbacks', 'pathItems', 'paths', 'webhooks', 'content', 'encoding', 'variables'],
]);

interface Part {
  readonly value: object;
  /** Whether the names of the members are an author's. */
  readonly isMap: boolean;
}

/** Returns the objects and lists directly in a part of a document that belong to its structure. */
export function partsIn({ value, isMap }: Part): Part[] {
  return Object.entries(value).flatMap(([name, member]: [string, unknown]) => {
    if (typeof member !== 'object' || member === null) return [];
    if (isMap || Array.isArray(value)) return [{ value: member, isMap: false }];
    // A schema has a list of examples; other objects have a map of Example Objects.
    const isData = dataKeywords.has(name) || (name === 'examples' && Array.isArray(member));
    return isData ? [] : [{ value: member, isMap: mapKeywords.has(name) && !Array.isArray(member) }];
  });
}

/** Returns the references in a part of a document, without following them. */
export function referencesIn(value: unknown, isMap = false): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = !isMap && isRef(value) ? [value.$ref] : [];
  return [...own, ...partsIn({ value, isMap }).flatMap((part) => referencesIn(part.value, part.isMap))];
}
