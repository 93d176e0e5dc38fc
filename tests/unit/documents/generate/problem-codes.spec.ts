import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { withProblemCodes } from '../../../../src/documents/generate/problem-codes.ts';
import { asJson, isJson, type Json } from '../../../../src/documents/reader/json.ts';
import { served } from '../../../support/contract/objects-in.ts';

const root = join(import.meta.dirname, '../../../..');
const codes = Object.keys(asJson(parse(readFileSync(join(root, 'openapi/shared/problems.yaml'), 'utf8'))));

function schemasOf(document: unknown): Json {
  return asJson(asJson(asJson(document)['components'])['schemas']);
}

describe('the codes of problems', () => {
  for (const [name, document] of Object.entries(served)) {
    it(`are a named enum that may grow in ${name}`, () => {
      const schema = asJson(schemasOf(document)['ProblemCode']);
      expect(schema['enum']).to.deep.equal(codes);
      expect(schema['x-extensible-enum']).to.equal(true);
      expect(schema['x-enum-varnames']).to.deep.equal(codes.map((code) => code.toUpperCase()));
    });

    it(`are the type of every code of a problem in ${name}`, () => {
      // A problem has a text for people beside its code, and no place: that is a violation.
      const problems = Object.entries(schemasOf(document)).filter(([, schema]) => {
        const properties = asJson(asJson(schema)['properties']);
        return 'code' in properties && ('title' in properties || 'message' in properties);
      });
      expect(problems.map(([schema]) => schema)).to.have.members(name === 'v1' ? ['ErrorV1'] : ['Problem', 'Refusal']);
      for (const [, schema] of problems) {
        const code = asJson(asJson(asJson(schema)['properties'])['code']);
        expect(code).to.deep.equal({ $ref: '#/components/schemas/ProblemCode' });
      }
    });
  }

  it('must have a schema to be written into', () => {
    const document = { openapi: '3.1.0', info: { title: 'Small', version: '2.0.0' }, paths: {} };
    expect(() => withProblemCodes(document, {})).to.throw('ProblemCode must be the schema of every code of a problem');
    const components = { schemas: { ProblemCode: { type: 'string' } } };
    const found = withProblemCodes({ ...document, components }, { not_found: {} }).components?.['schemas'];
    expect(isJson(found?.['ProblemCode']) && found['ProblemCode']['enum']).to.deep.equal(['not_found']);
  });
});
