import { expect } from 'chai';
import type { Failure } from '../../../../../src/modules/errors/grouping/failure.types.ts';
import { fingerprintOf } from '../../../../../src/modules/errors/grouping/fingerprint.policy.ts';
import { maskMessage } from '../../../../../src/modules/errors/grouping/mask-message.policy.ts';
import { parseStackTrace } from '../../../../../src/modules/errors/grouping/stack-trace.policy.ts';
import { leastOfThree, processorTimeOf } from '../../../../support/least-of.ts';
import { failureOf, tracesOf, type Language } from './traces.ts';

const TEXT_CHARACTERS = 65_536;
const languages: readonly Language[] = ['node', 'browser', 'python', 'java', 'go'];

/** Milliseconds of processor time for one call, on average. */
function timeOf(work: () => unknown, calls: number): number {
  return (
    processorTimeOf(() => {
      for (let call = 0; call < calls; call += 1) work();
    }) / calls
  );
}

/** A trace of a language that is repeated up to a size. */
function longTrace(language: Language): string {
  const text = [...tracesOf(language, 'a').values()].join('\n');
  return text.repeat(Math.ceil(TEXT_CHARACTERS / text.length)).slice(0, TEXT_CHARACTERS);
}

/** Texts of 100 KB that make patterns which backtrack too much take minutes. */
const hostile: Readonly<Record<string, string>> = {
  'one word': 'a'.repeat(100_000),
  digits: '1'.repeat(100_000),
  'digits and commas': '1,'.repeat(50_000),
  hexadecimal: 'a1'.repeat(50_000),
  dots: 'a.'.repeat(50_000),
  slashes: '/a'.repeat(50_000),
  backslashes: 'a\\'.repeat(50_000),
  quotes: '"'.repeat(100_000),
  'open quotes': `"${'a '.repeat(50_000)}`,
  colons: ':'.repeat(100_000),
  'an address that does not end': 'a@'.repeat(50_000),
  'empty lines': '\n'.repeat(100_000),
  'beginnings of frames': '    at '.repeat(14_000),
  'frames without an end': '    at a (a:1:1'.repeat(6_000),
  'frames of Gecko': 'a@b:1:1\n'.repeat(12_000),
  'frames of Java': '\tat a.b(A.java:1)\n'.repeat(5_000),
  'frames of Go': 'goroutine 1 [running]:\nmain.a(0x1)\n\t/a.go:1\n'.repeat(2_500),
  'frames of Python': 'Traceback (most recent call last):\n  File "a", line 1, in b\nA: b\n'.repeat(1_500),
  causes: 'Error: a\n    at a (a:1:1)\n  [cause]: '.repeat(2_500),
  'groups of exceptions': '  | '.repeat(25_000),
  placeholders: '<number>, '.repeat(10_000),
};

describe('the speed of grouping', function () {
  this.timeout(60_000);

  it('needs at most 100 microseconds for the fingerprint of 50 frames', async () => {
    const { frames, ...failure } = failureOf('node', 'no-file', 'a');
    const frame = frames[0]!;
    const deep: Failure = {
      ...failure,
      frames: Array.from({ length: 50 }, (_, n) => ({ ...frame, file: `/srv/shop/src/f${n}.js`, function: `f${n}` })),
    };
    timeOf(() => fingerprintOf(deep), 2_000);
    const microseconds = await leastOfThree(() => timeOf(() => fingerprintOf(deep), 2_000) * 1_000, 100);
    console.log(`      ${microseconds.toFixed(0)} us for a fingerprint`);
    expect(microseconds).to.be.at.most(100);
  });

  for (const language of languages) {
    it(`reads 64 KB of ${language} in 5 milliseconds`, async () => {
      const text = longTrace(language);
      expect(parseStackTrace(text)).to.not.equal(undefined);
      timeOf(() => parseStackTrace(text), 20);
      const milliseconds = await leastOfThree(() => timeOf(() => parseStackTrace(text), 20), 5);
      console.log(`      ${milliseconds.toFixed(1)} ms for 64 KB`);
      expect(milliseconds).to.be.at.most(5);
    });
  }

  for (const [name, text] of Object.entries(hostile)) {
    it(`does not depend on what the text is made of: ${name}`, async () => {
      const milliseconds = await leastOfThree(
        () =>
          timeOf(() => {
            maskMessage(text);
            const failure = parseStackTrace(text);
            fingerprintOf(failure ?? { type: text, message: text, platform: null, frames: [], causes: [] });
          }, 1),
        100,
      );
      expect(milliseconds).to.be.at.most(500);
    });
  }
});
