import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'chai';
import { downgrade } from '../../../src/documents/downgrade.ts';
import { asJson, asList, isJson, mapMembers, type Json } from '../../../src/documents/reader/json.ts';
import { sampleOf } from '../../foreign/sample.ts';
import { documents } from '../../support/contract/document.ts';

// A value is valid against a schema of 3.1 exactly if it is valid against the schema of 3.0 that is made of it, where
// `nullable: true` matches null, or what the schema matches without it.

const head = { openapi: '3.1.0', info: { title: 'Notes', version: '1.0.0' }, paths: {} };
const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const named: Readonly<Record<string, Json>> = {
  Plain: { type: 'object', required: ['a'], properties: { a: { type: ['string', 'null'] } } },
  Nullable: { type: ['string', 'null'], maxLength: 1 },
  Null: { type: 'null' },
};
const leaves: readonly unknown[] = [
  { type: 'string' },
  { type: ['string', 'null'] },
  { type: ['integer', 'null', 'string'] },
  { type: 'null' },
  { const: null },
  { enum: [null] },
  { enum: ['a', null] },
  { type: 'string', enum: ['a', null] },
  { type: ['string', 'null'], enum: ['a'] },
  { type: 'null', enum: ['a'] },
  { not: { type: 'null' } },
  true,
  ...Object.keys(named).map(reference),
];
const surroundings: readonly Json[] = [
  {},
  { description: 'd' },
  { type: 'string' },
  { type: ['object', 'null'] },
  { enum: ['a', null] },
  { enum: ['a'] },
  { allOf: [{ type: ['string', 'null'] }] },
  { not: { const: 'a' } },
];
const values: readonly unknown[] = [null, 'a', 'ab', 1, true, [], {}, { a: null }, { a: 'a' }, { a: 1 }];

/** Every leaf alone, every pair of leaves in every combinator and surrounding, and triples that contain a null. */
function* shapes(): Generator<Json> {
  for (const leaf of leaves) {
    yield { type: 'object', properties: { a: leaf } };
    yield { type: 'array', items: leaf };
    if (isJson(leaf)) yield leaf;
  }
  for (const left of leaves) {
    for (const right of leaves) {
      for (const keyword of ['oneOf', 'anyOf', 'allOf']) yield { [keyword]: [left, right] };
      yield { oneOf: [left, { type: 'null' }, right] };
      yield { anyOf: [left, right, { const: null }] };
      yield { oneOf: [left, { type: 'null' }], anyOf: [right, { type: 'null' }] };
    }
    for (const surrounding of surroundings) {
      for (const keyword of ['oneOf', 'anyOf']) yield { ...surrounding, [keyword]: [left, { type: 'null' }] };
    }
  }
}

/** Rewrites a schema of 3.0 in the words of JSON Schema. */
function read30(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(read30);
  if (!isJson(schema)) return schema;
  const { nullable, discriminator: _discriminator, example: _example, ...rest } = schema;
  for (const [bound, exclusive] of [
    ['minimum', 'exclusiveMinimum'],
    ['maximum', 'exclusiveMaximum'],
  ] as const) {
    if (rest[exclusive] !== true) continue;
    Object.assign(rest, { [exclusive]: rest[bound] });
    Reflect.deleteProperty(rest, bound);
  }
  const changed = mapMembers(rest, (member, keyword) => {
    if (keyword === 'enum' || keyword === 'required') return member;
    return keyword === 'properties' ? mapMembers(asJson(member), read30) : read30(member);
  });
  return nullable === true ? { anyOf: [{ type: 'null' }, changed] } : changed;
}

type Schemas = Readonly<Record<string, unknown>>;
type Check = (name: string, value: unknown) => boolean;

function checkOf(schemas: Schemas): Check {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, inlineRefs: false });
  ajv.addSchema({ $id: 'it', components: { schemas } });
  return (name, value) => ajv.getSchema(`it#/components/schemas/${name}`)!(value) === true;
}

function bothOf(document: Json): { readonly written: Schemas; readonly isValid: Check; readonly isValidOld: Check } {
  const schemasOf = (one: Json): Schemas => asJson(asJson(one['components'])['schemas']);
  const old = schemasOf(downgrade(document));
  // The schemas of records are gone from the document of 3.0, where nothing refers to them.
  const written = Object.fromEntries(Object.entries(schemasOf(document)).filter(([name]) => name in old));
  return { written, isValid: checkOf(schemasOf(document)), isValidOld: checkOf(mapMembers(old, read30)) };
}

/** The value, and the value with null at each place. */
function* withNulls(value: unknown): Generator {
  yield value;
  yield null;
  for (const [key, member] of Object.entries(Array.isArray(value) ? asList(value) : asJson(value))) {
    for (const changed of withNulls(member)) {
      if (Array.isArray(value)) yield value.map((one: unknown, index) => (String(index) === key ? changed : one));
      else yield { ...asJson(value), [key]: changed };
    }
  }
}

describe('null in a document of OpenAPI 3.0', () => {
  it('is valid exactly where it is in 3.1, in every combination of small schemas', function () {
    this.timeout(60_000);
    const cases = Object.fromEntries([...shapes()].map((schema, index) => [`Case${index}`, schema] as const));
    const { isValid, isValidOld } = bothOf({ ...head, components: { schemas: { ...named, ...cases } } });
    const faults = Object.entries(cases).flatMap(([name, schema]) =>
      values
        .filter((value) => isValid(name, value) !== isValidOld(name, value))
        .map((value) => `${JSON.stringify(value)} against ${JSON.stringify(schema)}`),
    );
    expect(Object.keys(cases).length).to.be.greaterThan(1_000);
    expect(faults).to.deep.equal([]);
  });

  for (const version of ['v1', 'v2'] as const) {
    it(`is valid exactly where it is in 3.1, in every schema of ${version}`, function () {
      this.timeout(60_000);
      const { written, isValid, isValidOld } = bothOf({ ...documents[version] });
      const count = { valid: 0, invalid: 0 };
      for (const [name, schema] of Object.entries(written)) {
        for (const variant of [0, 1, 2]) {
          const sample = sampleOf(documents[version] as never, schema, { variant, isFull: true });
          for (const value of withNulls(sample)) {
            const isExpected = isValid(name, value);
            count[isExpected ? 'valid' : 'invalid'] += 1;
            expect(isValidOld(name, value), `${name}: ${JSON.stringify(value)}`).to.equal(isExpected);
          }
        }
      }
      expect(count.valid).to.be.greaterThan(100);
      expect(count.invalid).to.be.greaterThan(100);
    });
  }
});
