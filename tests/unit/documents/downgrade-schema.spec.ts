import { expect } from 'chai';
import { downgrade } from '../../../src/documents/downgrade.ts';
import { alternativesWithNull } from './null-alternatives.ts';

const head = { openapi: '3.1.0', info: { title: 'Notes', version: '1.0.0' }, paths: {} };

function schema(written: unknown): unknown {
  const Known = { type: 'object', minProperties: 1 };
  const { components } = downgrade({ ...head, components: { schemas: { It: written, Known } } }) as {
    components: { schemas: { It: unknown } };
  };
  return components.schemas.It;
}

/** Schema of 3.1 -> the expected schema of 3.0. */
const schemas: Readonly<Record<string, readonly [written: unknown, becomes: unknown]>> = {
  'a nullable type': [
    { type: ['string', 'null'], maxLength: 5 },
    { type: 'string', nullable: true, maxLength: 5 },
  ],
  'a list of one type': [{ type: ['integer'] }, { type: 'integer' }],
  'several types': [
    { type: ['string', 'integer'], description: 'd' },
    { description: 'd', anyOf: [{ type: 'string' }, { type: 'integer' }] },
  ],
  'several types, one of them an array': [
    { type: ['array', 'string'], items: { const: 1 }, maxItems: 3 },
    { maxItems: 3, anyOf: [{ type: 'array', items: { enum: [1] } }, { type: 'string' }] },
  ],
  'an array without items among several types': [
    { type: ['string', 'array', 'null'] },
    {
      anyOf: [
        { type: 'string', nullable: true },
        { type: 'array', nullable: true, items: {} },
      ],
    },
  ],
  'a tuple without further items': [
    { type: 'array', prefixItems: [{ type: 'string' }, { const: 1 }], items: false },
    { type: 'array', items: { anyOf: [{ type: 'string' }, { enum: [1] }] }, maxItems: 2 },
  ],
  'a tuple with a schema for further items': [
    { type: 'array', prefixItems: [{ type: 'string' }], items: { type: 'integer' } },
    { type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'integer' }] } },
  ],
  'a tuple with any further items': [
    { type: 'array', prefixItems: [{ type: 'string' }] },
    { type: 'array', items: {} },
  ],
  'an object closed but for patterns': [
    { type: 'object', patternProperties: { '^x-': { type: ['string', 'null'] } }, additionalProperties: false },
    { type: 'object', additionalProperties: { anyOf: [{ type: 'string', nullable: true }] } },
  ],
  'an object with patterns and a schema for further members': [
    { patternProperties: { '^a': { const: 1 }, '^b': {} }, additionalProperties: { type: 'integer' } },
    { additionalProperties: {} },
  ],
  'an object with patterns and any further members': [{ patternProperties: { '^a': { const: 1 } } }, {}],
  'several nullable types': [
    { type: ['string', 'integer', 'null'] },
    {
      anyOf: [
        { type: 'string', nullable: true },
        { type: 'integer', nullable: true },
      ],
    },
  ],
  'null alone': [
    { type: 'null', description: 'd' },
    { description: 'd', enum: [null] },
  ],
  'the constant null': [{ const: null }, { enum: [null] }],
  'null in an enum': [{ enum: ['a', null] }, { enum: ['a', null] }],
  'null in an enum of a nullable type': [
    { type: ['string', 'null'], enum: ['a', null] },
    { type: 'string', nullable: true, enum: ['a', null] },
  ],
  'a nullable type that an enum makes not nullable': [
    { type: ['string', 'null'], enum: ['a'] },
    { type: 'string', enum: ['a'] },
  ],
  ...alternativesWithNull('oneOf'),
  ...alternativesWithNull('anyOf'),
  const: [
    { type: 'string', const: 'a' },
    { type: 'string', enum: ['a'] },
  ],
  'exclusive bounds': [
    { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 9 },
    { type: 'number', minimum: 0, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: true },
  ],
  'exclusive bounds beside stricter ones': [
    { type: 'number', exclusiveMinimum: 0, minimum: 1, exclusiveMaximum: 9, maximum: 8 },
    { type: 'number', minimum: 1, maximum: 8 },
  ],
  'exclusive bounds beside weaker ones': [
    { type: 'number', exclusiveMinimum: 1, minimum: 0 },
    { type: 'number', minimum: 1, exclusiveMinimum: true },
  ],
  examples: [
    { type: 'string', examples: ['a', 'b'] },
    { type: 'string', example: 'a' },
  ],
  'a reference with siblings': [
    { $ref: '#/components/schemas/A', description: 'd' },
    { description: 'd', allOf: [{ $ref: '#/components/schemas/A' }] },
  ],
  'a bare reference': [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/A' }],
  'base64 text': [
    { type: 'string', contentEncoding: 'base64' },
    { type: 'string', format: 'byte' },
  ],
  bytes: [
    { type: 'string', contentMediaType: 'application/octet-stream' },
    { type: 'string', format: 'binary' },
  ],
  'schemas that are true or false': [
    { type: 'object', properties: { a: true, b: false }, additionalProperties: false },
    { type: 'object', properties: { a: {}, b: { not: {} } }, additionalProperties: false },
  ],
  'an array without items': [{ type: 'array' }, { type: 'array', items: {} }],
  'a comment': [{ type: 'string', $comment: 'c' }, { type: 'string' }],
  'nested schemas': [
    { type: 'array', items: { type: 'object', properties: { a: { type: ['integer', 'null'] } } } },
    { type: 'array', items: { type: 'object', properties: { a: { type: 'integer', nullable: true } } } },
  ],
  'additional properties': [
    { type: 'object', additionalProperties: { const: 1 } },
    { type: 'object', additionalProperties: { enum: [1] } },
  ],
  'properties named like keywords': [
    { type: 'object', properties: { const: { type: 'string' }, examples: { const: 'a' } } },
    { type: 'object', properties: { const: { type: 'string' }, examples: { enum: ['a'] } } },
  ],
  'a discriminator, unchanged': [
    { oneOf: [{ $ref: '#/components/schemas/A' }], discriminator: { propertyName: 'kind' } },
    { oneOf: [{ $ref: '#/components/schemas/A' }], discriminator: { propertyName: 'kind' } },
  ],
  'extensions, unchanged': [
    { type: 'string', 'x-sensitive': true },
    { type: 'string', 'x-sensitive': true },
  ],
};

describe('downgradeSchema', () => {
  for (const [what, [written, becomes]] of Object.entries(schemas)) {
    it(`converts ${what}`, () => expect(schema(written)).to.deep.equal(becomes));
  }

  it('removes keywords that 3.0 cannot express, and lists them', () => {
    const result = downgrade({
      ...head,
      components: { schemas: { It: { type: 'object', patternProperties: { '^a': {} }, propertyNames: {} } } },
    });
    expect(result).to.have.nested.property('components.schemas.It').that.deep.equals({ type: 'object' });
    expect(result['x-lost']).to.deep.equal([
      '#/components/schemas/It: patternProperties',
      '#/components/schemas/It: propertyNames',
    ]);
  });
});
