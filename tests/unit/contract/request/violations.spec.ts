import { expect } from 'chai';
import type { ValidationError } from '../../../../src/contract/operation.ts';
import { bodyViolations, parameterViolations } from '../../../../src/contract/request/violations.ts';

type Row = readonly [error: Partial<ValidationError>, pointer: string, code: string, detail: string];

describe('the violations of a request', () => {
  const tag = (tagValue: unknown): Partial<ValidationError> => ({
    instancePath: '/operations/0',
    keyword: 'discriminator',
    params: { tag: 'a/b', tagValue },
    message: 'value of tag must be in oneOf',
  });
  const rows: readonly Row[] = [
    [{ keyword: 'required', params: { missingProperty: 'a/b' } }, '/a~1b', 'required', 'as ajv says'],
    [{ keyword: 'dependentRequired', params: { missingProperty: 'a' } }, '/a', 'dependent_required', 'as ajv says'],
    [
      { keyword: 'additionalProperties', params: { additionalProperty: 'a' } },
      '/a',
      'unknown_field',
      'is not a field of this object',
    ],
    [
      { keyword: 'unevaluatedProperties', params: { unevaluatedProperty: 'a' } },
      '/a',
      'unknown_field',
      'is not a field of this object',
    ],
    [{ keyword: 'pattern', propertyName: 'a/b' }, '/a~1b', 'pattern', 'as ajv says'],
    [{ keyword: 'propertyNames', params: { propertyName: 'a' } }, '/a', 'property_names', 'as ajv says'],
    [{ keyword: 'const', params: { allowedValue: 1 } }, '', 'enum', 'as ajv says'],
    [{ keyword: 'enum', params: { allowedValues: ['a', 'b'] } }, '', 'enum', 'must be one of: a, b'],
    [{ keyword: 'minLength', instancePath: '/title' }, '/title', 'min_length', 'as ajv says'],
    [{ keyword: 'format', message: undefined! }, '', 'format', 'must satisfy format'],
    [tag(undefined), '/operations/0/a~1b', 'required', "must have required property 'a/b'"],
    [tag('other'), '/operations/0/a~1b', 'enum', 'must be one of the values in the contract'],
    [tag(5), '/operations/0/a~1b', 'type', 'must be string'],
  ];
  for (const [error, pointer, code, detail] of rows) {
    it(`name ${JSON.stringify(error)} as ${code} at "${pointer}"`, () => {
      const errors = [{ instancePath: '', keyword: '', params: {}, message: 'as ajv says', ...error }];
      expect(bodyViolations(errors)).to.deep.equal([{ in: 'body', pointer, code, detail }]);
    });
  }

  const many = (count: number, instancePath: string): ValidationError[] =>
    Array.from({ length: count }, () => ({ instancePath, keyword: 'type', params: {}, message: 'must be string' }));

  it('are a hundred at most, each as long as its schema allows', () => {
    const violations = bodyViolations(many(101, '/x'.repeat(2000)));
    expect(violations).to.have.length(100);
    expect(violations[0]!.pointer).to.have.length(2000);
  });

  it('of a parameter name the place inside it, and are cut at their beginning', () => {
    const parameter = { in: 'query', name: 'filter' } as const;
    expect(parameterViolations(parameter, many(1, '/a'))).to.deep.equal([
      { in: 'query', parameter: 'filter', code: 'type', detail: '/a: must be string' },
    ]);
    const [cut] = parameterViolations(parameter, many(1, '/x'.repeat(2000)));
    expect(cut!.detail)
      .to.have.length(2000)
      .and.match(/\/x: must be string$/);
  });
});
