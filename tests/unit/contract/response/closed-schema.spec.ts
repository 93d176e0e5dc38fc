import { expect } from 'chai';
import { isClosed } from '../../../../src/contract/response/closed-schema.ts';

const document = {
  components: {
    schemas: {
      Closed: { type: 'object', additionalProperties: false, properties: { a: { type: 'string' } } },
      Open: { type: 'object', properties: { a: { type: 'string' } } },
      Circular: {
        type: 'object',
        additionalProperties: false,
        properties: { self: { $ref: '#/components/schemas/Circular' } },
      },
    },
  },
};
const closed = { $ref: '#/components/schemas/Closed' };
const open = { $ref: '#/components/schemas/Open' };
const object = (properties: object) => ({ type: 'object', additionalProperties: false, properties });

describe('isClosed', () => {
  const yes = {
    'a text': { type: 'string' },
    'a nullable number': { type: ['integer', 'null'] },
    'an enumeration': { enum: ['a', 1] },
    'a reference to a closed object': closed,
    'nested objects and arrays': object({ list: { type: 'array', items: closed }, inner: object({}) }),
    'alternatives that are closed': { oneOf: [closed, { type: 'null' }] },
  };
  for (const [name, schema] of Object.entries(yes)) {
    it(`says yes to ${name}`, () => expect(isClosed(document, schema)).to.equal(true));
  }

  const no = {
    'no schema': undefined,
    'an empty schema': {},
    'an open object': open,
    'an object with values of any name': { type: 'object', additionalProperties: { type: 'string' } },
    'an array of anything': { type: 'array' },
    'an open member, however deep': object({ list: { type: 'array', items: object({ inner: open }) } }),
    'one open alternative': { anyOf: [closed, open] },
    'a schema that holds itself': { $ref: '#/components/schemas/Circular' },
    'a reference to nothing': { $ref: '#/components/schemas/Absent' },
  };
  for (const [name, schema] of Object.entries(no)) {
    it(`says no to ${name}`, () => expect(isClosed(document, schema)).to.equal(false));
  }
});
