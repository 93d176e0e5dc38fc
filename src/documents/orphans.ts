import { asJson, isJson, mapMembers, type Json } from './reader/json.ts';

const prefix = '#/components/schemas/';

/** Returns the names of the schemas that a node refers to, directly or indirectly. */
function schemasBelow(node: unknown, schemas: Json): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (isJson(value)) Object.values(value).forEach(visit);
    else if (typeof value === 'string' && value.startsWith(prefix)) {
      const name = value.slice(prefix.length);
      if (found.has(name)) return;
      found.add(name);
      visit(schemas[name]);
    }
  };
  visit(node);
  return found;
}

/** Returns the document without the schemas that a removal left without any reference. */
export function withoutOrphans(document: Json, before: Json): Json {
  const components = asJson(document['components']);
  const schemas = asJson(components['schemas']);
  const used = schemasBelow({ ...document, components: { ...components, schemas: {} } }, schemas);
  const old = asJson(asJson(before['components'])['schemas']);
  const usedBefore = schemasBelow(
    mapMembers(before, (part, key) => (key === 'components' ? {} : part)),
    old,
  );
  const kept = Object.entries(schemas).filter(([name]) => used.has(name) || !usedBefore.has(name));
  return kept.length === Object.keys(schemas).length
    ? document
    : { ...document, components: { ...components, schemas: Object.fromEntries(kept) } };
}
