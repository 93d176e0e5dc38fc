import { expect } from 'chai';
import { SettingsReader } from '../../../src/platform/settings-reader.ts';

const range = { min: 10, max: 20, fallback: 15 };

describe('a reader of settings', () => {
  for (const [text, value] of [
    ['10', 10],
    ['20', 20],
    [' 12 ', 12],
    [undefined, 15],
    ['', 15],
  ] as const) {
    it(`reads ${JSON.stringify(text)} as ${value}, of 10 to 20 and else 15`, () => {
      const reader = new SettingsReader({ LIMIT: text });
      expect(reader.integer('LIMIT', range)).to.equal(value);
      expect(reader.problems).to.deep.equal([]);
    });
  }

  for (const text of ['9', '21', '-12', '12.5', '1e1', '0x10', 'twelve', '1234567890123']) {
    it(`refuses ${text} for a number from 10 to 20, and says what to do`, () => {
      const reader = new SettingsReader({ LIMIT: text });
      expect(reader.integer('LIMIT', range)).to.equal(15);
      expect(reader.problems).to.have.length(1);
      expect(reader.problems[0]).to.match(/^LIMIT .*10.*20/);
    });
  }

  for (const [text, value] of [
    ['true', true],
    ['false', false],
    [undefined, true],
  ] as const) {
    it(`reads ${text} as ${value}, and else true`, () => {
      expect(new SettingsReader({ FLAG: text }).boolean('FLAG', true)).to.equal(value);
    });
  }

  it('refuses another word for true or false', () => {
    const reader = new SettingsReader({ FLAG: 'yes' });
    expect(reader.boolean('FLAG', false)).to.equal(false);
    expect(reader.problems).to.have.length(1);
  });
});
