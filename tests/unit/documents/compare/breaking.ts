import { child, membersOf, type Place } from '../../../../src/documents/reader/place.ts';
import {
  linksOf,
  methodsOf,
  parameterEntriesOf,
  parameterSchemasOf,
  parametersOf,
  valueOf,
  type Site,
} from './bundle.ts';
import { received, sent } from './breaking-bodies.ts';
import { at, listAt, parentOf, setAt, removeAt, type Draft } from './edit.ts';
import type { Planting } from './planting.ts';
import { isOfType, keywords, decrement, operations, changeType, served, upperBounds, removeFirst } from './spots.ts';

/** Adds a parameter to the operation, which may have none yet. */
function withParameter(document: Draft, pointer: string, parameter: object): string {
  const operation = at(document, pointer);
  operation['parameters'] ??= [];
  const parameters = listAt(document, `${pointer}/parameters`);
  parameters.push(parameter);
  return `${pointer}/parameters/${parameters.length - 1}`;
}

const places: readonly Planting[] = [
  {
    name: 'operation removed',
    kind: 'operation-removed',
    spots: (site) => (methodsOf(site).length === 1 ? operations(site) : []),
    change: removeAt,
  },
  { name: 'path removed', kind: 'path-removed', spots: served(({ item }) => [item]), change: removeAt },
  {
    name: 'method removed',
    kind: 'method-removed',
    spots: (site) => (methodsOf(site).length > 1 ? operations(site) : []),
    change: removeAt,
  },
  {
    name: 'operationId changed',
    kind: 'operation-id-changed',
    spots: served(({ operation }) => [child(operation, 'operationId')!]),
    change: (document, pointer) => setAt(document, pointer, 'planted'),
  },
  {
    name: 'tag changed',
    kind: 'tag-changed',
    spots: served(({ operation }) => [child(operation, 'tags')!]),
    change: (document, pointer) => setAt(document, pointer, ['planted']),
  },
  {
    name: 'server removed',
    kind: 'server-removed',
    spots: operations,
    prepare: (document, pointer) =>
      setAt(document, `${pointer}/servers`, [{ url: '/' }, { url: 'https://planted.test' }]),
    change: (document, pointer) => {
      removeAt(document, `${pointer}/servers/1`);
      return `${pointer}/servers/1`;
    },
  },
  {
    name: 'link removed',
    kind: 'link-removed',
    spots: served(linksOf),
    change: removeAt,
  },
  {
    name: 'sunset moved nearer',
    kind: 'sunset-nearer',
    spots: served(({ operation }) => [child(operation, 'x-sunset')].flatMap((it) => it ?? [])),
    change: (document, pointer) => setAt(document, pointer, '2020-01-01'),
  },
];

const parameters: readonly Planting[] = [
  { name: 'parameter removed', kind: 'parameter-removed', spots: served(parameterEntriesOf), change: removeAt },
  {
    name: 'parameter added as required',
    kind: 'parameter-added-required',
    spots: operations,
    change: (document, pointer) =>
      withParameter(document, pointer, { name: 'planted', in: 'query', required: true, schema: { type: 'string' } }),
  },
  {
    name: 'parameter made required',
    kind: 'parameter-made-required',
    spots: served((site) => parametersOf(site).filter((it) => valueOf(it, 'required') !== true)),
    change: (document, pointer) => setAt(document, `${pointer}/required`, true),
  },
  {
    name: 'parameter moved',
    kind: 'parameter-moved',
    spots: served((site) => parametersOf(site, 'query')),
    change: (document, pointer) => setAt(document, `${pointer}/in`, 'header'),
  },
  {
    name: 'parameter renamed',
    kind: 'parameter-renamed',
    spots: served((site) => parametersOf(site, 'query')),
    change: (document, pointer) => setAt(document, `${pointer}/name`, 'planted'),
  },
  {
    name: 'parameter type changed',
    kind: 'parameter-type-changed',
    spots: keywords(parameterSchemasOf, ['type'], isOfType('string', 'integer', 'boolean')),
    change: changeType,
  },
  {
    name: 'parameter type changed to a list of at least two items',
    kind: 'parameter-type-changed',
    spots: served((site) =>
      parametersOf(site, 'query').flatMap((it) => membersOf(child(it, 'schema')).get('enum') ?? []),
    ),
    change: (document, pointer) => {
      const schema = parentOf(pointer);
      setAt(document, schema, { type: 'array', minItems: 2, maxItems: 9, items: at(document, schema) });
      return `${schema}/type`;
    },
  },
  {
    name: 'parameter enum narrowed',
    kind: 'parameter-enum-narrowed',
    spots: keywords(parameterSchemasOf, ['enum']),
    change: removeFirst,
  },
  {
    name: 'parameter bound tightened',
    kind: 'parameter-bound-tightened',
    spots: keywords(parameterSchemasOf, upperBounds),
    change: decrement,
  },
  {
    name: 'parameter pattern added',
    kind: 'parameter-pattern-added',
    spots: served((site) =>
      parameterSchemasOf(site).filter((it) => isOfType('string')(it) && valueOf(it, 'pattern') === undefined),
    ),
    change: (document, pointer) => {
      setAt(document, `${pointer}/pattern`, '^planted$');
      return `${pointer}/pattern`;
    },
  },
  {
    name: 'parameter style changed',
    kind: 'parameter-style-changed',
    spots: served((site) => parametersOf(site, 'query')),
    change: (document, pointer) => {
      setAt(document, `${pointer}/style`, 'pipeDelimited');
      return `${pointer}/style`;
    },
  },
  {
    name: 'parameter default changed',
    kind: 'parameter-default-changed',
    spots: served((site) => parametersOf(site).flatMap((it) => membersOf(child(it, 'schema')).get('default') ?? [])),
    change: (document, pointer) => setAt(document, pointer, 'planted'),
  },
];

const alternativesOf = ({ operation }: Site): Place[] =>
  [...(child(operation, 'security')?.value as unknown[])].map((_one, index) =>
    child(child(operation, 'security')!, index)!,
  );

const credentials: readonly Planting[] = [
  {
    name: 'security added',
    kind: 'security-added',
    spots: (site) => (alternativesOf(site).length === 0 ? operations(site) : []),
    change: (document, pointer) => {
      setAt(document, `${pointer}/security`, [{ bearerAuth: [] }]);
      return `${pointer}/security/0`;
    },
  },
  {
    name: 'scope added',
    kind: 'scope-added',
    spots: served((site) => alternativesOf(site).filter((it) => child(it, 'bearerAuth') !== undefined)),
    change: (document, pointer) => void listAt(document, `${pointer}/bearerAuth`).push('planted:write'),
  },
  {
    name: 'scheme removed',
    kind: 'scheme-removed',
    spots: served((site) => (alternativesOf(site).length > 1 ? alternativesOf(site) : [])),
    change: removeAt,
  },
];

/** All kinds of breaking changes. */
export const breaking: readonly Planting[] = [...places, ...parameters, ...sent, ...received, ...credentials];
