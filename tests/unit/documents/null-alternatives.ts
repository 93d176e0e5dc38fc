const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const [a, b, nothing] = [reference('A'), reference('B'), { type: 'null' }];
const text = { type: 'string', description: 'inner', maxLength: 5 };
const discriminator = { propertyName: 'kind' };

type Case = readonly [written: unknown, becomes: unknown];

/** Alternatives with null in 3.1 -> the expected schema of 3.0. Only the schema Known is in the document. */
export function alternativesWithNull(keyword: 'oneOf' | 'anyOf'): Readonly<Record<string, Case>> {
  const nullable = { allOf: [a], nullable: true };
  return {
    [`${keyword} of a reference and null`]: [
      { description: 'd', [keyword]: [a, nothing] },
      { description: 'd', ...nullable },
    ],
    [`${keyword} of null and a reference to a schema with a type`]: [
      { [keyword]: [nothing, reference('Known')] },
      { type: 'object', nullable: true, allOf: [reference('Known')] },
    ],
    [`${keyword} of null and a reference`]: [{ [keyword]: [{ const: null }, a] }, nullable],
    [`${keyword} of a reference and an enum of null`]: [{ [keyword]: [a, { enum: [null] }] }, nullable],
    [`${keyword} of a schema and null`]: [
      { description: 'd', [keyword]: [text, nothing] },
      { ...text, description: 'd', nullable: true },
    ],
    [`${keyword} of several types and null`]: [
      { [keyword]: [{ type: ['string', 'integer'] }, nothing] },
      { anyOf: [{ type: 'string' }, { type: 'integer' }], nullable: true },
    ],
    [`${keyword} of several references and null`]: [
      { [keyword]: [a, nothing, b], discriminator },
      { [keyword]: [a, b], discriminator, nullable: true },
    ],
    [`${keyword} of a reference and null beside allOf`]: [
      { allOf: [{ minProperties: 1 }], [keyword]: [a, nothing] },
      { allOf: [{ minProperties: 1 }, a], nullable: true },
    ],
    [`${keyword} of a reference and null beside a type that is not null`]: [
      { type: 'object', [keyword]: [a, nothing] },
      { type: 'object', allOf: [a] },
    ],
  };
}
