import { asJson, asList, isJson, type Json } from './reader/json.ts';
import { isMethod } from './reader/operations.ts';
import { tokensOf } from './reader/reference.ts';

// A document cut to some of its tags, for readers and generators that need one area only. A pure function of the
// document: what stays is as it was, and nothing that stays refers to what went.

/** The names of the document's tags, in its order. */
export function tagsOf(document: Json): string[] {
  return asList(document['tags']).map((tag) => String(asJson(tag)['name']));
}

/**
 * Leaves the operations and webhooks of the given tags, and of the components those that they reach.
 * @param document a bundled document; it is left as it is
 */
export function selectTags(document: Json, names: readonly string[]): Json {
  const wanted = new Set(names);
  const paths = selectItems(asJson(document['paths']), wanted);
  const webhooks = selectItems(asJson(document['webhooks']), wanted);
  const operationIds = new Set(operationsIn(paths).map((operation) => operation['operationId']));
  const { components: all, ...rest } = withoutStrayLinks({ ...document, paths, webhooks }, operationIds);
  const { webhooks: kept, ...head } = rest;
  const tags = asList(document['tags']).filter((tag) => wanted.has(String(asJson(tag)['name'])));
  const selected = { ...head, tags, ...('webhooks' in document ? { webhooks: kept } : {}) };
  const components = reachable(selected, asJson(all), schemesOf(document, paths));
  return { ...selected, components };
}

function selectItems(items: Json, wanted: ReadonlySet<string>): Json {
  const isWanted = (operation: unknown): boolean =>
    asList(asJson(operation)['tags']).some((tag) => wanted.has(String(tag)));
  const kept = Object.entries(items).flatMap(([name, item]) => {
    const members = Object.entries(asJson(item)).filter(([key, member]) => !isMethod(key) || isWanted(member));
    return members.some(([key]) => isMethod(key)) ? [[name, Object.fromEntries(members)] as const] : [];
  });
  return Object.fromEntries(kept);
}

function operationsIn(items: Json): Json[] {
  return Object.values(items).flatMap((item) =>
    Object.entries(asJson(item)).flatMap(([key, member]) => (isMethod(key) ? [asJson(member)] : [])),
  );
}

/** Links lead to operations by name; those whose operation is not there any more go. */
function withoutStrayLinks(node: Json, operationIds: ReadonlySet<unknown>): Json {
  const visit = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((member) => visit(member, ''));
    if (!isJson(value) || key === 'examples') return value;
    const members = Object.entries(value).filter(
      ([, member]) => key !== 'links' || operationIds.has(asJson(member)['operationId'] ?? member),
    );
    const changed = members.map(([name, member]) => [name, visit(member, name)] as const);
    return Object.fromEntries(changed.filter(([name, member]) => name !== 'links' || !isEmpty(member)));
  };
  return asJson(visit(node, ''));
}

function isEmpty(value: unknown): boolean {
  return isJson(value) && Object.keys(value).length === 0;
}

/** Security schemes are referred to by name, not by reference. */
function schemesOf(document: Json, paths: Json): ReadonlySet<string> {
  const requirements = operationsIn(paths).flatMap((operation) =>
    asList(operation['security'] ?? document['security']),
  );
  return new Set(requirements.flatMap((requirement) => Object.keys(asJson(requirement))));
}

/** The components that references lead to, however far. */
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
