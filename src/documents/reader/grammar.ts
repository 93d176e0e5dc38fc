import { asJson, asList, isJson, mapMembers, type Json } from './json.ts';
import { methods } from './operations.ts';
import { escapeToken } from './reference.ts';

// Which objects an OpenAPI document is made of (3.0 and 3.1), and where in them others stand. Who walks a document by
// this table never takes a name that an author chose (a header called `content`, a property called `links`) for a keyword.

/** The objects of OpenAPI that have others in them, or that somebody here looks at. */
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

/** One object, a map from names to objects (where `x-` may begin an extension), or a list of them. */
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
  /** An object; a schema may be true or false, too. */
  readonly value: unknown;
  readonly kind: Kind;
  /** Where it stands, as a reference: `#/paths/~1tasks/get`. */
  readonly pointer: string;
}

/** Returns what takes the node's place; undefined takes it away. @param inside rewrites the objects in it */
type Change = (node: Node, inside: () => Json) => unknown;

/** Rewrites a document, or an object of it, from the outside in. The insides of schemas are left to the caller. */
export function rewrite(node: Node, change: Change): unknown {
  const { value, kind, pointer } = node;
  if (!isJson(value) && !(kind === 'schema' && typeof value === 'boolean')) return value;
  return change(node, () =>
    present(
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
  return present(
    mapMembers(value, (one, name) =>
      place.isExtensible === true && name.startsWith('x-') ? one : each(one, place.mapOf, name),
    ),
  );
}

function present(members: Json): Json {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

/** A callback maps expressions to path items. */
function placeOf(kind: Kind, name: string): Place | undefined {
  if (kind === 'callback') return name.startsWith('x-') ? undefined : 'pathItem';
  return Object.hasOwn(grammar[kind], name) ? grammar[kind][name] : undefined;
}
