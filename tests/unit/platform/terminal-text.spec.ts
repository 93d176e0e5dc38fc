import { expect } from 'chai';
import { toTerminalLine, toTerminalText } from '../../../src/platform/terminal-text.ts';

describe('toTerminalLine', () => {
  for (const [what, text, shown] of [
    ['line breaks', 'ci\n# v2 passed\r\u2028x', String.raw`ci\u000a# v2 passed\u000d\u2028x`],
    ['terminal controls', '\u001b[31mred\u009b0m\u007f', String.raw`\u001b[31mred\u009b0m\u007f`],
    [
      'direction marks and hidden characters',
      'a\u202eb\u2066c\u200b\u{e0041}',
      String.raw`a\u202eb\u2066c\u200b\udb40\udc41`,
    ],
    ['half of a pair', 'a\ud83d', String.raw`a\ud83d`],
    ['a command of a CI server', '  ::error::x', String.raw`  \u003a:error::x`],
    ['a command of another CI server', 'a ##[error]x ##vso[task]', String.raw`a #\u0023[error]x #\u0023vso[task]`],
  ] as const) {
    it(`escapes ${what}`, () => {
      expect(toTerminalLine(text)).to.equal(shown);
      expect(toTerminalLine(shown), 'twice').to.equal(shown);
    });
  }

  it('leaves other texts as they are', () => {
    for (const text of ['', 'Grüße, 世界 👩', '<b> "a" \\ a::b | `x` # ## [x]'])
      expect(toTerminalLine(text)).to.equal(text);
  });
});

describe('toTerminalText', () => {
  it('keeps lines apart', () => {
    expect(toTerminalText('a\n::error::\u0007\n')).to.equal('a\n\\u003a:error::\\u0007\n');
  });
});
