import { acceptsNull, changeNullAlternatives } from './downgrade-null.ts';
import { keywordsBeyond30 } from './reader/dialect.ts';
import { asJson, asList, isJson, mapMembers, type Json } from './reader/json.ts';
import { escapeToken } from './reader/reference.ts';

// The part of downgrade.ts that converts schemas.

type Mutable = Record<string, unknown>;
/** Called for a keyword at a place that cannot be converted. */
export type Lose = (pointer: string, what: string) => void;

interface Downgrading {
  /** The document of OpenAPI 3.1, for references. */
  readonly document: Json;
  readonly lose: Lose;
}

const schemaLists = ['oneOf', 'anyOf', 'allOf'];

/**
 * Converts a schema of OpenAPI 3.1 (JSON Schema 2020-12) to 3.0.
 * @param context its `lose` is called for everything that 3.0 cannot express
 */
export function downgradeSchema(schema: unknown, pointer: string, context: Downgrading): unknown {
  if (schema === true) return {};
  if (schema === false) return { not: {} };
  if (!isJson(schema)) return schema;
  const { $ref, $comment: _comment, ...own } = schema;
  if (typeof $ref === 'string') {
    if (Object.keys(own).length === 0) return { $ref };
    return downgradeSchema({ ...own, allOf: [{ $ref }, ...asList(own['allOf'])] }, pointer, context);
  }
  const changed: Mutable = {};
  for (const [keyword, value] of Object.entries(own)) {
    const place = `${pointer}/${keyword}`;
    if (keyword === 'properties') {
      changed[keyword] = mapMembers(asJson(value), (member, name) =>
        downgradeSchema(member, `${place}/${escapeToken(name)}`, context),
      );
    } else if (schemaLists.includes(keyword)) {
      changed[keyword] = asList(value).map((member, index) => downgradeSchema(member, `${place}/${index}`, context));
    } else if (keyword === 'items' || keyword === 'not') changed[keyword] = downgradeSchema(value, place, context);
    else if (keyword === 'additionalProperties') {
      changed[keyword] = typeof value === 'boolean' ? value : downgradeSchema(value, place, context);
    } else if (keywordsBeyond30.includes(keyword)) {
      if (!replaces(keyword, schema, changed)) context.lose(pointer, keyword);
    } else changed[keyword] = value;
  }
  changeTuple(schema, changed, pointer, context);
  changePatterns(schema, changed, pointer, context);
  changeConst(changed);
  changeBounds(changed);
  changeExamples(changed, pointer, context.lose);
  changeNullAlternatives(schema, changed, context.document);
  changeTypes(changed, acceptsNull(schema, context.document));
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
function changeTuple(schema: Json, changed: Mutable, pointer: string, context: Downgrading): void {
  const places = asList(schema['prefixItems']);
  if (places.length === 0) return;
  const { items = true } = schema;
  const described = [...places, ...(items === false ? [] : [items])];
  changed['items'] = anyOf(
    described.map((one, index) => downgradeSchema(one, `${pointer}/prefixItems/${index}`, context)),
  );
  if (items === false) changed['maxItems'] = Math.min(Number(changed['maxItems'] ?? Infinity), places.length);
}

/** Members that match a pattern are additional ones in 3.0, which would refuse them if it refuses the others. */
function changePatterns(schema: Json, changed: Mutable, pointer: string, context: Downgrading): void {
  const patterns = Object.entries(asJson(schema['patternProperties']));
  const { additionalProperties = true } = schema;
  if (patterns.length === 0 || additionalProperties === true) return;
  const schemas = patterns.map(([pattern, one]) =>
    downgradeSchema(one, `${pointer}/patternProperties/${escapeToken(pattern)}`, context),
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
  if (first !== undefined) schema['example'] ??= first;
  if (others.length > 0) lose(pointer, 'examples but the first');
  delete schema['examples'];
}

/** 3.0 has one type and `nullable`. A type matches null only if the rest of the schema does. */
function changeTypes(schema: Mutable, isNullable: boolean): void {
  const types = [schema['type']].flat().filter((type) => type !== undefined);
  const others = types.filter((type) => type !== 'null');
  if (types.length === 0) return;
  if (others.length === 0) {
    delete schema['type'];
    Object.assign(schema, isNullable ? { enum: [null] } : { not: {} });
    return;
  }
  const nullable = isNullable && others.length < types.length ? { nullable: true } : {};
  if (others.length === 1) Object.assign(schema, { type: others[0], ...nullable });
  else {
    delete schema['type'];
    // An array must have `items` beside its type.
    const itemsOf = (type: unknown) => (type === 'array' ? { items: schema['items'] ?? {} } : {});
    const alternatives = others.map((type) => ({ type, ...nullable, ...itemsOf(type) }));
    delete schema['items'];
    const typed = { anyOf: alternatives };
    if ('anyOf' in schema) schema['allOf'] = [...asList(schema['allOf']), typed];
    else Object.assign(schema, typed);
  }
}
