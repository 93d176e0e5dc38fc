import { createRequire } from 'node:module';
import { expect } from 'chai';
import { operations as operationsV1 } from '../../../../generated/v1/operations.ts';
import { operations as operationsV2 } from '../../../../generated/v2/operations.ts';
import type { Operation, Validators } from '../../../../src/contract/operation.ts';
import { cutInstant } from '../../../../src/contract/request/formats.ts';
import { primitiveOf } from '../../../../src/contract/request/parameter-values.ts';
import { asJson } from '../../../../src/documents/reader/json.ts';
import { resolve } from '../../../../src/documents/reader/reference.ts';
import { documentedOperations, documents } from '../../../support/contract/document.ts';

const validators = createRequire(import.meta.url)('../../../../generated/validators.cjs') as Validators;
const tables: readonly Operation[] = [...operationsV1, ...operationsV2];
const instants = tables.flatMap(({ version, id, parameters }) =>
  parameters.filter(({ type }) => type.kind === 'instant').map((parameter) => ({ version, id, parameter })),
);

const timeOf = (decimals: number, zone: string) =>
  `2026-11-02T23:59:59${decimals === 0 ? '' : `.${'9'.repeat(decimals)}`}${zone}`;

describe('times in requests', () => {
  it('are cut to six decimals, not rounded', () => {
    expect(cutInstant('2026-11-02T23:59:59.123456789Z')).to.equal('2026-11-02T23:59:59.123456Z');
    expect(cutInstant('2026-11-02T23:59:59.9999999-14:00')).to.equal('2026-11-02T23:59:59.999999-14:00');
    for (const same of ['2026-11-02T23:59:59Z', '2026-11-02T23:59:59.123456Z', '2026-11-02T23:59:59.1234567890Z'])
      expect(cutInstant(same)).to.equal(same);
  });

  it('are found in parameters of several operations', () => {
    expect(new Set(instants.map(({ id }) => id)).size).to.be.at.least(4);
    const described = documentedOperations.flatMap(({ version, id, parameters }) =>
      parameters
        .filter(({ schema }) => resolve(asJson(documents[version]), schema)['format'] === 'date-time')
        .map(({ name }) => `${version} ${id} ${name}`),
    );
    expect(instants.map(({ version, id, parameter }) => `${version} ${id} ${parameter.name}`)).to.have.members(
      described,
    );
  });

  for (const { version, id, parameter } of instants) {
    it(`take up to nine decimals: ${parameter.name} of ${version} ${id}`, () => {
      const fits = (text: string) => validators.byKey[parameter.validator]?.(primitiveOf(parameter.type, text));
      for (const zone of ['Z', '+00:00', '-14:00']) {
        for (let decimals = 0; decimals <= 9; decimals += 1) expect(fits(timeOf(decimals, zone)), zone).to.equal(true);
        expect(fits(timeOf(10, zone)), zone).to.equal(false);
        expect(fits(timeOf(0, `.${zone}`)), zone).to.equal(false);
      }
      expect(primitiveOf(parameter.type, timeOf(9, 'Z'))).to.equal(timeOf(6, 'Z'));
    });
  }
});
