import { expect } from 'chai';
import { adoptDocument } from '../../../../src/documents/generate/adopt.ts';
import { typesFile } from '../../../../src/documents/generate/types-file.ts';
import { isMultipleOf } from '../../../../src/contract/request/multiple-of.ts';
import { checkSchema, ref, type Case } from './schema-case.ts';

// Schemas of other authors, and the bodies of requests and responses that they must accept or refuse.

const old = '3.0.3';
const id = { type: 'string', readOnly: true };
const word = { type: 'string', writeOnly: true };
const account = {
  type: 'object',
  required: ['id', 'name', 'word'],
  properties: { id, name: { type: 'string' }, word },
};
const components = {
  Code: { type: 'string', maxLength: 9 },
  Id: id,
  Account: account,
  Named: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
};
const inherited = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__', '__defineGetter__'];
const named = (name: string, value: unknown) => Object.fromEntries([[name, value]]);

/** Bodies whose members are named like inherited methods. */
const posing = inherited.flatMap((name) => [`{"${name}":1}`, `{"${name}":""}`, `[{"${name}":null}]`]);

const manyTexts = Array.from({ length: 300 }, (_, index) => `t${index}`);

const cases: readonly Case[] = [
  {
    name: 'long lists in alternatives, of which the first finds more faults than are reported',
    schema: {
      anyOf: [
        { type: 'array', items: { type: 'integer' } },
        { type: 'array', items: { type: 'string', maxLength: 4 } },
      ],
    },
    taken: [JSON.stringify(manyTexts)],
    refused: [JSON.stringify([...manyTexts, 'too long']), JSON.stringify([...manyTexts, 1])],
  },
  {
    name: 'long lists below members with more faults than are reported',
    schema: {
      type: 'object',
      properties: {
        a: { type: 'array', items: { type: 'integer' } },
        b: { not: { type: 'array', items: { type: 'string' } } },
      },
    },
    taken: [JSON.stringify({ a: [1], b: [...manyTexts, 1] })],
    refused: [JSON.stringify({ a: manyTexts, b: [1] }), JSON.stringify({ a: [1], b: manyTexts })],
  },
  {
    name: 'contains, after many items that do not match',
    schema: { type: 'array', contains: { const: 'last' } },
    taken: [JSON.stringify([...manyTexts, 'last'])],
    refused: [JSON.stringify(manyTexts)],
  },
  {
    name: 'objects and lists as constants, with members named like inherited methods',
    schema: { const: { a: [1, null] } },
    taken: ['{"a":[1,null]}'],
    refused: [
      ...posing,
      '{"a":[null,1]}',
      '{"a":{"0":1,"1":null}}',
      '{"a":[1,null],"toString":1}',
      '{}',
      'null',
      '"a"',
    ],
    given: ['{"a":[1,null]}'],
    withheld: posing,
  },
  {
    name: 'objects and lists in enums, with members named like inherited methods',
    schema: { enum: [1, '1', null, [1], { a: 1 }, { toString: 1 }] },
    taken: ['1', '"1"', 'null', '[1]', '{"a":1}', '{"toString":1}'],
    refused: [
      ...posing.filter((text) => text !== '{"toString":1}'),
      'true',
      '["1"]',
      '{"a":"1"}',
      '{"a":1,"b":1}',
      '{}',
    ],
    withheld: ['{"valueOf":1}', '[2]'],
  },
  {
    name: 'members named like inherited methods, with alternatives and unevaluatedProperties',
    schema: {
      anyOf: [
        { required: ['a'], properties: { a: {} } },
        { required: ['b'], properties: { b: {} } },
      ],
      unevaluatedProperties: false,
    },
    taken: ['{"a":1}', '{"a":1,"b":1}'],
    refused: inherited.map((name) => `{"a":1,"${name}":1}`),
    withheld: inherited.map((name) => `{"a":1,"${name}":1}`),
  },
  ...[old, '3.1.0'].flatMap((openapi): Case[] => [
    {
      name: `${openapi}: required members that are readOnly or writeOnly`,
      openapi,
      schema: account,
      taken: ['{"name":"a","word":"w"}', '{"id":"1","name":"a","word":"w"}'],
      refused: ['{"name":"a"}', '{"word":"w"}', '{"id":1,"name":"a","word":"w"}'],
      given: ['{"id":"1","name":"a"}'],
      withheld: ['{"name":"a"}', '{"id":"1"}'],
    },
    {
      name: `${openapi}: a member whose referenced schema is readOnly or writeOnly`,
      openapi,
      schema: { type: 'object', required: ['id', 'a'], properties: { id: ref('Id'), a: {} } },
      taken: ['{"a":1}'],
      refused: ['{}'],
      withheld: ['{"a":1}'],
    },
    {
      name: `${openapi}: a member described in one schema and required in another`,
      openapi,
      schema: { allOf: [{ type: 'object', properties: { id, a: {} } }, { required: ['id', 'a'] }] },
      taken: ['{"a":1}'],
      refused: ['{"id":"1"}'],
      given: ['{"id":"1","a":1}'],
      withheld: ['{"a":1}'],
    },
    {
      name: `${openapi}: a schema that is required beside a reference`,
      openapi,
      schema: { allOf: [ref('Account')], required: ['id'] },
      taken: ['{"name":"a","word":"w"}'],
      withheld: ['{"name":"a","word":"w"}'],
    },
    {
      name: `${openapi}: decimal steps`,
      openapi,
      schema: { type: 'number', multipleOf: 0.01 },
      taken: ['19.99', '0.07', '2.34', '4.35', '1.1', '-0.29', '100', '1e3', '1e22', '1e-2'],
      refused: ['0.001', '19.995', '1e-7'],
      given: ['19.99'],
      withheld: ['19.999'],
    },
  ]),
  {
    name: 'siblings of a reference in 3.1',
    schema: { ...ref('Code'), minLength: 5 },
    taken: ['"abcde"'],
    refused: ['"abc"', '"abcdefghij"'],
    withheld: ['"abc"'],
  },
  {
    name: 'siblings of a reference in 3.0, which have no effect',
    openapi: old,
    schema: { ...ref('Code'), minLength: 5 },
    taken: ['"abc"'],
    refused: ['"abcdefghij"'],
  },
  {
    name: 'a type beside a reference',
    schema: { ...ref('Named'), properties: { age: { type: 'integer' } }, required: ['age'] },
    taken: ['{"name":"a","age":1}'],
    refused: ['{"name":"a"}', '{"age":1}', '{"name":"a","age":"1"}'],
  },
  {
    name: 'unevaluatedProperties: false beside allOf',
    schema: { allOf: [ref('Named'), { properties: { age: {} } }], unevaluatedProperties: false },
    taken: ['{"name":"a","age":1}'],
    refused: ['{"name":"a","other":1}'],
    given: ['{"name":"a"}'],
    withheld: ['{"name":"a","other":1}'],
  },
  {
    name: 'unevaluatedProperties with a schema beside allOf',
    schema: { allOf: [ref('Named')], unevaluatedProperties: { type: 'integer' } },
    taken: ['{"name":"a","other":1}'],
    refused: ['{"name":"a","other":"b"}'],
  },
  {
    name: 'unevaluatedItems',
    schema: { prefixItems: [{ type: 'string' }], unevaluatedItems: false },
    taken: ['["a"]'],
    refused: ['["a",1]'],
    withheld: ['["a",1]'],
  },
  {
    name: 'additional members of an open schema',
    schema: ref('Named'),
    taken: ['{"name":"a","b":1}'],
    given: ['{"name":"a","b":1}'],
  },
  {
    name: 'additional members of a closed schema',
    schema: { ...components.Named, additionalProperties: false },
    refused: ['{"name":"a","b":1}'],
    withheld: ['{"name":"a","b":1}'],
  },
  ...inherited.flatMap((name): Case[] => [
    {
      name: `an optional member called ${name}`,
      schema: { type: 'object', properties: named(name, { type: 'string' }) },
      taken: ['{}', '{"name":"x"}', `{"${name}":"x"}`],
      refused: [`{"${name}":1}`],
      given: ['{}', `{"${name}":"x"}`],
      withheld: [`{"${name}":1}`],
    },
    {
      name: `a required member called ${name}`,
      schema: {
        type: 'object',
        required: [name],
        properties: named(name, { type: 'string' }),
        additionalProperties: false,
      },
      taken: [`{"${name}":"x"}`],
      refused: ['{}', `{"${name}":1}`, `{"${name}":"x","b":1}`],
      withheld: ['{}'],
    },
    {
      name: `a schema called ${name}`,
      schema: ref(name),
      components: named(name, { type: 'integer' }),
      taken: ['1'],
      refused: ['"1"'],
      withheld: ['"1"'],
    },
  ]),
];

describe('schemas of other authors', () => {
  for (const one of cases) {
    it(one.name, () => checkSchema({ ...one, components: { ...components, ...one.components } }));
  }

  it('get types with any names of members', async () => {
    const properties = Object.fromEntries(inherited.map((name) => [name, { type: 'string' }]));
    const schema = { type: 'object', required: ['toString'], properties };
    const { document } = adoptDocument({
      openapi: '3.1.0',
      info: { title: 'Foreign', version: '1' },
      paths: {},
      components: { schemas: { valueOf: schema, It: { type: 'object', properties: { valueOf: ref('valueOf') } } } },
    });
    const types = await typesFile(document);
    for (const name of inherited.filter((one) => one !== 'toString'))
      expect(types).to.match(new RegExp(`\\b${name}\\?: string`));
    expect(types)
      .to.match(/\btoString: string/)
      .and.include('valueOf?: components["schemas"]["valueOf"]');
  });
});

describe('multipleOf', () => {
  for (const [value, step, expected] of [
    [0.3, 0.1, true],
    [1e-7, 1e-8, true],
    [1e-8, 1e-7, false],
    [9007199254740991, 0.5, true],
    [1e300, 1e-300, true],
    [7, 3, false],
    [-6, 3, true],
    [0, 0.01, true],
    [0.1 + 0.2, 0.1, false],
    [Infinity, 0.1, false],
  ] as const) {
    it(`${value} is ${expected ? 'a' : 'no'} multiple of ${step}`, () =>
      expect(isMultipleOf(value, step)).to.equal(expected));
  }
});
