import { expect } from 'chai';
import { safeInteger, timestampText } from '../../../src/platform/column-parsers.ts';

describe('timestampText', () => {
  for (const [text, expected] of [
    ['2026-11-23 05:53:00+00', '2026-11-23T05:53:00.000Z'],
    ['2026-11-23 05:53:00.1+00', '2026-11-23T05:53:00.100Z'],
    ['2026-11-23 05:53:00.12+00', '2026-11-23T05:53:00.120Z'],
    ['2026-11-23 05:53:00.123+00', '2026-11-23T05:53:00.123Z'],
    ['2026-11-23 05:53:00.123987+00', '2026-11-23T05:53:00.123Z'],
    ['0001-01-01 00:00:00+00', '0001-01-01T00:00:00.000Z'],
  ] as const) {
    it(`reads ${text}`, () => expect(timestampText(text)).to.equal(expected));
  }

  for (const text of [
    'infinity',
    '-infinity',
    '0044-03-15 00:00:00+00 BC',
    '12026-11-23 05:53:00+00',
    '2026-11-23 05:53:00+01',
  ]) {
    it(`refuses ${text}`, () => expect(() => timestampText(text)).to.throw(RangeError));
  }
});

describe('safeInteger', () => {
  it('reads what a number can hold', () => {
    expect(safeInteger('-9007199254740991')).to.equal(-9007199254740991);
  });

  it('refuses what would become another integer', () => {
    expect(() => safeInteger('9007199254740993')).to.throw(RangeError);
  });
});
