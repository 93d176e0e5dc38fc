type Schema = Readonly<Record<string, unknown>>;

const scalarTypes = new Set(['string', 'number', 'integer', 'boolean', 'null']);
const combinators = ['oneOf', 'anyOf', 'allOf'];

/**
 * Whether a schema of a document leaves nothing open: every object names its members and allows no others, every
 * array says what it holds. What matches a closed schema has no unknown names, no infinite numbers, and the schema's
 * own depth, so it needs no further inspection.
 */
export function isClosed(document: object, schema: unknown, trail: readonly unknown[] = []): boolean {
  if (!isSchema(schema) || trail.includes(schema)) return false;
  const inside = [...trail, schema];
  const areClosed = (schemas: readonly unknown[]): boolean => schemas.every((it) => isClosed(document, it, inside));
  if (typeof schema['$ref'] === 'string') return isClosed(document, targetOf(document, schema['$ref']), inside);
  if ('enum' in schema || 'const' in schema) return true;
  const alternatives = combinators.map((name) => schema[name]).filter(Array.isArray);
  if (alternatives.length > 0) return areClosed(alternatives.flat());
  const types = [schema['type']].flat();
  return types.every((type) => {
    if (type === 'array') return areClosed([schema['items']]);
    if (type !== 'object') return typeof type === 'string' && scalarTypes.has(type);
    const { properties = {} } = schema;
    return schema['additionalProperties'] === false && isSchema(properties) && areClosed(Object.values(properties));
  });
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function targetOf(document: object, pointer: string): unknown {
  let value: unknown = document;
  for (const token of pointer.split('/').slice(1)) {
    value = isSchema(value) ? value[decodeURIComponent(token).replaceAll('~1', '/').replaceAll('~0', '~')] : undefined;
  }
  return value;
}
