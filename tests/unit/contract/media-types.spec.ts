import { expect } from 'chai';
import { parseAccept, parseContentType, preferredOf, qualityOf } from '../../../src/contract/media-types.ts';

describe('parseAccept', () => {
  for (const [header, ranges] of [
    ['', []],
    ['text/html', [['text/html', 1]]],
    ['Text/HTML;Q=0.5', [['text/html', 0.5]]],
    [
      'text/html ; q=0.25 , */*;q=0',
      [
        ['text/html', 0.25],
        ['*/*', 0],
      ],
    ],
    [
      ',text/html,, application/json,',
      [
        ['text/html', 1],
        ['application/json', 1],
      ],
    ],
    [
      'text/html;q=1.000, a/b;q=0.',
      [
        ['text/html', 1],
        ['a/b', 0],
      ],
    ],
    // No weights: too large, too fine, negative, empty, words.
    [
      'a/b;q=5, a/c;q=1.1, a/d;q=0.1234, a/e;q=-1, a/f;q=, a/g;q=high',
      [
        ['a/b', 1],
        ['a/c', 1],
        ['a/d', 1],
        ['a/e', 1],
        ['a/f', 1],
        ['a/g', 1],
      ],
    ],
    ['text/plain;x=",application/json,"', [['text/plain', 1]]],
    [
      'text/plain;x="a\\",b/c;q=0", d/e;q=0.5',
      [
        ['text/plain', 1],
        ['d/e', 0.5],
      ],
    ],
    ['text/plain;x=";q=0";q=0.7', [['text/plain', 0.7]]],
    ['text/plain;x="never closed, application/json', [['text/plain', 1]]],
    ['text, /html, text/, te xt/html, text/html/x, "text/html"', []],
    ['text/html;q=0.5;q=0.9', [['text/html', 0.5]]],
    ['text/html;q', [['text/html', 1]]],
  ] as const) {
    it(`reads ${JSON.stringify(header)}`, () => {
      expect(parseAccept(header).map(({ type, quality }) => [type, quality])).to.deep.equal(ranges);
    });
  }
});

describe('qualityOf', () => {
  for (const [header, type, quality] of [
    ['*/*;q=0.1, text/*;q=0.2, text/html;q=0.3', 'text/html', 0.3],
    ['*/*;q=0.1, text/*;q=0.2, text/html;q=0.3', 'text/csv', 0.2],
    ['*/*;q=0.1, text/*;q=0.2, text/html;q=0.3', 'image/png', 0.1],
    ['text/html;q=0, text/*', 'text/html', 0],
    ['text/html;level=1;q=0.3, text/html;q=0.7', 'text/html', 0.7],
    ['application/json', 'text/html', 0],
  ] as const) {
    it(`is ${quality} of ${type} for ${header}`, () => {
      expect(qualityOf(parseAccept(header), type)).to.equal(quality);
    });
  }
  it('prefers what is wanted most, and of equals the first offer', () => {
    const offers = ['application/json', 'text/html'];
    for (const [header, offer] of [
      ['text/html', 'text/html'],
      ['text/html, application/json', 'application/json'],
      ['text/html, application/json;q=0.9', 'text/html'],
      ['*/*', 'application/json'],
      ['', 'application/json'],
      ['image/png', undefined],
      ['*/*;q=0', undefined],
    ] as const) {
      expect(preferredOf(parseAccept(header), offers), header).to.equal(offer);
    }
  });
});

describe('parseContentType', () => {
  for (const [header, essence, charset] of [
    ['application/json', 'application/json', undefined],
    ['Text/Plain ; format=flowed; Charset="UTF-8"', 'text/plain', 'utf-8'],
    ['application/json;charset=utf-8', 'application/json', 'utf-8'],
    ['application/json; charset = utf-8', 'application/json', 'utf-8'],
    ['application/json; profile="a; charset=latin1"', 'application/json', undefined],
    ['application/json; profile="a; charset=latin1"; charset=utf-8', 'application/json', 'utf-8'],
    ['application/json; profile="\\"; charset=latin1"', 'application/json', undefined],
    ['application/json; xcharset=latin1', 'application/json', undefined],
    ['application/json; charset=utf-8; charset=latin1', 'application/json', 'utf-8'],
    ['application/json; charset="utf\\-8"', 'application/json', 'utf-8'],
    ['application/json;', 'application/json', undefined],
    ['application/json; charset', 'application/json', undefined],
    ['', '', undefined],
    ['json', '', undefined],
    ['application/json, text/csv', '', undefined],
    ['application/json charset=utf-8', '', undefined],
  ] as const) {
    it(`reads ${JSON.stringify(header)}`, () => {
      expect(parseContentType(header)).to.deep.equal({ essence, charset });
    });
  }
});
