import { keywordsBeyond30 } from './reader/dialect.ts';
import { asJson, asList, isJson, mapMembers, type Json } from './reader/json.ts';
import { escapeToken } from './reader/reference.ts';

// The part of downgrade.ts that converts schemas.

type Mutable = Record<string, unknown>;
/** Called for a keyword at a place that cannot be converted. */
export type Lose = (pointer: string, what: string) => void;

const schemaLists = ['oneOf', 'anyOf', 'allOf'];

/**
 * Converts a schema of OpenAPI 3.1 (JSON Schema 2020-12) to 3.0.
 * @param lose called for everything that 3.0 cannot express
 */
export function downgradeSchema(schema: unknown, pointer: string, lose: Lose): unknown {
  if (schema === true) return {};
  if (schema === false) return { not: {} };
  if (!isJson(schema)) return schema;
  const { $ref, $comment: _comment, ...own } = schema;
  if (typeof $ref === 'string') {
    if (Object.keys(own).length === 0) return { $ref };
    return downgradeSchema({ ...own, allOf: [{ $ref }, ...asList(own['allOf'])] }, pointer, lose);
  }
  const changed: Mutable = {};
  for (const [keyword, value] of Object.entries(own)) {
    const place = `${pointer}/${keyword}`;
    if (keyword === 'properties') {
      changed[keyword] = mapMembers(asJson(value), (member, name) =>
        downgradeSchema(member, `${place}/${escapeToken(name)}`, lose),
      );
    } else if (schemaLists.includes(keyword)) {
      changed[keyword] = asList(value).map((member, index) => downgradeSchema(member, `${place}/${index}`, lose));
    } else if (keyword === 'items' || keyword === 'not') changed[keyword] = downgradeSchema(value, place, lose);
    else if (keyword === 'additionalProperties') {
      changed[keyword] = typeof value === 'boolean' ? value : downgradeSchema(value, place, lose);
    } else if (keywordsBeyond30.includes(keyword)) {
      if (!replaces(keyword, schema, changed)) lose(pointer, keyword);
    } else changed[keyword] = value;
  }
  changeTuple(schema, changed, pointer, lose);
  changePatterns(schema, changed, pointer, lose);
  changeConst(changed);
  changeBounds(changed);
  changeExamples(changed, pointer, lose);
  changeTypes(changed);
  // An array in 3.0 must have `items`. Without them, any item is allowed.
  if (changed['type'] === 'array' && !('items' in changed)) changed['items'] = {};
  return changed;
}

/** Whether the keyword was converted: 3.0 has formats for base64 and binary data. */
function replaces(keyword: string, schema: Json, changed: Mutable): boolean {
  if (keyword === 'contentEncoding' && schema['contentEncoding'] === 'base64') {
    changed['format'] = 'byte';
    return true;
  }
  if (keyword === 'contentMediaType' && schema['contentEncoding'] === undefined) {
    changed['format'] = 'binary';
    return true;
  }
  return false;
}

/**
 * Converts a tuple to a list of the types at any position. `items: false` means that the tuple has no further items.
 */
function changeTuple(schema: Json, changed: Mutable, pointer: string, lose: Lose): void {
  const places = asList(schema['prefixItems']);
  if (places.length === 0) return;
  const { items = true } = schema;
  const described = [...places, ...(items === false ? [] : [items])];
  changed['items'] = anyOf(
    described.map((one, index) => downgradeSchema(one, `${pointer}/prefixItems/${index}`, lose)),
  );
  if (items === false) changed['maxItems'] = Math.min(Number(changed['maxItems'] ?? Infinity), places.length);
}

/** Members that match a pattern are additional ones in 3.0, which would refuse them if it refuses the others. */
function changePatterns(schema: Json, changed: Mutable, pointer: string, lose: Lose): void {
  const patterns = Object.entries(asJson(schema['patternProperties']));
  const { additionalProperties = true } = schema;
  if (patterns.length === 0 || additionalProperties === true) return;
  const schemas = patterns.map(([pattern, one]) =>
    downgradeSchema(one, `${pointer}/patternProperties/${escapeToken(pattern)}`, lose),
  );
  const others = additionalProperties === false ? [] : [changed['additionalProperties']];
  changed['additionalProperties'] = anyOf([...schemas, ...others]);
}

function anyOf(schemas: readonly unknown[]): Json {
  const isOpen = schemas.some((one) => isJson(one) && Object.keys(one).length === 0);
  return isOpen ? {} : { anyOf: schemas };
}

function changeConst(schema: Mutable): void {
  if (!('const' in schema)) return;
  schema['enum'] = [schema['const']];
  if (schema['const'] === null) schema['type'] ??= 'null';
  delete schema['const'];
}

/** 3.0 writes `exclusiveMinimum: true` beside `minimum`. If 3.1 has both numbers, the stricter one is kept. */
function changeBounds(schema: Mutable): void {
  for (const [bound, exclusive, sign] of [
    ['minimum', 'exclusiveMinimum', 1],
    ['maximum', 'exclusiveMaximum', -1],
  ] as const) {
    const limit = schema[exclusive];
    if (typeof limit !== 'number') continue;
    Reflect.deleteProperty(schema, exclusive);
    const other = schema[bound];
    if (typeof other === 'number' && (other - limit) * sign > 0) continue;
    schema[bound] = limit;
    schema[exclusive] = true;
  }
}

/** 3.0 allows one example. */
function changeExamples(schema: Mutable, pointer: string, lose: Lose): void {
  if (!Array.isArray(schema['examples'])) return;
  const [first, ...others] = asList(schema['examples']);
  schema['example'] ??= first;
  if (others.length > 0) lose(pointer, 'examples but the first');
  delete schema['examples'];
}

/** 3.0 has one type and `nullable`. The type null alone is converted to an enum with null. */
function changeTypes(schema: Mutable): void {
  const types = [schema['type']].flat().filter((type) => type !== undefined);
  const others = types.filter((type) => type !== 'null');
  if (types.length === 0) return;
  if (others.length === 0) {
    // The type does not matter for null, but `nullable` requires one.
    Object.assign(schema, { type: 'object', nullable: true, enum: [null] });
    return;
  }
  if (others.length < types.length) schema['nullable'] = true;
  if (others.length === 1) schema['type'] = others[0];
  else {
    const isNullable = schema['nullable'] === true;
    delete schema['type'];
    delete schema['nullable'];
    // An array must have `items` beside its type.
    const itemsOf = (type: unknown) => (type === 'array' ? { items: schema['items'] ?? {} } : {});
    const alternatives = others.map((type) => ({ type, ...(isNullable ? { nullable: true } : {}), ...itemsOf(type) }));
    delete schema['items'];
    const typed = { anyOf: alternatives };
    if ('anyOf' in schema) schema['allOf'] = [...asList(schema['allOf']), typed];
    else Object.assign(schema, typed);
  }
}
