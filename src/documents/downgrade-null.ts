import { isAnnotation } from './reader/dialect.ts';
import { asJson, asList, isJson, memberOf, type Json } from './reader/json.ts';
import { isRef, tokensOf } from './reader/reference.ts';

// The part of downgrade-schema.ts that converts null. 3.0 has no type null. A schema with `nullable` matches null, or
// what it matches without `nullable`. Generators read `{ type: object, nullable: true, allOf: [X] }` this way. A strict
// validator lets X refuse null there (OpenAPI 3.0.4), but an alternative that is only null breaks generators.

/** Whether null is valid against a schema of OpenAPI 3.1. The keywords that 3.0 lacks are ignored. */
export function acceptsNull(schema: unknown, document: Json, open: readonly string[] = []): boolean {
  if (!isJson(schema)) return schema !== false;
  const { $ref, type, enum: values, allOf, anyOf, oneOf, not } = schema;
  const accepts = (one: unknown) => acceptsNull(one, document, open);
  if (typeof $ref === 'string') {
    if (open.includes($ref) || !acceptsNull(targetOf($ref, document), document, [...open, $ref])) return false;
  }
  if (type !== undefined && ![type].flat().includes('null')) return false;
  if (Array.isArray(values) && !values.includes(null)) return false;
  if ('const' in schema && schema['const'] !== null) return false;
  if (!asList(allOf).every(accepts)) return false;
  if (Array.isArray(anyOf) && !anyOf.some(accepts)) return false;
  if (Array.isArray(oneOf) && oneOf.filter(accepts).length !== 1) return false;
  return not === undefined || !accepts(not);
}

/** The schema that a reference leads to; `false` if the document does not have it. */
function targetOf(reference: string, document: Json): unknown {
  return reference.startsWith('#/') ? (tokensOf(reference).reduce<unknown>(memberOf, document) ?? false) : false;
}

/** Whether the schema says that its value is null. */
function isNullAlone(schema: unknown, document: Json): boolean {
  const { type, enum: values, ...others } = asJson(isRef(schema) ? targetOf(schema.$ref, document) : schema);
  const isTyped = [type].flat().every((one) => one === 'null') && type !== undefined;
  const isListed = Array.isArray(values) && values.length === 1 && values[0] === null;
  const isConstant = 'const' in others && others['const'] === null;
  const rest = Object.keys(others).filter((keyword) => keyword !== 'const' && !isAnnotation(keyword));
  return (isTyped || isListed || isConstant) && rest.length === 0 && acceptsNull(schema, document);
}

/**
 * Converts alternatives with null to the others with `nullable`: `oneOf: [X, { type: 'null' }]` to `allOf: [X]`.
 *
 * @param schema of OpenAPI 3.1
 * @param changed the same schema with converted members
 */
export function changeNullAlternatives(schema: Json, changed: Record<string, unknown>, document: Json): void {
  let isChanged = false;
  for (const keyword of ['oneOf', 'anyOf']) {
    const written = asList(schema[keyword]);
    const others = asList(changed[keyword]).filter((_one, index) => !isNullAlone(written[index], document));
    if (others.length === written.length || others.length === 0) continue;
    // Of a oneOf, two alternatives that accept null refuse it together.
    if (keyword === 'oneOf' && written.filter((one) => acceptsNull(one, document)).length > 1) continue;
    isChanged = true;
    if (others.length === 1) insert(changed, keyword, others[0]);
    else changed[keyword] = others;
  }
  if (!isChanged) return;
  delete changed['nullable'];
  if (!acceptsNull(schema, document)) return;
  // `nullable` requires a type beside it.
  const type = changed['type'] ?? typeOf(asList(changed['allOf']).at(-1), document);
  Object.assign(changed, { ...(type === undefined ? {} : { type }), nullable: true });
}

/** The type that a reference leads to, if it is one. */
function typeOf(schema: unknown, document: Json): string | undefined {
  const { type } = isRef(schema) ? asJson(targetOf(schema.$ref, document)) : {};
  const [only, ...more] = [type].flat().filter((one) => one !== 'null');
  return typeof only === 'string' && more.length === 0 ? only : undefined;
}

/** Replaces a keyword's alternatives by the only one. */
function insert(changed: Record<string, unknown>, keyword: string, only: unknown): void {
  Reflect.deleteProperty(changed, keyword);
  delete changed['discriminator'];
  const isFree = Object.keys(changed).every(isAnnotation);
  if (isFree && isJson(only) && !isRef(only)) Object.assign(changed, { ...only, ...changed });
  else changed['allOf'] = [...asList(changed['allOf']), only];
}
