import { child, membersOf } from '../../../../src/documents/reader/place.ts';
import { headersOf, mediaTypesOf, responsesOf, responseSchemasOf, requestSchemasOf, valueOf } from './bundle.ts';
import { at, listAt, nameOf, numberAt, parentOf, setAt, removeAt, textAt } from './edit.ts';
import type { Planting } from './planting.ts';
import {
  isOfType,
  isRequired,
  keywords,
  decrement,
  members,
  changeType,
  served,
  upperBounds,
  removeFirst,
} from './spots.ts';

/** Breaking changes of what clients send. */
export const sent: readonly Planting[] = [
  {
    name: 'body made required',
    kind: 'request-body-made-required',
    spots: served(({ operation }) => [child(operation, 'requestBody')].flatMap((it) => it ?? [])),
    prepare: (document, pointer) => setAt(document, `${pointer}/required`, false),
    change: (document, pointer) => setAt(document, `${pointer}/required`, true),
  },
  {
    name: 'body property added as required',
    kind: 'request-property-added-required',
    spots: served((site) => requestSchemasOf(site).filter((it) => child(it, 'properties') !== undefined)),
    change: (document, pointer) => {
      const schema = at(document, pointer);
      schema['required'] = [...((schema['required'] as string[] | undefined) ?? []), 'planted'];
      setAt(document, `${pointer}/properties/planted`, { type: 'string' });
      return `${pointer}/properties/planted`;
    },
  },
  {
    name: 'body property made required',
    kind: 'request-property-made-required',
    spots: members(requestSchemasOf, (schema, name) => !isRequired(schema, name)),
    change: (document, pointer) => {
      const schema = at(document, parentOf(parentOf(pointer)));
      schema['required'] = [...((schema['required'] as string[] | undefined) ?? []), nameOf(pointer)];
    },
  },
  {
    name: 'body property removed',
    kind: 'request-property-removed',
    spots: members(requestSchemasOf, () => true),
    change: removeAt,
  },
  {
    name: 'body property type changed',
    kind: 'request-type-changed',
    spots: keywords(requestSchemasOf, ['type'], isOfType('string', 'integer', 'boolean')),
    change: changeType,
  },
  {
    name: 'body enum narrowed',
    kind: 'request-enum-narrowed',
    spots: keywords(requestSchemasOf, ['enum']),
    change: removeFirst,
  },
  {
    name: 'body bound tightened',
    kind: 'request-bound-tightened',
    spots: keywords(requestSchemasOf, upperBounds),
    change: decrement,
  },
  {
    name: 'body nullability removed',
    kind: 'request-nullability-removed',
    spots: keywords(requestSchemasOf, ['type'], (schema) => [valueOf(schema, 'type')].flat().includes('null')),
    change: (document, pointer) => {
      setAt(
        document,
        pointer,
        listAt(document, pointer).filter((type) => type !== 'null'),
      );
    },
  },
  {
    name: 'body media type removed',
    kind: 'request-media-type-removed',
    // Without one of its types, a body of any type is still taken.
    spots: served(({ operation }) =>
      mediaTypesOf(child(operation, 'requestBody')).filter(({ pointer }, _index, all) =>
        all.every((one) => one.pointer === pointer || !one.pointer.endsWith('/*~1*')),
      ),
    ),
    change: removeAt,
  },
];

/** Breaking changes of what clients receive. */
export const received: readonly Planting[] = [
  { name: 'response status removed', kind: 'response-status-removed', spots: served(responsesOf), change: removeAt },
  {
    name: 'response media type removed',
    kind: 'response-media-type-removed',
    spots: served((site) => responsesOf(site).flatMap(mediaTypesOf)),
    change: removeAt,
  },
  {
    name: 'response property removed',
    kind: 'response-property-removed',
    spots: members(responseSchemasOf, () => true),
    change: removeAt,
  },
  {
    name: 'response property made optional',
    kind: 'response-property-made-optional',
    spots: members(responseSchemasOf, isRequired),
    change: (document, pointer) => {
      const schema = at(document, parentOf(parentOf(pointer)));
      schema['required'] = (schema['required'] as string[]).filter((name) => name !== nameOf(pointer));
    },
  },
  {
    name: 'response type changed',
    kind: 'response-type-changed',
    spots: keywords(responseSchemasOf, ['type'], isOfType('string', 'integer', 'boolean')),
    change: changeType,
  },
  {
    name: 'response made nullable',
    kind: 'response-made-nullable',
    // Beside an enum or a constant, the type alone does not allow null.
    spots: keywords(
      responseSchemasOf,
      ['type'],
      (schema) =>
        isOfType('string', 'integer', 'boolean', 'object', 'array')(schema) &&
        ['enum', 'const'].every((keyword) => valueOf(schema, keyword) === undefined),
    ),
    change: (document, pointer) => setAt(document, pointer, [textAt(document, pointer), 'null']),
  },
  {
    name: 'closed response enum grown',
    kind: 'response-enum-grown',
    spots: keywords(responseSchemasOf, ['enum']),
    prepare: (released, pointer) => removeAt(released, pointer.replace(/enum$/, 'x-extensible-enum')),
    change: (document, pointer) => void listAt(document, pointer).push('planted'),
  },
  {
    name: 'response bound loosened',
    kind: 'response-bound-loosened',
    spots: keywords(responseSchemasOf, upperBounds),
    change: (document, pointer) => setAt(document, pointer, numberAt(document, pointer) + 1),
  },
  { name: 'response header removed', kind: 'response-header-removed', spots: served(headersOf), change: removeAt },
  {
    name: 'response header type changed',
    kind: 'header-type-changed',
    spots: served((site) =>
      headersOf(site).flatMap((header) => child(membersOf(header).get('schema') ?? header, 'type') ?? []),
    ),
    change: changeType,
  },
  {
    name: 'webhook removed',
    kind: 'webhook-removed',
    spots: ({ isWebhook, item }) => (isWebhook ? [item.pointer] : []),
    change: removeAt,
  },
  {
    name: 'webhook payload narrowed',
    kind: 'payload-property-removed',
    spots: (site) =>
      site.isWebhook
        ? requestSchemasOf(site).flatMap((it) =>
            [...membersOf(child(it, 'properties')).values()].map((one) => one.pointer),
          )
        : [],
    change: removeAt,
  },
];
