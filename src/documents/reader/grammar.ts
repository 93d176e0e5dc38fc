import { asJson, asList, isJson, mapMembers, type Json } from './json.ts';
import { methods } from './operations.ts';
import { escapeToken } from './reference.ts';

// The objects of an OpenAPI document (3.0 and 3.1), and which objects they contain. Code that walks a document by this
// table never mistakes an author's name (a header called `content`, a property called `links`) for a keyword.

/** The objects of OpenAPI that contain others, or that code here handles. */
export type Kind =
  | 'document'
  | 'components'
  | 'pathItem'
  | 'operation'
  | 'parameter'
  | 'header'
  | 'requestBody'
  | 'response'
  | 'media'
  | 'encoding'
  | 'schema'
  | 'example'
  | 'link'
  | 'callback'
  | 'securityScheme';

/** One object, a map from names to objects (whose `x-` members may be extensions), or a list of objects. */
type Place = Kind | { readonly mapOf: Kind; readonly isExtensible?: true } | { readonly listOf: Kind };

const described = { schema: 'schema', content: { mapOf: 'media' }, examples: { mapOf: 'example' } } as const;

const grammar: Readonly<Record<Kind, Readonly<Record<string, Place>>>> = {
  document: {
    paths: { mapOf: 'pathItem', isExtensible: true },
    webhooks: { mapOf: 'pathItem' },
    components: 'components',
  },
  components: {
    schemas: { mapOf: 'schema' },
    responses: { mapOf: 'response' },
    parameters: { mapOf: 'parameter' },
    examples: { mapOf: 'example' },
    requestBodies: { mapOf: 'requestBody' },
    headers: { mapOf: 'header' },
    securitySchemes: { mapOf: 'securityScheme' },
    links: { mapOf: 'link' },
    callbacks: { mapOf: 'callback' },
    pathItems: { mapOf: 'pathItem' },
  },
  pathItem: {
    parameters: { listOf: 'parameter' },
    ...Object.fromEntries(methods.map((method) => [method, 'operation' as const])),
  },
  operation: {
    parameters: { listOf: 'parameter' },
    requestBody: 'requestBody',
    responses: { mapOf: 'response', isExtensible: true },
    callbacks: { mapOf: 'callback' },
  },
  parameter: described,
  header: described,
  requestBody: { content: { mapOf: 'media' } },
  response: { headers: { mapOf: 'header' }, content: { mapOf: 'media' }, links: { mapOf: 'link' } },
  media: { schema: 'schema', examples: { mapOf: 'example' }, encoding: { mapOf: 'encoding' } },
  encoding: { headers: { mapOf: 'header' } },
  schema: {},
  example: {},
  link: {},
  callback: {},
  securityScheme: {},
};

export interface Node {
  /** An object. A schema may also be true or false. */
  readonly value: unknown;
  readonly kind: Kind;
  /** The place as a reference: `#/paths/~1tasks/get`. */
  readonly pointer: string;
}

/**
 * Returns the replacement of a node, or undefined to remove it.
 * @param inside rewrites the objects in the node
 */
type Change = (node: Node, inside: () => Json) => unknown;

/** Rewrites a document, or an object of it, from the outside in. The caller rewrites the insides of schemas. */
export function rewrite(node: Node, change: Change): unknown {
  const { value, kind, pointer } = node;
  if (!isJson(value) && !(kind === 'schema' && typeof value === 'boolean')) return value;
  return change(node, () =>
    omitUndefined(
      mapMembers(asJson(value), (inner, name) => {
        const place = placeOf(kind, name);
        const at = `${pointer}/${escapeToken(name)}`;
        return place === undefined ? inner : rewritePlace({ value: inner, place, pointer: at }, change);
      }),
    ),
  );
}

interface Inner {
  readonly value: unknown;
  readonly place: Place;
  readonly pointer: string;
}

function rewritePlace({ value, place, pointer }: Inner, change: Change): unknown {
  if (typeof place === 'string') return rewrite({ value, kind: place, pointer }, change);
  const each = (one: unknown, kind: Kind, name: string | number): unknown =>
    rewrite({ value: one, kind, pointer: `${pointer}/${escapeToken(name)}` }, change);
  if ('listOf' in place) {
    const list = asList(value).map((one, index) => each(one, place.listOf, index));
    return Array.isArray(value) ? list.filter((one) => one !== undefined) : value;
  }
  if (!isJson(value)) return value;
  return omitUndefined(
    mapMembers(value, (one, name) =>
      place.isExtensible === true && name.startsWith('x-') ? one : each(one, place.mapOf, name),
    ),
  );
}

function omitUndefined(members: Json): Json {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

/** A callback maps expressions to path items. */
function placeOf(kind: Kind, name: string): Place | undefined {
  if (kind === 'callback') return name.startsWith('x-') ? undefined : 'pathItem';
  return Object.hasOwn(grammar[kind], name) ? grammar[kind][name] : undefined;
}
