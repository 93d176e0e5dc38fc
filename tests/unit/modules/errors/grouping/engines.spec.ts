import { expect } from 'chai';
import { fingerprintOf } from '../../../../../src/modules/errors/grouping/fingerprint.policy.ts';
import { parseStackTrace } from '../../../../../src/modules/errors/grouping/stack-trace.policy.ts';

// What the engines of the other browsers print for the same program. Their form is documented by MDN (Error.stack).

const url = 'https://shop.example.org/assets/app.js';
const header = (text: string, frames: readonly string[]): string => `${text}\n${frames.join('\n')}\n`;
const chromium = header("TypeError: Cannot read properties of undefined (reading 'amount')", [
  `    at priceOf (${url}:2:24)`,
  `    at Basket.add (${url}:6:10)`,
  `    at async openShop (${url}:10:3)`,
  `    at ${url}:14:1`,
]);
const firefox = header('TypeError: can\'t access property "amount", article.price is undefined', [
  `priceOf@${url}:2:10`,
  `add@${url}:6:10`,
  `async*openShop@${url}:10:3`,
  `@${url}:14:1`,
]);
const safari = header("TypeError: undefined is not an object (evaluating 'article.price.amount')", [
  `priceOf@${url}:2:24`,
  `add@${url}:6:17`,
  `openShop@${url}:10:3`,
  `module code@${url}:14:9`,
]);

describe('traces of browsers', () => {
  for (const [engine, text] of Object.entries({ firefox, safari })) {
    it(`${engine} tells the same places as Chromium`, () => {
      const failure = parseStackTrace(text)!;
      const reference = parseStackTrace(chromium)!;
      expect(failure).to.include({ type: 'TypeError', platform: 'browser' });
      const places = failure.frames.map(({ file, line, in_app }) => [file, line, in_app]);
      expect(places).to.deep.equal(reference.frames.map(({ file, line, in_app }) => [file, line, in_app]));
      expect(fingerprintOf(failure)).to.equal(fingerprintOf(reference));
    });
  }

  it('without a header have frames and no message', () => {
    const failure = parseStackTrace(`priceOf@${url}:2:10\n@${url}:14:1\nforEach@[native code]\n`);
    expect(failure).to.deep.include({ type: null, message: null });
    expect(failure?.frames.map((frame) => frame.function)).to.deep.equal(['priceOf', null, 'forEach']);
    expect(failure?.frames[2]).to.include({ in_app: false, file: null });
  });

  it('know frames of evaluated code by where eval was called', () => {
    const failure = parseStackTrace(`rule@${url} line 3 > eval:1:7\ncheck@${url}:3:5\n`);
    expect(failure?.frames.map(({ file }) => file)).to.deep.equal([url, url]);
  });

  it('leave out extensions', () => {
    const failure = parseStackTrace(
      `Error: x\n    at a (chrome-extension://abcdef/content.js:1:1)\n    at b (${url}:1:1)`,
    );
    expect(failure?.frames.map(({ in_app }) => in_app)).to.deep.equal([false, true]);
  });
});
