import { expect } from 'chai';
import { nearestName } from '../../../src/platform/near-names.ts';

const known = ['DATABASE_URL', 'LOG_LEVEL', 'SECRET_KEY', 'SECRET_KEY_PREVIOUS'];

describe('the nearest of known names', () => {
  for (const [name, nearest] of [
    ['LOG_LEVEL', 'LOG_LEVEL'],
    ['LOG_LEVL', 'LOG_LEVEL'],
    ['LOG_LVL', 'LOG_LEVEL'],
    ['LG_LVL', undefined],
    ['LOG_LEVELED', 'LOG_LEVEL'],
    ['LOG_LEVELLED', undefined],
    ['LGO_LEVEL', 'LOG_LEVEL'],
    ['log_level', 'LOG_LEVEL'],
    ['DATABSE_ULR', 'DATABASE_URL'],
    ['SECRET', undefined],
    ['SECRET_KEE', 'SECRET_KEY'],
    ['LOGLE', undefined],
  ] as const) {
    it(`to ${name} is ${nearest ?? 'none'}`, () => expect(nearestName(name, known)).to.equal(nearest));
  }
});
