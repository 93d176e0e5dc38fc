import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { isEmailAddress, normalizeEmail } from '../../../src/platform/email-address.ts';
import { leastOfThree, processorTimeOf } from '../../support/least-of.ts';

/** Text of a request -> what is stored, shown and compared. */
const taken: Readonly<Record<string, string>> = {
  'ada@meridian.example': 'ada@meridian.example',
  'Ada@Meridian.EXAMPLE': 'ada@meridian.example',
  "o'hara+tag@sub.example.co.uk": "o'hara+tag@sub.example.co.uk",
  '0/@A.ac': '0/@a.ac',
  'a!#$%&*=?^_`{|}~-@b.example': 'a!#$%&*=?^_`{|}~-@b.example',
  'ada@1.example': 'ada@1.example',
  'ada@ab--cd.example': 'ada@ab--cd.example',
  'jörg@meridian.example': 'jörg@meridian.example',
  'JÖRG@meridian.example': 'jörg@meridian.example',
  'jo\u0308rg@meridian.example': 'jörg@meridian.example',
  'JO\u0308RG@MERIDIAN.example': 'jörg@meridian.example',
  'ada@münchen.example': 'ada@xn--mnchen-3ya.example',
  'ada@MÜNCHEN.example': 'ada@xn--mnchen-3ya.example',
  'ada@mu\u0308nchen.example': 'ada@xn--mnchen-3ya.example',
  'ada@xn--mnchen-3ya.example': 'ada@xn--mnchen-3ya.example',
  'ada@XN--MNCHEN-3YA.Example': 'ada@xn--mnchen-3ya.example',
  'jörg@münchen.example': 'jörg@xn--mnchen-3ya.example',
  'ada@straße.example': 'ada@xn--strae-oqa.example',
  'ada@strasse.example': 'ada@strasse.example',
  'straße@meridian.example': 'straße@meridian.example',
  '用户@例え.jp': '用户@xn--r8jz45g.jp',
  '用户@例え。jp': '用户@xn--r8jz45g.jp',
  'ada@ｍｅｒｉｄｉａｎ.example': 'ada@meridian.example',
  'δοκιμή@παράδειγμα.δοκιμή': 'δοκιμή@xn--hxajbheg2az3al.xn--jxalpdlp',
  'ΔΟΚΙΜΉ@ΠΑΡΆΔΕΙΓΜΑ.δοκιμή': 'δοκιμή@xn--hxajbheg2az3al.xn--jxalpdlp',
  'отдел.кадров@пример.рф': 'отдел.кадров@xn--e1afmkfd.xn--p1ai',
  'उपयोगकर्ता@उदाहरण.भारत': 'उपयोगकर्ता@xn--p1b6ci4b4b3a.xn--h2brj9c',
  'ada@אב.example': 'ada@xn--4dbc.example',
  'İ@meridian.example': 'i\u0307@meridian.example',
  '🦉@meridian.example': '🦉@meridian.example',
  [`${'ö'.repeat(32)}@meridian.example`]: `${'ö'.repeat(32)}@meridian.example`,
};

const refused: Readonly<Record<string, string>> = {
  'no @': 'jörg',
  'no local part': '@münchen.example',
  'no domain': 'jörg@',
  'one label': 'jörg@münchen',
  'two @': 'jörg@ada@münchen.example',
  'a dot at the start': '.jörg@meridian.example',
  'a dot at the end': 'jörg.@meridian.example',
  'two dots': 'jö..rg@meridian.example',
  'an empty label': 'ada@münchen..example',
  'a dot after the domain': 'ada@münchen.example.',
  'a hyphen before a label': 'ada@-münchen.example',
  'a hyphen after a label': 'ada@münchen-.example',
  'a quoted local part': '"jörg lind"@meridian.example',
  'an address literal': 'jörg@[192.0.2.1]',
  'an IPv4 address in wide digits': 'ada@１９２.０.２.１',
  'a number in wide digits': 'ada@１.１',
  'a space in the local part': 'jörg lind@meridian.example',
  'a space in the domain': 'ada@mün chen.example',
  'a space at the end': 'jörg@meridian.example ',
  'a line feed at the end': 'jörg@meridian.example\n',
  'an ideographic space in the domain': 'ada@mün\u3000chen.example',
  'a percent sign in the domain': 'ada@mün%63hen.example',
  'a slash in the domain': 'ada@münchen.example/x.example',
  'a character that stands for a slash': 'ada@ü\u2100.example',
  'a port': 'ada@münchen.example:25',
  'a query': 'ada@münchen.example?x.example',
  'an underscore in the domain': 'ada@mün_chen.example',
  'both directions in a label': 'ada@אבa.example',
  'a joiner alone in a label': 'ada@\u200d.example',
  'a label that is both forms at once': 'ada@xn--ü.example',
  'half a surrogate pair': 'j\ud800rg@meridian.example',
  'more than 64 octets before the @': `${'ö'.repeat(33)}@meridian.example`,
  'more than 63 octets in an A-label': `ada@${'ö'.repeat(63)}.example`,
  'more than 254 octets': `ada@${'ö'.repeat(40)}.${'ä'.repeat(40)}.${'é'.repeat(40)}.${'ü'.repeat(40)}.${'a'.repeat(60)}.example`,
};

describe('addresses of mail', () => {
  for (const [address, normal] of Object.entries(taken)) {
    it(`takes ${JSON.stringify(address)} as ${JSON.stringify(normal)}`, () => {
      expect(isEmailAddress(address)).to.equal(true);
      expect(normalizeEmail(address)).to.equal(normal);
      expect(isEmailAddress(normal)).to.equal(true);
      expect(normalizeEmail(normal)).to.equal(normal);
    });
  }

  for (const [what, address] of Object.entries(refused))
    it(`refuses ${what}`, () => expect(isEmailAddress(address)).to.equal(false));

  it('have one form whatever letter they begin with, which is lower case for PostgreSQL as well', () => {
    for (let point = 0x80; point < 0x30_000; point++) {
      const normal = normalizeEmail(`${String.fromCodePoint(point)}a@meridian.example`);
      expect(normalizeEmail(normal), point.toString(16)).to.equal(normal);
      expect(normal.toLowerCase(), point.toString(16)).to.equal(normal);
      expect(normal.normalize('NFC'), point.toString(16)).to.equal(normal);
    }
  });
});

// What clients and fuzzers know of addresses without a check of the format.
describe('the pattern of addresses in the contract', () => {
  const document = JSON.parse(readFileSync('generated/v2/openapi.json', 'utf8')) as {
    readonly components: { readonly schemas: { readonly EmailAddress: { readonly pattern: string } } };
  };
  const pattern = new RegExp(document.components.schemas.EmailAddress.pattern, 'u');

  for (const address of Object.keys(taken))
    it(`takes ${JSON.stringify(address)}`, () => expect(pattern.test(address)).to.equal(true));

  const shapes = [
    'no @',
    'no local part',
    'no domain',
    'one label',
    'two @',
    'an empty label',
    'a dot after the domain',
  ];
  for (const what of shapes) it(`refuses ${what}`, () => expect(pattern.test(refused[what] ?? '')).to.equal(false));

  it('takes every character for a dot that the format takes for one', () => {
    for (let point = 0x80; point < 0x10_000; point++) {
      const address = `ada@meridian${String.fromCodePoint(point)}example`;
      if (isEmailAddress(address)) expect(pattern.test(address), point.toString(16)).to.equal(true);
    }
  });

  it('takes no longer for longer texts than their length', async () => {
    for (const piece of ['a', '.', '@', 'a.', '-', '\u3002'])
      for (const start of ['', 'a@', 'a@a.']) {
        const text = `${start}${piece.repeat(200_000)}\0`;
        expect(pattern.test(text)).to.equal(false);
        const cost = await leastOfThree(() => processorTimeOf(() => pattern.test(text)), 500);
        expect(cost, `${start}${piece}: milliseconds of the processor`).to.be.below(500);
      }
  });
});
