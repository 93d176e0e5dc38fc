import { rewrite } from './reader/grammar.ts';
import { asJson, asList, isJson, type Json } from './reader/json.ts';
import { isMethod, operationsOf } from './reader/operations.ts';
import { isRef, resolve, tokensOf } from './reader/reference.ts';

// Reduces a document to some of its tags, for readers and generators that need one area only. A pure function: the
// remaining parts are unchanged, and refer to nothing that was removed.

/** Returns the names of the document's tags, in its order. */
export function tagsOf(document: Json): string[] {
  return asList(document['tags']).map((tag) => String(asJson(tag)['name']));
}

/**
 * Keeps the operations and webhooks of the given tags, and the components that they refer to.
 * @param document a bundled document, which is not modified
 */
export function selectTags(document: Json, names: readonly string[]): Json {
  const wanted = new Set(names);
  const paths = selectItems(document, 'paths', wanted);
  const webhooks = selectItems(document, 'webhooks', wanted);
  const operationIds = new Set(operationsOf({ ...document, paths }).map(({ operation }) => operation['operationId']));
  const { components: all, ...rest } = withoutStrayLinks({ ...document, paths, webhooks }, operationIds);
  const { webhooks: kept, ...head } = rest;
  const tags = asList(document['tags']).filter((tag) => wanted.has(String(asJson(tag)['name'])));
  const selected = { ...head, tags, ...('webhooks' in document ? { webhooks: kept } : {}) };
  const components = reachable(selected, asJson(all), schemesOf(document, paths));
  return { ...selected, components };
}

/** A path item that is a reference is replaced by its content, because other references may need other tags of it. */
function selectItems(document: Json, section: 'paths' | 'webhooks', wanted: ReadonlySet<string>): Json {
  const isWanted = (operation: unknown): boolean =>
    asList(asJson(operation)['tags']).some((tag) => wanted.has(String(tag)));
  const kept = Object.entries(asJson(document[section])).flatMap(([name, written]) => {
    const { $ref: _reference, ...own } = asJson(written);
    const item = isRef(written) ? { ...resolve(document, written), ...own } : own;
    const members = Object.entries(item).filter(([key, member]) => !isMethod(key) || isWanted(member));
    return members.some(([key]) => isMethod(key)) ? [[name, Object.fromEntries(members)] as const] : [];
  });
  return Object.fromEntries(kept);
}

/** Links name operations. Links to removed operations are removed. */
function withoutStrayLinks(document: Json, operationIds: ReadonlySet<unknown>): Json {
  const changed = rewrite({ value: document, kind: 'document', pointer: '#' }, ({ value, kind }, inside) => {
    const { operationId } = asJson(value);
    if (kind === 'link' && operationId !== undefined && !operationIds.has(operationId)) return undefined;
    if (kind !== 'response') return kind === 'schema' || kind === 'example' ? value : inside();
    const { links, ...response } = inside();
    return links === undefined || isEmpty(links) ? response : { ...response, links };
  });
  return asJson(changed);
}

function isEmpty(value: unknown): boolean {
  return isJson(value) && Object.keys(value).length === 0;
}

/** Security schemes are referred to by name, not by reference. */
function schemesOf(document: Json, paths: Json): ReadonlySet<string> {
  const requirements = operationsOf({ ...document, paths }).flatMap(({ operation }) =>
    asList(operation['security'] ?? document['security']),
  );
  return new Set(requirements.flatMap((requirement) => Object.keys(asJson(requirement))));
}

/** Returns the components that are referred to, directly or indirectly. */
function reachable(from: Json, components: Json, schemes: ReadonlySet<string>): Json {
  const found = new Map<string, Set<string>>([['securitySchemes', new Set(schemes)]]);
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (isJson(value)) Object.values(value).forEach(visit);
    else if (typeof value === 'string' && value.startsWith('#/components/')) follow(value);
  };
  const follow = (reference: string): void => {
    const [, section = '', name = ''] = tokensOf(reference);
    const names = found.get(section) ?? new Set();
    if (names.has(name)) return;
    found.set(section, names.add(name));
    visit(asJson(components[section])[name]);
  };
  visit(from);
  const sections = Object.entries(components).map(([section, members]) => {
    const kept = Object.entries(asJson(members)).filter(([name]) => found.get(section)?.has(name) === true);
    return [section, Object.fromEntries(kept)] as const;
  });
  return Object.fromEntries(sections.filter(([, members]) => !isEmpty(members)));
}
