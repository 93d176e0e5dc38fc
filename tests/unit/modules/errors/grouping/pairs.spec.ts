import { expect } from 'chai';
import { fingerprintOf, titleOf } from '../../../../../src/modules/errors/grouping/fingerprint.policy.ts';
import { differentPairs, samePairs } from './pairs.ts';
import { failureOf, type Language, type Run } from './traces.ts';

function fingerprint(language: Language, name: string, run: Run): string {
  return fingerprintOf(failureOf(language, name, run));
}

describe('fingerprints of programs that really failed', () => {
  it('are compared for 40 pairs of each kind and all five languages', () => {
    expect(samePairs).to.have.length.of.at.least(40);
    expect(differentPairs).to.have.length.of.at.least(40);
    for (const pairs of [samePairs, differentPairs]) {
      expect([...new Set(pairs.map(([language]) => language))]).to.have.members([
        'node',
        'browser',
        'python',
        'java',
        'go',
      ]);
    }
  });

  describe('are equal:', () => {
    for (const [language, name, why] of samePairs) {
      it(`${language} ${name}: ${why}`, () => {
        expect(fingerprint(language, name, 'b')).to.equal(fingerprint(language, name, 'a'));
        expect(titleOf(failureOf(language, name, 'b'))).to.equal(titleOf(failureOf(language, name, 'a')));
      });
    }
  });

  describe('differ:', () => {
    for (const [language, one, other, why] of differentPairs) {
      it(`${language} ${one} and ${other}: ${why}`, () => {
        for (const run of ['a', 'b'] as const) {
          expect(fingerprint(language, one, run)).not.to.equal(fingerprint(language, other, 'a'));
        }
      });
    }
  });
});
