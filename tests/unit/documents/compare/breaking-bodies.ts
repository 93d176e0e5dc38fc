import { child, membersOf } from '../../../../src/documents/compare/place.ts';
import { headersOf, mediaTypesOf, repliesOf, replySchemasOf, requestSchemasOf, valueOf } from './bundle.ts';
import { at, listAt, nameOf, numberAt, parentOf, put, take, textAt } from './edit.ts';
import type { Planting } from './planting.ts';
import {
  isClosedList,
  isOfType,
  isRequired,
  keywords,
  lessOne,
  members,
  otherType,
  served,
  upperBounds,
  withoutFirst,
} from './spots.ts';

/** What clients send. */
export const sent: readonly Planting[] = [
  {
    name: 'body made required',
    kind: 'request-body-made-required',
    spots: served(({ operation }) => [child(operation, 'requestBody')].flatMap((it) => it ?? [])),
    prepare: (document, pointer) => put(document, `${pointer}/required`, false),
    change: (document, pointer) => put(document, `${pointer}/required`, true),
  },
  {
    name: 'body property added as required',
    kind: 'request-property-added-required',
    spots: served((site) => requestSchemasOf(site).filter((it) => child(it, 'properties') !== undefined)),
    change: (document, pointer) => {
      const schema = at(document, pointer);
      schema['required'] = [...((schema['required'] as string[] | undefined) ?? []), 'planted'];
      put(document, `${pointer}/properties/planted`, { type: 'string' });
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
    change: take,
  },
  {
    name: 'body property type changed',
    kind: 'request-type-changed',
    spots: keywords(requestSchemasOf, ['type'], isOfType('string', 'integer', 'boolean')),
    change: otherType,
  },
  {
    name: 'body enum narrowed',
    kind: 'request-enum-narrowed',
    spots: keywords(requestSchemasOf, ['enum']),
    change: withoutFirst,
  },
  {
    name: 'body bound tightened',
    kind: 'request-bound-tightened',
    spots: keywords(requestSchemasOf, upperBounds),
    change: lessOne,
  },
  {
    name: 'body nullability removed',
    kind: 'request-nullability-removed',
    spots: keywords(requestSchemasOf, ['type'], (schema) => [valueOf(schema, 'type')].flat().includes('null')),
    change: (document, pointer) => {
      put(
        document,
        pointer,
        listAt(document, pointer).filter((type) => type !== 'null'),
      );
    },
  },
  {
    name: 'body media type removed',
    kind: 'request-media-type-removed',
    spots: served(({ operation }) => mediaTypesOf(child(operation, 'requestBody'))),
    change: take,
  },
];

/** What they receive. */
export const received: readonly Planting[] = [
  { name: 'reply status removed', kind: 'reply-status-removed', spots: served(repliesOf), change: take },
  {
    name: 'reply media type removed',
    kind: 'reply-media-type-removed',
    spots: served((site) => repliesOf(site).flatMap(mediaTypesOf)),
    change: take,
  },
  {
    name: 'reply property removed',
    kind: 'reply-property-removed',
    spots: members(replySchemasOf, () => true),
    change: take,
  },
  {
    name: 'reply property made optional',
    kind: 'reply-property-made-optional',
    spots: members(replySchemasOf, isRequired),
    change: (document, pointer) => {
      const schema = at(document, parentOf(parentOf(pointer)));
      schema['required'] = (schema['required'] as string[]).filter((name) => name !== nameOf(pointer));
    },
  },
  {
    name: 'reply type changed',
    kind: 'reply-type-changed',
    spots: keywords(replySchemasOf, ['type'], isOfType('string', 'integer', 'boolean')),
    change: otherType,
  },
  {
    name: 'reply made nullable',
    kind: 'reply-made-nullable',
    spots: keywords(replySchemasOf, ['type'], isOfType('string', 'integer', 'boolean', 'object', 'array')),
    change: (document, pointer) => put(document, pointer, [textAt(document, pointer), 'null']),
  },
  {
    name: 'reply enum grown where closed',
    kind: 'reply-enum-grown',
    spots: keywords(replySchemasOf, ['enum'], isClosedList),
    change: (document, pointer) => void listAt(document, pointer).push('planted'),
  },
  {
    name: 'reply bound loosened',
    kind: 'reply-bound-loosened',
    spots: keywords(replySchemasOf, upperBounds),
    change: (document, pointer) => put(document, pointer, numberAt(document, pointer) + 1),
  },
  { name: 'reply header removed', kind: 'reply-header-removed', spots: served(headersOf), change: take },
  {
    name: 'reply header type changed',
    kind: 'header-type-changed',
    spots: served((site) =>
      headersOf(site).flatMap((header) => child(membersOf(header).get('schema') ?? header, 'type') ?? []),
    ),
    change: otherType,
  },
  {
    name: 'webhook removed',
    kind: 'webhook-removed',
    spots: ({ isWebhook, item }) => (isWebhook ? [item.pointer] : []),
    change: take,
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
    change: take,
  },
];
