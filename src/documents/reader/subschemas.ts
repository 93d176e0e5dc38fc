import { isJson, mapMembers, type Json } from './json.ts';

// The keywords of JSON Schema 2020-12 whose values contain schemas. Other values (`enum`, `examples`) are data.

const single = [
  ...['items', 'contains', 'additionalProperties', 'unevaluatedItems', 'unevaluatedProperties', 'propertyNames'],
  ...['not', 'if', 'then', 'else', 'contentSchema'],
];
const lists = ['oneOf', 'anyOf', 'allOf', 'prefixItems'];
const maps = ['properties', 'patternProperties', 'dependentSchemas', '$defs'];

/** Returns a schema whose direct subschemas are replaced by what `change` returns. Boolean schemas stay. */
export function mapSubschemas(schema: Json, change: (subschema: Json) => Json): Json {
  const each = (value: unknown): unknown => (isJson(value) ? change(value) : value);
  return mapMembers(schema, (value, keyword) => {
    if (single.includes(keyword)) return each(value);
    if (lists.includes(keyword) && Array.isArray(value)) return value.map(each);
    return maps.includes(keyword) && isJson(value) ? mapMembers(value, each) : value;
  });
}
