import { decodedSegment, normalPath } from './normal-path.ts';

interface Node<Value> {
  readonly children: Map<string, Node<Value>>;
  /** Segments that contain a parameter and other text: `{base}...{head}`. */
  readonly mixed: { readonly template: string; readonly pattern: RegExp; readonly node: Node<Value> }[];
  parameter: Node<Value> | undefined;
  value: Value | undefined;
}

/** The entry of a path, and the texts of its template parameters, in their order and in the normal form of the path. */
interface PathMatch<Value> {
  readonly value: Value;
  readonly segments: readonly string[];
}

/**
 * A tree of path templates by segment, for paths in normal form (normal-path.ts). It tries a concrete segment before a
 * templated one, and a template with more text before one with less. It leaves a branch again that does not match, so
 * that `/events/stats` is never the event with the id `stats`. A path with a trailing slash is another path.
 */
export class PathTree<Value> {
  readonly #root: Node<Value> = emptyNode();
  readonly #concrete = new Map<string, PathMatch<Value>>();

  /** Returns the entry of a template. Makes it by `make` if there is none yet. */
  add(template: string, make: () => Value): Value {
    let node = this.#root;
    for (const segment of template.slice(1).split('/')) {
      if (!segment.includes('{')) node = getOrAdd(node.children, decodedSegment(segment) ?? segment);
      else if (/^\{[^{}]+\}$/.test(segment)) node = node.parameter ??= emptyNode();
      else node = getOrAddMixed(node, segment);
    }
    if (node.value === undefined) {
      node.value = make();
      if (!template.includes('{')) this.#concrete.set(normalPath(template), { value: node.value, segments: [] });
    }
    return node.value;
  }

  find(path: string): PathMatch<Value> | undefined {
    const concrete = this.#concrete.get(path);
    if (concrete !== undefined) return concrete;
    if (!path.startsWith('/')) return undefined;
    const segments: string[] = [];
    const value = walk(this.#root, { path, segments }, 1);
    return value === undefined ? undefined : { value, segments };
  }
}

interface Search {
  readonly path: string;
  readonly segments: string[];
}

function walk<Value>(node: Node<Value>, search: Search, from: number): Value | undefined {
  const slash = search.path.indexOf('/', from);
  const isLast = slash === -1;
  const segment = isLast ? search.path.slice(from) : search.path.slice(from, slash);
  const text = decodedSegment(segment);
  if (text === undefined) return undefined;
  const child = node.children.get(text);
  if (child !== undefined) {
    const value = isLast ? child.value : walk(child, search, slash + 1);
    if (value !== undefined) return value;
  }
  if (segment === '') return undefined;
  for (const { pattern, node: next } of node.mixed) {
    const texts = pattern.exec(segment)?.slice(1);
    if (texts === undefined) continue;
    search.segments.push(...texts);
    const value = isLast ? next.value : walk(next, search, slash + 1);
    if (value !== undefined) return value;
    search.segments.length -= texts.length;
  }
  if (node.parameter === undefined) return undefined;
  search.segments.push(segment);
  const value = isLast ? node.parameter.value : walk(node.parameter, search, slash + 1);
  if (value === undefined) search.segments.pop();
  return value;
}

/** Without text between two parameters, the end of the first one would be ambiguous. */
function patternOf(template: string): RegExp {
  const literals = template.split(/\{[^{}]+\}/);
  if (literals.some((text) => /[{}]/.test(text)) || literals.slice(1, -1).includes('')) {
    throw new Error(`Path parameters without text between them: ${template}`);
  }
  return new RegExp(
    `^${literals.map((text) => normalPath(text).replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&')).join('(.+?)')}$`,
  );
}

function getOrAddMixed<Value>(parent: Node<Value>, template: string): Node<Value> {
  const known = parent.mixed.find((one) => one.template === template);
  if (known !== undefined) return known.node;
  const added = { template, pattern: patternOf(template), node: emptyNode<Value>() };
  parent.mixed.push(added);
  parent.mixed.sort((left, right) => textLength(right.template) - textLength(left.template));
  return added.node;
}

function textLength(template: string): number {
  return template.replaceAll(/\{[^{}]+\}/g, '').length;
}

function getOrAdd<Value>(children: Map<string, Node<Value>>, segment: string): Node<Value> {
  let child = children.get(segment);
  if (child === undefined) {
    child = emptyNode();
    children.set(segment, child);
  }
  return child;
}

function emptyNode<Value>(): Node<Value> {
  return { children: new Map(), mixed: [], parameter: undefined, value: undefined };
}
