import { expect } from 'chai';
import { decodedSegment, normalPath } from '../../../../src/contract/routing/normal-path.ts';

describe('normalPath', () => {
  const spellings: readonly [written: string, normal: string][] = [
    ['/api/v2/me', '/api/v2/me'],
    ['/%61pi/%762/m%65', '/api/v2/me'],
    ['/a%2Db%2e%5F%7e', '/a-b._~'],
    // Reserved characters keep their spelling: delimiters of a parameter's style are not the same when encoded.
    ['/a%2cb,c%3A:d', '/a%2Cb,c%3A:d'],
    ['/a%2fb%00', '/a%2Fb%00'],
    // Decoded once: what a decoded text looks like is not decoded again.
    ['/%2561pi', '/%2561pi'],
    ['/caf%c3%a9', '/caf%C3%A9'],
    ['/a<b>"c|d^e`{f}\\g[h]', '/a%3Cb%3E%22c%7Cd%5Ee%60%7Bf%7D%5Cg%5Bh%5D'],
    ['/100%', '/100%'],
    ['/%zz%4', '/%zz%4'],
    ['//a//', '//a//'],
    ['*', '*'],
  ];
  for (const [written, normal] of spellings) {
    it(`writes ${written} as ${normal}, and so again`, () => {
      expect(normalPath(written)).to.equal(normal);
      expect(normalPath(normal)).to.equal(normal);
    });
  }
});

describe('decodedSegment', () => {
  for (const [segment, text] of [
    ['plain', 'plain'],
    ['a%20b', 'a b'],
    ['%252F', '%2F'],
    ['%E2%82%AC', '€'],
    ['a%2Fb', undefined],
    ['%00', undefined],
    ['%7F', undefined],
    ['%C2%9F', undefined],
    ['%C0%AF', undefined],
    ['%zz', undefined],
    ['%', undefined],
  ] as const) {
    it(`reads ${segment} as ${JSON.stringify(text)}`, () => {
      expect(decodedSegment(segment)).to.equal(text);
    });
  }
});
