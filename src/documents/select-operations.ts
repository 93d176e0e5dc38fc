import { rewrite } from './reader/grammar.ts';
import { asJson, asList, isJson, type Json } from './reader/json.ts';
import { isMethod, operationsOf } from './reader/operations.ts';
import { isRef, resolve, tokensOf } from './reader/reference.ts';

// Reduces a document to some of its operations, for readers and generators that need one area or one audience only. A
// pure function: the remaining parts are unchanged, and refer to nothing that was removed.

/** The audiences that a document can be reduced to. `public`: everybody but the operators of the installation. */
export const audiences = ['public'] as const;
export type Audience = (typeof audiences)[number];

/** Which operations to keep. An absent member keeps all. */
interface Selection {
  /** Keeps the operations and webhooks of these tags. */
  readonly tags?: readonly string[] | undefined;
  /** `public` removes the operations whose `x-role` is operator. */
  readonly audience?: Audience | undefined;
}

/** Returns the names of the document's tags, in its order. */
export function tagsOf(document: Json): string[] {
  return asList(document['tags']).map((tag) => String(asJson(tag)['name']));
}

/**
 * Keeps the selected operations and webhooks, and the tags and components that they refer to.
 * @param document a bundled document, which is not modified
 */
export function selectOperations(document: Json, selection: Selection): Json {
  const paths = selectItems(document, 'paths', selection);
  const webhooks = selectItems(document, 'webhooks', selection);
  const operationIds = new Set(operationsOf({ ...document, paths }).map(({ operation }) => operation['operationId']));
  const { components: all, ...rest } = withoutStrayLinks({ ...document, paths, webhooks }, operationIds);
  const { webhooks: kept, ...head } = rest;
  const tags = selectedTags(document, { ...document, paths, webhooks }, selection);
  const selected = {
    ...withTags(head, tags),
    ...('webhooks' in document ? { webhooks: kept } : {}),
  };
  const components = reachable(selected, asJson(all), schemesOf(document, paths));
  return { ...selected, components };
}

/** Returns the names of the remaining tags: those asked for, without those whose operations were all removed. */
function selectedTags(before: Json, after: Json, { tags: asked, audience }: Selection): ReadonlySet<string> {
  const named = tagsOf(before).filter((name) => asked === undefined || asked.includes(name));
  if (audience === undefined) return new Set(named);
  const [usedBefore, usedAfter] = [usedTags(before), usedTags(after)];
  return new Set(named.filter((name) => usedAfter.has(name) || !usedBefore.has(name)));
}

function usedTags(document: Json): ReadonlySet<string> {
  const items = ['paths', 'webhooks'].flatMap((section) => operationsOf({ ...document, paths: document[section] }));
  return new Set(items.flatMap(({ operation }) => asList(operation['tags']).map(String)));
}

/** Reduces the list of tags, and the groups in which readers such as ReDoc show them. */
function withTags(document: Json, names: ReadonlySet<string>): Json {
  const tags = asList(document['tags']).filter((tag) => names.has(String(asJson(tag)['name'])));
  if (!('x-tagGroups' in document)) return { ...document, tags };
  const groups = asList(document['x-tagGroups']).map((group) => ({
    ...asJson(group),
    tags: asList(asJson(group)['tags']).filter((name) => names.has(String(name))),
  }));
  return { ...document, tags, 'x-tagGroups': groups.filter((group) => group.tags.length > 0) };
}

/** A path item that is a reference is replaced by its content, because other references may need other tags of it. */
function selectItems(document: Json, section: 'paths' | 'webhooks', { tags, audience }: Selection): Json {
  const isWanted = (operation: unknown): boolean =>
    (tags === undefined || asList(asJson(operation)['tags']).some((tag) => tags.includes(String(tag)))) &&
    (audience === undefined || asJson(operation)['x-role'] !== 'operator');
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
