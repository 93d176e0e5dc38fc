import { expect } from 'chai';
import { formats } from '../../src/contract/request/formats.ts';
import { leastOfThree, processorTimeOf } from '../support/least-of.ts';
import documentV1 from '../../generated/v1/openapi.json' with { type: 'json' };
import documentV2 from '../../generated/v2/openapi.json' with { type: 'json' };

// A text is held against its pattern whatever its length, because all violations are told at once. So a pattern that
// goes back over what it has read (ReDoS) stops the server: a megabyte would take an hour.

const LENGTH = 10_000;
/** Of the processor. Going through it once takes less than one, going through it for each of its places 500. */
const LIMIT_MS = 100;

const atoms = ['a', 'A', '0', ' ', '-', '.', '_', 'a.', 'a-', '-0', '1.', '@', 'a@', '/', ':', ',', '%20', "'", '"1",'];
const beginnings = ['', 'a', 'P', 'a@', 'http://', '"'];
const ends = ['', '\0', '\n', '!', ' ', '@', '"', 'é'];

function* adversaries(): Generator<string> {
  for (const atom of atoms) {
    for (const beginning of beginnings) {
      for (const end of ends) yield beginning + atom.repeat(LENGTH / atom.length) + end;
    }
  }
}

function patternsIn(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = 'pattern' in part && typeof part.pattern === 'string' ? [part.pattern] : [];
  return [...own, ...Object.values(part).flatMap(patternsIn)];
}

async function expectLinear(test: (text: string) => unknown): Promise<void> {
  for (const text of adversaries()) {
    const read = (): number => processorTimeOf(() => test(text));
    const name = JSON.stringify(`${text.slice(0, 20)}…${text.slice(-3)}`);
    expect(await leastOfThree(read, LIMIT_MS), name).to.be.below(LIMIT_MS);
  }
}

describe('patterns take no longer than texts are long', () => {
  const patterns = [...new Set(patternsIn([documentV1, documentV2]))];

  for (const pattern of patterns) {
    it(pattern, async () => {
      const compiled = new RegExp(pattern, 'u');
      await expectLinear((text) => compiled.test(text));
    });
  }

  for (const [name, isOfFormat] of Object.entries(formats)) {
    it(`the format ${name}`, () => expectLinear(isOfFormat));
  }
});
