import { expect } from 'chai';
import { compareDocuments } from '../../../../src/documents/compare/compare.ts';
import type { Subject } from '../../../../src/documents/compare/change.ts';
import { today } from './bundle.ts';
import { documentOf, ref, type Parts } from './small.ts';

// The same meaning in two spellings is not a change. A change of meaning is detected in every spelling.

const nothing = { type: 'null' };
const oneOf = (...schemas: readonly unknown[]) => ({ oneOf: schemas });
const anyOf = (...schemas: readonly unknown[]) => ({ anyOf: schemas });
const cats = (mapping: object, ...schemas: readonly unknown[]) => ({
  oneOf: schemas,
  discriminator: { propertyName: 'kind', mapping },
});
const [cat, dog, owner] = ['Cat', 'Dog', 'Owner'].map(ref);
const text = { type: 'string' };
const readOnly = { ...text, readOnly: true };
const writeOnly = { ...text, writeOnly: true };
const mapped = { cat: cat!.$ref };
const object = (properties: object, ...required: readonly string[]) => ({ type: 'object', required, properties });

/** The schema before and after, and the breaking changes in a request and in a response; '' for none. */
const schemas: readonly (readonly [name: string, unknown, unknown, request: string, response: string])[] = [
  ['null, as an alternative of anyOf', ref('Text'), anyOf(ref('Text'), nothing), '', 'made-nullable'],
  ['null, as an alternative of oneOf', ref('Text'), oneOf(ref('Text'), nothing), '', 'made-nullable'],
  ['null, first of two alternatives', ref('Owner'), oneOf(nothing, ref('Owner')), '', 'made-nullable'],
  ['null beside a list of values', ref('Colour'), oneOf(ref('Colour'), nothing), '', 'made-nullable'],
  ['null as a constant', ref('Text'), anyOf(ref('Text'), { const: null }), '', 'made-nullable'],
  ['null by nullable beside allOf', ref('Owner'), { allOf: [owner], nullable: true }, '', 'made-nullable'],
  ['null removed', anyOf(ref('Text'), nothing), ref('Text'), 'nullability-removed', ''],
  ['null in another spelling', anyOf({ type: 'string' }, nothing), { type: ['string', 'null'] }, '', ''],
  ['null among values', { enum: ['a', null] }, oneOf({ enum: ['a'] }, nothing), '', ''],
  ['null that the enum excludes', { type: ['string', 'null'], enum: ['a'] }, { enum: ['a'] }, '', ''],
  [
    'null, and a tighter bound',
    ref('Text'),
    anyOf({ ...schemaOf('Text', { maxLength: 9 }) }, nothing),
    'bound-tightened',
    'made-nullable',
  ],
  [
    'types in a list and as alternatives',
    { type: ['string', 'integer'] },
    anyOf({ type: 'string' }, { type: 'integer' }),
    '',
    '',
  ],
  [
    'a type removed, written as alternatives',
    { type: ['string', 'integer'] },
    anyOf({ type: 'string' }),
    'type-changed',
    '',
  ],
  ['number becomes integer', { type: 'number' }, { type: 'integer' }, 'type-changed', ''],
  ['a list of values as alternatives', { enum: ['a', 'b'] }, oneOf({ const: 'a', title: 'A' }, { const: 'b' }), '', ''],
  ['a value removed from alternatives', { enum: ['a', 'b'] }, oneOf({ const: 'a' }), 'enum-narrowed', ''],
  ['a value added to alternatives', oneOf({ const: 'a' }, { const: 'b' }), { enum: ['a', 'b', 'c'] }, '', 'enum-grown'],
  ['a constant and a list of one', { const: 'a' }, { enum: ['a'] }, '', ''],
  ['an enum with x-extensible-enum', { enum: ['a'], 'x-extensible-enum': true }, { enum: ['a', 'b'] }, '', ''],
  ['a type that all values of the enum have', { enum: ['a'] }, { type: 'string', enum: ['a'] }, '', ''],
  [
    'allOf of one schema, and a further alternative',
    { allOf: [cat] },
    anyOf(cat, { type: 'integer' }),
    '',
    'alternative-added',
  ],
  ['a required readOnly member within allOf', object({}), object({ id: { allOf: [readOnly] } }, 'id'), '', ''],
  ['readOnly within allOf', object({ id: text }), object({ id: { allOf: [readOnly] } }), 'property-removed', ''],
  ['writeOnly within allOf', object({ id: text }), object({ id: { allOf: [writeOnly] } }), '', 'property-removed'],
  ['true as an empty schema', object({ a: true }), object({ a: {} }), '', ''],
  ['an empty schema as true', object({ a: { description: 'Any.' } }), object({ a: true }), '', ''],
  ['allOf of one schema', ref('Owner'), { allOf: [owner], description: 'The owner.' }, '', ''],
  [
    'allOf written out',
    { allOf: [object({ a: { type: 'string' } }, 'a'), object({ b: {} })] },
    object({ a: { type: 'string' }, b: {} }, 'a'),
    '',
    '',
  ],
  [
    'allOf with a new required member',
    { allOf: [owner] },
    { allOf: [owner, object({ age: {} }, 'age')] },
    'property-added-required',
    '',
  ],
  [
    'allOf with a removed member',
    { allOf: [owner, object({ age: {} })] },
    { allOf: [owner] },
    'property-removed',
    'property-removed',
  ],
  [
    'allOf with a new bound',
    { allOf: [ref('Text')] },
    { allOf: [ref('Text'), { minLength: 3 }] },
    'bound-tightened',
    '',
  ],
  ['a bound beside the reference', ref('Text'), { ...ref('Text'), minLength: 3 }, 'bound-tightened', ''],
  ['a new variant', oneOf(cat, dog), oneOf(cat, dog, owner), '', 'alternative-added'],
  ['a removed variant', oneOf(cat, dog, owner), oneOf(cat, dog), 'alternative-removed', ''],
  ['a second variant', cat, oneOf(cat, dog), '', 'alternative-added'],
  ['one variant of two left', oneOf(cat, dog), cat, 'alternative-removed', ''],
  ['a second variant, or null', cat, oneOf(cat, dog, nothing), '', 'alternative-added made-nullable'],
  [
    'a new variant with its mapping',
    cats(mapped, cat, owner),
    cats({ ...mapped, dog: dog!.$ref }, cat, owner, dog),
    '',
    'alternative-added discriminator-value-added',
  ],
  [
    'a removed variant with its mapping',
    cats({ ...mapped, dog: dog!.$ref }, cat, owner, dog),
    cats(mapped, cat, owner),
    'alternative-removed discriminator-value-removed',
    '',
  ],
  ['a mapping that states the default', cats({}, cat, dog), cats({ Cat: cat!.$ref }, cat, dog), '', ''],
  [
    'a mapping to another variant',
    cats({ x: cat!.$ref }, cat, dog),
    cats({ x: dog!.$ref }, cat, dog),
    'discriminator-changed discriminator-value-removed',
    'discriminator-changed discriminator-value-added',
  ],
  [
    'another discriminator property',
    cats({}, cat, dog),
    { ...cats({}, cat, dog), discriminator: { propertyName: 'sort' } },
    'discriminator-changed',
    'discriminator-changed',
  ],
  ['an exclusive bound of 3.0 and 3.1', { minimum: 0, exclusiveMinimum: true }, { exclusiveMinimum: 0 }, '', ''],
  [
    'an exclusive bound of whole numbers',
    { type: 'integer', exclusiveMinimum: 0 },
    { type: 'integer', minimum: 1 },
    '',
    '',
  ],
  ['a bound that becomes exclusive', { maximum: 5 }, { exclusiveMaximum: 5 }, 'bound-tightened', ''],
  ['decimal steps that are multiples', { multipleOf: 0.1 }, { multipleOf: 0.3 }, 'bound-tightened', ''],
  ['decimal steps that are finer', { multipleOf: 0.07 }, { multipleOf: 0.01 }, '', 'bound-loosened'],
  ['items with an empty schema', { type: 'array' }, { type: 'array', items: {} }, '', ''],
  [
    'items with a new schema',
    { type: 'array', items: {} },
    { type: 'array', items: { type: 'string' } },
    'items-changed',
    '',
  ],
  ['additionalProperties with an empty schema', object({}), { ...object({}), additionalProperties: {} }, '', ''],
  ['an object that becomes closed', object({}), { ...object({}), unevaluatedProperties: false }, 'object-closed', ''],
  ['an object that becomes open', { ...object({}), unevaluatedProperties: false }, object({}), '', ''],
  ['a new readOnly member', object({}), object({ id: { type: 'string', readOnly: true } }, 'id'), '', ''],
  [
    'a new writeOnly member',
    object({}),
    object({ word: { type: 'string', writeOnly: true } }, 'word'),
    'property-added-required',
    '',
  ],
  ['a member that becomes readOnly', object({ id: {} }), object({ id: { readOnly: true } }), 'property-removed', ''],
  ['a member that becomes writeOnly', object({ id: {} }), object({ id: { writeOnly: true } }), '', 'property-removed'],
  ['a format that refuses no value', { type: 'integer' }, { type: 'integer', format: 'int64' }, '', ''],
  ['a format that refuses values', { type: 'string' }, { type: 'string', format: 'uuid' }, 'format-added', ''],
  ['a removed constraint', { not: { const: 1 } }, {}, '', 'not-changed'],
  ['a new constraint', {}, { propertyNames: { maxLength: 3 } }, 'propertyNames-changed', ''],
  [
    'members named like inherited ones',
    object({ toString: {}, constructor: {} }),
    object({ toString: {} }),
    'property-removed',
    'property-removed',
  ],
];

function schemaOf(name: string, more: object): object {
  const { schemas: all } = documentOf({})['components'] as { schemas: Record<string, object> };
  return { ...all[name], ...more };
}

const brokenBy = (before: Parts, after: Parts, subject: Subject): string[] =>
  compareDocuments(documentOf(before), documentOf(after), today)
    .filter(({ weight }) => weight === 'breaking')
    .map(({ kind }) => kind.replace(`${subject}-`, ''))
    .sort();

describe('the comparison of spellings', () => {
  for (const [name, before, after, request, response] of schemas) {
    it(`request: ${name}`, () => {
      const broken = brokenBy({ request: before }, { request: after }, 'request');
      expect(broken).to.deep.equal(request.split(' ').filter(Boolean));
    });
    it(`response: ${name}`, () => {
      const broken = brokenBy({ response: before }, { response: after }, 'response');
      expect(broken).to.deep.equal(response.split(' ').filter(Boolean));
    });
  }
});
