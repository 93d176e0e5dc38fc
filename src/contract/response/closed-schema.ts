import { isJson, memberOf } from '../../documents/reader/json.ts';
import { isRef, tokensOf } from '../../documents/reader/reference.ts';

const scalarTypes = new Set(['string', 'number', 'integer', 'boolean', 'null']);
const combinators = ['oneOf', 'anyOf', 'allOf'];

/**
 * Whether a schema is closed: every object lists its members and allows no others, and every array describes its items.
 * A value that matches a closed schema has no unknown names, no infinite numbers and only the schema's own depth, so it
 * needs no further checks.
 */
export function isClosed(document: object, schema: unknown, trail: readonly unknown[] = []): boolean {
  if (!isJson(schema) || trail.includes(schema)) return false;
  const inside = [...trail, schema];
  const areClosed = (schemas: readonly unknown[]): boolean => schemas.every((it) => isClosed(document, it, inside));
  if (isRef(schema)) return isClosed(document, tokensOf(schema.$ref).reduce<unknown>(memberOf, document), inside);
  if ('enum' in schema || 'const' in schema) return true;
  const alternatives = combinators.map((name) => schema[name]).filter(Array.isArray);
  if (alternatives.length > 0) return areClosed(alternatives.flat());
  const types = [schema['type']].flat();
  return types.every((type) => {
    if (type === 'array') return areClosed([schema['items']]);
    if (type !== 'object') return typeof type === 'string' && scalarTypes.has(type);
    const { properties = {} } = schema;
    return schema['additionalProperties'] === false && isJson(properties) && areClosed(Object.values(properties));
  });
}
