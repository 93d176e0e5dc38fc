import { createRequire } from 'node:module';
import { expect } from 'chai';
import type { Validators } from '../../../../src/contract/operation.ts';
import { objectsIn, served } from '../../../support/contract/objects-in.ts';

const validators = createRequire(import.meta.url)('../../../../generated/validators.cjs') as Validators;

describe('integers', () => {
  for (const [name, document] of Object.entries(served)) {
    it(`of more than 32 bits have the format int64 in ${name}, and no others`, () => {
      const integers = objectsIn(document).filter(({ schema }) => [schema['type']].flat().includes('integer'));
      const wide = integers.filter(({ schema }) => Number(schema['maximum']) > 2 ** 31 - 1);
      const marked = integers.filter(({ schema }) => schema['format'] === 'int64');
      expect(marked.map(({ at }) => at)).to.deep.equal(wide.map(({ at }) => at));
      expect(wide.length).to.be.greaterThan(0);
      const schemas = new Map(objectsIn(document).map(({ at, schema }) => [at, schema]));
      for (const { at, schema } of integers) {
        // In 3.0, a schema of several types has its bounds beside its alternatives.
        const bounded = schemas.get(at.replace(/\/anyOf\/\d+$/, ''));
        expect({ ...bounded, ...schema }, at).to.include.keys('minimum', 'maximum');
      }
    });
  }

  it('with the format are checked against their bounds, and must be whole', () => {
    const key = Object.keys(validators.byKey).find((one) => one.startsWith('response:SessionStats~')) ?? '';
    const isStats = validators.byKey[key];
    const stats = { active: 2 ** 53 - 1, users: 1, suspicious: 0, by_agent: [], by_day: [] };
    expect(isStats?.(stats), JSON.stringify(isStats?.errors)).to.equal(true);
    for (const wrong of [2 ** 53, -1, 1.5, '1'])
      expect(isStats?.({ ...stats, users: wrong }), String(wrong)).to.be.false;
  });
});
