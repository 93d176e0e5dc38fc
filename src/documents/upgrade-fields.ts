import { asJson, asList, type Json } from './reader/json.ts';
import { resolve } from './reader/reference.ts';

// Compares the fields of two bodies, for the requests and responses in upgrade-guide.ts.

export interface Field {
  readonly isRequired: boolean;
  readonly schema: Json;
}

/** Fields by path: `data[].title`. */
export type Fields = ReadonlyMap<string, Field>;

const depthMax = 4;

/**
 * Returns the fields of a body's schema by path.
 * @param written the schema as it is in the document
 * @param prefix the path of the schema
 * @param depth how many schemas contain it
 */
export function fieldsOf(document: Json, written: unknown, prefix = '', depth = 0): Fields {
  const schema = resolve(document, asJson(written));
  if (schema['type'] === 'array') return fieldsOf(document, schema['items'], `${prefix}[]`, depth);
  if (schema['oneOf'] !== undefined)
    return fieldsOfAny(asList(schema['oneOf']).map((one) => fieldsOf(document, one, prefix, depth)));
  const required = asList(schema['required']);
  const fields = Object.entries(asJson(schema['properties'])).flatMap(([name, member]) => {
    const path = prefix === '' ? name : `${prefix}.${name}`;
    const { description: _own, ...own } = asJson(member);
    const field = {
      isRequired: required.includes(name),
      schema: { ...resolve(document, asJson(member)), ...without$ref(own) },
    };
    const inner = depth < depthMax ? [...fieldsOf(document, member, path, depth + 1)] : [];
    return [[path, field] as const, ...inner];
  });
  return new Map(fields);
}

/** Merges alternatives: a field exists if one alternative has it, and is required if all of them require it. */
function fieldsOfAny(alternatives: readonly Fields[]): Fields {
  const merged = new Map<string, Field>();
  for (const [path, field] of alternatives.flatMap((fields) => [...fields])) {
    const isRequired = alternatives.every((fields) => fields.get(path)?.isRequired === true);
    if (!merged.has(path)) merged.set(path, { ...field, isRequired });
  }
  return merged;
}

function without$ref({ $ref: _reference, ...rest }: Json): Json {
  return rest;
}

/** Describes the differences between two schemas of one value. Returns an empty list if there are none. */
export function valueChanges(from: Json, to: Json): string[] {
  const changes: string[] = [];
  const [before, after] = [typeOf(from), typeOf(to)];
  if (before !== after) changes.push(`is ${after}, was ${before}`);
  const [old, present] = [valuesOf(from), valuesOf(to)];
  if (old !== undefined && present !== undefined) {
    const gone = old.filter((value) => !present.includes(value));
    const added = present.filter((value) => !old.includes(value));
    if (gone.length > 0) changes.push(`no longer has ${quote(gone)}`);
    if (added.length > 0) changes.push(`also has ${quote(added)}`);
  } else if (present !== undefined && before === after) changes.push(`must be one of ${quote(present)}`);
  const fallbacks = [from['default'], to['default']].map((value) => JSON.stringify(value));
  if (fallbacks[0] !== fallbacks[1]) {
    changes.push(to['default'] === undefined ? 'no longer has a default' : `has the default ${quote([to['default']])}`);
  }
  return changes;
}

function typeOf(schema: Json): string {
  const types = [schema['type'] ?? []].flat().map(String);
  const format = typeof schema['format'] === 'string' ? ` (${schema['format']})` : '';
  return types.map((type) => (type === 'null' ? type : `${type}${format}`)).join(' or ') || 'anything';
}

function valuesOf(schema: Json): readonly unknown[] | undefined {
  if ('const' in schema) return [schema['const']];
  return Array.isArray(schema['enum']) ? (schema['enum'] as unknown[]) : undefined;
}

/** Returns values as a list in backquotes. */
export function quote(values: readonly unknown[]): string {
  return values.map((value) => `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``).join(', ');
}
