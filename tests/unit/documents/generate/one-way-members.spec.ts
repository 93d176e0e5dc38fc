import { checkSchema, ref, type Case } from './schema-case.ts';

// Required members that are readOnly may be absent in requests, and writeOnly ones in responses. The flag and the
// requirement can stand in different schemas that apply to the same value.

const id = { type: 'string', readOnly: true };
const word = { type: 'string', writeOnly: true };
const a = { type: 'integer' };
const components = {
  Id: id,
  Word: word,
  Text: { type: 'string' },
  NeedsId: { type: 'object', required: ['id', 'a'] },
  NeedsIdDeep: { allOf: [ref('NeedsId')] },
  Tree: {
    type: 'object',
    required: ['id'],
    properties: { id, kids: { type: 'array', items: ref('Tree') } },
  },
  Dog: { type: 'object', required: ['kind'], properties: { kind: { const: 'dog' }, id } },
  Cat: { type: 'object', required: ['kind'], properties: { kind: { const: 'cat' }, id } },
};

/** Each must take `a` alone in requests, and needs `id` in responses. */
const schemas: Readonly<Record<string, { readonly schema: object; readonly isOld: boolean }>> = {
  'a flag beside a reference': {
    schema: { type: 'object', required: ['id', 'a'], properties: { id: { ...ref('Text'), readOnly: true }, a } },
    isOld: false,
  },
  'a reference in allOf, which the flag stands beside': {
    schema: {
      type: 'object',
      required: ['id', 'a'],
      properties: { id: { allOf: [ref('Text')], readOnly: true }, a },
    },
    isOld: true,
  },
  'a flag in a schema that allOf refers to': {
    schema: { type: 'object', required: ['id', 'a'], properties: { id: { allOf: [ref('Id')] }, a } },
    isOld: true,
  },
  'a flag in each alternative of the member': {
    schema: {
      type: 'object',
      required: ['id', 'a'],
      properties: { id: { oneOf: [ref('Id'), { type: 'integer', readOnly: true }] }, a },
    },
    isOld: true,
  },
  'a requirement in a referenced schema': {
    schema: { allOf: [ref('NeedsId'), { type: 'object', properties: { id, a } }] },
    isOld: true,
  },
  'a requirement in a schema that a referenced one refers to': {
    schema: { allOf: [{ type: 'object', properties: { id, a } }, ref('NeedsIdDeep')] },
    isOld: true,
  },
  'a requirement beside alternatives that describe the member': {
    schema: {
      type: 'object',
      required: ['id', 'a'],
      oneOf: [
        { properties: { id, a, b: {} }, required: ['b'] },
        { properties: { id, a, c: {} }, not: { required: ['b'] } },
      ],
    },
    isOld: true,
  },
  'a requirement that depends on another member': {
    schema: { type: 'object', required: ['a'], properties: { id, a }, dependentRequired: { a: ['id'] } },
    isOld: false,
  },
  'a requirement in a schema that depends on another member': {
    schema: {
      type: 'object',
      required: ['a'],
      properties: { id, a },
      dependentSchemas: { a: { required: ['id'] } },
    },
    isOld: false,
  },
  'a requirement in a condition': {
    schema: {
      type: 'object',
      required: ['a'],
      properties: { id, a },
      if: { required: ['a'] },
      then: { required: ['id'] },
    },
    isOld: false,
  },
};

const cases: readonly Case[] = Object.entries(schemas).flatMap(([name, { schema, isOld }]) =>
  (isOld ? ['3.0.3', '3.1.0'] : ['3.1.0']).flatMap((openapi): Case[] => [
    {
      name: `${openapi}: ${name}`,
      openapi,
      schema,
      taken: ['{"a":1}', '{"a":1,"id":"1"}'],
      refused: ['{}', '{"a":"1"}'],
      given: ['{"a":1,"id":"1"}'],
      withheld: ['{"a":1}', '{"id":"1"}'],
    },
    {
      name: `${openapi}: ${name}, for writeOnly`,
      openapi,
      schema: JSON.parse(
        JSON.stringify(schema).replaceAll('readOnly', 'writeOnly').replaceAll('schemas/Id"', 'schemas/Word"'),
      ),
      taken: ['{"a":1,"id":"1"}'],
      refused: ['{"a":1}', '{"id":"1"}'],
      given: ['{"a":1}'],
      withheld: ['{}', '{"a":"1"}'],
    },
  ]),
);

describe('members that are readOnly or writeOnly', () => {
  for (const one of cases) it(one.name, () => checkSchema({ ...one, components }));

  for (const openapi of ['3.0.3', '3.1.0']) {
    it(`${openapi}: in a schema that contains itself`, () =>
      checkSchema({
        name: '',
        openapi,
        schema: ref('Tree'),
        components,
        taken: ['{}', '{"kids":[{"kids":[]}]}'],
        refused: ['{"kids":[1]}'],
        given: ['{"id":"1","kids":[{"id":"2"}]}'],
        withheld: ['{}', '{"id":"1","kids":[{}]}'],
      }));

    it(`${openapi}: in alternatives with a discriminator`, () =>
      checkSchema({
        name: '',
        openapi,
        schema: {
          type: 'object',
          required: ['id'],
          oneOf: [ref('Dog'), ref('Cat')],
          discriminator: { propertyName: 'kind' },
        },
        components,
        taken: ['{"kind":"dog"}', '{"kind":"cat","id":"1"}'],
        refused: ['{"kind":"cow"}', '{}'],
        given: ['{"kind":"dog","id":"1"}'],
        withheld: ['{"kind":"dog"}'],
      }));

    it(`${openapi}: a member that only one alternative excludes stays required`, () =>
      checkSchema({
        name: '',
        openapi,
        schema: {
          type: 'object',
          required: ['id'],
          oneOf: [ref('Dog'), { properties: { kind: { enum: ['cow'] }, id: { type: 'string' } }, required: ['kind'] }],
        },
        components,
        refused: ['{"kind":"cow"}'],
        taken: ['{"kind":"cow","id":"1"}'],
      }));
  }
});
