import { child, follow, membersOf, type Place } from '../../../../src/documents/reader/place.ts';
import {
  headersOf,
  isInResponses,
  isInRequests,
  mediaTypesOf,
  parameterSchemasOf,
  parametersOf,
  responsesOf,
  responseSchemasOf,
  requestSchemasOf,
  valueOf,
  type Site,
} from './bundle.ts';
import { at, listAt, nameOf, numberAt, parentOf, setAt, type Draft } from './edit.ts';
import type { Planting } from './planting.ts';
import { upperBounds } from './spots.ts';

const operations = ({ isWebhook, operation }: Site): string[] => (isWebhook ? [] : [operation.pointer]);
const pointers = (places: readonly Place[]): string[] => places.map(({ pointer }) => pointer);
const plusOne = (document: Draft, pointer: string): void => setAt(document, pointer, numberAt(document, pointer) + 1);
const listed = (schemas: readonly Place[], keys: readonly string[]): string[] =>
  pointers(schemas.flatMap((schema) => keys.flatMap((key) => child(schema, key) ?? [])));

/** Schemas that only requests contain. */
const onlySent = (site: Site): Place[] =>
  site.isWebhook ? [] : requestSchemasOf(site).filter((schema) => !isInResponses(site, schema));
/** Schemas that only responses contain. */
const onlyReceived = (site: Site): Place[] =>
  site.isWebhook ? [] : responseSchemasOf(site).filter((schema) => !isInRequests(site, schema));
const onlyInParameters = (site: Site): Place[] =>
  site.isWebhook ? [] : parameterSchemasOf(site).filter((schema) => !isInResponses(site, schema));
const withMembers = (schemas: readonly Place[]): string[] =>
  pointers(schemas.filter((schema) => child(schema, 'properties') !== undefined));

function optional(document: Draft, pointer: string): void {
  const schema = at(document, parentOf(parentOf(pointer)));
  schema['required'] = (schema['required'] as string[]).filter((name) => name !== nameOf(pointer));
}

const words: readonly Planting[] = [
  ...(['description', 'summary'] as const).map((keyword): Planting => ({
    name: `another ${keyword}`,
    kind: `${keyword}-changed`,
    spots: operations,
    change: (document, pointer) => {
      setAt(document, `${pointer}/${keyword}`, 'In other words');
      return `${pointer}/${keyword}`;
    },
  })),
  {
    name: 'another example',
    kind: 'examples-changed',
    spots: ({ operation, isWebhook }) => (isWebhook ? [] : pointers(mediaTypesOf(child(operation, 'requestBody')))),
    change: (document, pointer) => {
      setAt(document, `${pointer}/examples`, { planted: { value: {} } });
      return `${pointer}/examples/planted/value`;
    },
  },
  {
    name: 'another description of a field',
    kind: 'description-changed',
    spots: (site) => pointers(onlyReceived(site)),
    change: (document, pointer) => {
      setAt(document, `${pointer}/description`, 'In other words.');
      return `${pointer}/description`;
    },
  },
];

const larger: readonly Planting[] = [
  {
    name: 'a new operation on a path',
    kind: 'operation-added',
    spots: ({ isWebhook, item }) => (isWebhook || child(item, 'put') !== undefined ? [] : [item.pointer]),
    change: (document, pointer) => {
      setAt(document, `${pointer}/put`, { operationId: 'putPlanted', tags: ['planted'], responses: {} });
      return `${pointer}/put`;
    },
  },
  {
    name: 'a new path',
    kind: 'operation-added',
    spots: operations,
    change: (document, pointer) => {
      setAt(document, '/paths/~1api~1planted', { get: at(document, pointer) });
      return '/paths/~1api~1planted/get';
    },
  },
  {
    name: 'a new server',
    kind: 'server-added',
    spots: operations,
    change: (document) => {
      listAt(document, '/servers').push({ url: 'https://planted.test' });
      return '/servers/1';
    },
  },
  {
    name: 'a new webhook',
    kind: 'webhook-added',
    spots: ({ isWebhook, version, item }) => (isWebhook && version === 'v2' ? [item.pointer] : []),
    change: (document, pointer) => {
      setAt(document, '/webhooks/planted.created', at(document, pointer));
      return '/webhooks/planted.created';
    },
  },
  {
    name: 'a new optional parameter',
    kind: 'parameter-added',
    spots: operations,
    change: (document, pointer) => {
      at(document, pointer)['parameters'] ??= [];
      const parameters = listAt(document, `${pointer}/parameters`);
      parameters.push({ name: 'planted', in: 'query', schema: { type: 'string' } });
      return `${pointer}/parameters/${parameters.length - 1}`;
    },
  },
  {
    name: 'a new media type for the body',
    kind: 'request-media-type-added',
    spots: ({ operation, isWebhook }) => (isWebhook ? [] : pointers(mediaTypesOf(child(operation, 'requestBody')))),
    change: (document, pointer) => {
      setAt(document, `${parentOf(pointer)}/application~1planted`, at(document, pointer));
      return `${parentOf(pointer)}/application~1planted`;
    },
  },
  {
    name: 'a new error status',
    kind: 'response-status-added',
    spots: operations,
    change: (document, pointer) => {
      setAt(document, `${pointer}/responses/418`, { description: 'A teapot.' });
      return `${pointer}/responses/418`;
    },
  },
  {
    name: 'a new response header',
    kind: 'response-header-added',
    spots: (site) =>
      site.isWebhook ? [] : pointers(responsesOf(site).filter((it) => child(it, 'headers') !== undefined)),
    change: (document, pointer) => {
      setAt(document, `${pointer}/headers/X-Planted`, { schema: { type: 'string' } });
      return `${pointer}/headers/X-Planted`;
    },
  },
  {
    name: 'a new link',
    kind: 'link-added',
    spots: (site) =>
      site.isWebhook ? [] : pointers(responsesOf(site).filter((it) => child(it, 'content') !== undefined)),
    change: (document, pointer) => {
      const links = (at(document, pointer)['links'] ??= {}) as Draft;
      links['planted'] = { operationId: 'getPlanted' };
      return `${pointer}/links/planted`;
    },
  },
  {
    name: 'a new security alternative',
    kind: 'security-alternative-added',
    spots: (site) => ((child(site.operation, 'security')?.value as unknown[]).length > 0 ? operations(site) : []),
    change: (document, pointer) => {
      const security = listAt(document, `${pointer}/security`);
      security.push({ planted: [] });
      return `${pointer}/security/${security.length - 1}`;
    },
  },
  {
    name: 'a later sunset',
    kind: 'sunset-changed',
    spots: ({ operation }) => (child(operation, 'x-sunset') === undefined ? [] : [`${operation.pointer}/x-sunset`]),
    change: (document, pointer) => setAt(document, pointer, '2039-01-01'),
  },
];

const looser: readonly Planting[] = [
  {
    name: 'a parameter made optional',
    kind: 'parameter-made-optional',
    spots: (site) => pointers(parametersOf(site).filter((it) => !site.isWebhook && valueOf(it, 'required') === true)),
    change: (document, pointer) => setAt(document, `${pointer}/required`, false),
  },
  {
    name: 'a parameter that becomes a list of its old values',
    kind: 'parameter-made-list',
    spots: (site) =>
      site.isWebhook
        ? []
        : pointers(
            parametersOf(site, 'query').flatMap((it) => {
              const schema = child(it, 'schema');
              const isExploded = valueOf(it, 'style') === undefined && valueOf(it, 'explode') !== false;
              return schema !== undefined && isExploded && valueOf(schema, 'type') === 'string' ? [schema] : [];
            }),
          ),
    change: (document, pointer) =>
      setAt(document, pointer, { type: 'array', maxItems: 9, items: at(document, pointer) }),
  },
  {
    name: 'a looser bound of a parameter',
    kind: 'parameter-bound-loosened',
    spots: (site) => listed(onlyInParameters(site), upperBounds),
    change: plusOne,
  },
  {
    name: 'a new value of a parameter',
    kind: 'parameter-enum-grown',
    spots: (site) => listed(onlyInParameters(site), ['enum']),
    change: (document, pointer) => void listAt(document, pointer).push('planted'),
  },
  {
    name: 'a new optional field in a body',
    kind: 'request-property-added',
    spots: (site) => withMembers(onlySent(site)),
    change: (document, pointer) => {
      setAt(document, `${pointer}/properties/planted`, { type: 'string' });
      return `${pointer}/properties/planted`;
    },
  },
  {
    name: 'a field of a body made optional',
    kind: 'request-property-made-optional',
    spots: (site) =>
      onlySent(site).flatMap((schema) =>
        [...membersOf(child(schema, 'properties'))].flatMap(([name, place]) =>
          ((valueOf(schema, 'required') ?? []) as string[]).includes(name) ? [place.pointer] : [],
        ),
      ),
    change: optional,
  },
  {
    name: 'a looser bound in a body',
    kind: 'request-bound-loosened',
    spots: (site) => listed(onlySent(site), upperBounds),
    change: plusOne,
  },
  {
    name: 'a new value of an enum in a body',
    kind: 'request-enum-grown',
    // Responses may contain the same enum, which has the marker.
    spots: (site) => listed(site.isWebhook ? [] : requestSchemasOf(site), ['enum']),
    change: (document, pointer) => void listAt(document, pointer).push('planted'),
  },
];

const tighter: readonly Planting[] = [
  {
    name: 'a new field in a response',
    kind: 'response-property-added',
    spots: (site) => withMembers(onlyReceived(site)),
    change: (document, pointer) => {
      setAt(document, `${pointer}/properties/planted`, { type: 'string' });
      return `${pointer}/properties/planted`;
    },
  },
  {
    name: 'a tighter bound in a response',
    kind: 'response-bound-tightened',
    spots: (site) => listed(onlyReceived(site), upperBounds),
    change: (document, pointer) => setAt(document, pointer, numberAt(document, pointer) - 1),
  },
  {
    name: 'a new value of a response enum that may grow',
    kind: 'response-enum-grown',
    spots: (site) =>
      site.isWebhook
        ? []
        : listed(
            responseSchemasOf(site).filter((it) => valueOf(it, 'x-extensible-enum') === true),
            ['enum'],
          ),
    change: (document, pointer) => void listAt(document, pointer).push('planted'),
  },
  {
    name: 'a tighter bound of a response header',
    kind: 'header-bound-tightened',
    spots: (site) =>
      listed(site.isWebhook ? [] : headersOf(site).flatMap((it) => child(follow(it), 'schema') ?? []), upperBounds),
    change: (document, pointer) => setAt(document, pointer, numberAt(document, pointer) - 1),
  },
];

/** All kinds of changes that break no client. */
export const harmless: readonly Planting[] = [...words, ...larger, ...looser, ...tighter];
