import { keywordsBeyond30 } from './reader/dialect.ts';
import { asJson, asList, isJson, mapMembers, type Json } from './reader/json.ts';
import { escapeToken } from './reader/reference.ts';

// The schema half of downgrade.ts.

type Mutable = Record<string, unknown>;
/** Notes that something at a place could not be carried over. */
export type Lose = (pointer: string, what: string) => void;

const schemaLists = ['oneOf', 'anyOf', 'allOf'];

/** A schema of OpenAPI 3.1 (JSON Schema 2020-12) as 3.0 can say it; `lose` hears of what it cannot. */
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
  changeConst(changed);
  changeBounds(changed);
  changeExamples(changed, pointer, lose);
  changeTypes(changed);
  // An array of 3.0 must say what it holds; without items, anything.
  if (changed['type'] === 'array' && !('items' in changed)) changed['items'] = {};
  return changed;
}

/** Whether the keyword has become something else: base64 and bytes have a format in 3.0. */
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

/** A tuple becomes a list of what stands at any of its places; `items: false` says that nothing comes after them. */
function changeTuple(schema: Json, changed: Mutable, pointer: string, lose: Lose): void {
  const places = asList(schema['prefixItems']);
  if (places.length === 0) return;
  const { items = true } = schema;
  const described = [...places, ...(items === false ? [] : [items])];
  const schemas = described.map((one, index) => downgradeSchema(one, `${pointer}/prefixItems/${index}`, lose));
  const isOpen = schemas.some((one) => isJson(one) && Object.keys(one).length === 0);
  changed['items'] = isOpen ? {} : { anyOf: schemas };
  if (items === false) changed['maxItems'] = Math.min(Number(changed['maxItems'] ?? Infinity), places.length);
}

function changeConst(schema: Mutable): void {
  if (!('const' in schema)) return;
  schema['enum'] = [schema['const']];
  if (schema['const'] === null) schema['type'] ??= 'null';
  delete schema['const'];
}

/** 3.0: `exclusiveMinimum: true` beside `minimum`; where both were numbers, the stricter one stays. */
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

/** 3.0 has one example. */
function changeExamples(schema: Mutable, pointer: string, lose: Lose): void {
  if (!Array.isArray(schema['examples'])) return;
  const [first, ...others] = asList(schema['examples']);
  schema['example'] ??= first;
  if (others.length > 0) lose(pointer, 'examples but the first');
  delete schema['examples'];
}

/** 3.0 has one type, and `nullable` beside it; null alone is an enum of null. */
function changeTypes(schema: Mutable): void {
  const types = [schema['type']].flat().filter((type) => type !== undefined);
  const others = types.filter((type) => type !== 'null');
  if (types.length === 0) return;
  if (others.length === 0) {
    // The type does not matter to a value that is null, but `nullable` must stand beside one.
    Object.assign(schema, { type: 'object', nullable: true, enum: [null] });
    return;
  }
  if (others.length < types.length) schema['nullable'] = true;
  if (others.length === 1) schema['type'] = others[0];
  else {
    const isNullable = schema['nullable'] === true;
    delete schema['type'];
    delete schema['nullable'];
    // An array must say what it holds where its type stands.
    const itemsOf = (type: unknown) => (type === 'array' ? { items: schema['items'] ?? {} } : {});
    const alternatives = others.map((type) => ({ type, ...(isNullable ? { nullable: true } : {}), ...itemsOf(type) }));
    delete schema['items'];
    const anyOf = { anyOf: alternatives };
    if ('anyOf' in schema) schema['allOf'] = [...asList(schema['allOf']), anyOf];
    else Object.assign(schema, anyOf);
  }
}
