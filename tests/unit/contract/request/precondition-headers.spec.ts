import { expect } from 'chai';
import { readPrecondition } from '../../../../src/contract/request/precondition-headers.ts';
import type { Violation } from '../../../../src/problems/app-error.ts';
import { failingCondition, type EntityTags } from '../../../../src/problems/precondition.ts';

describe('readPrecondition', () => {
  for (const [header, tags] of [
    ['*', '*'],
    ['"1"', ['"1"']],
    ['W/"1"', ['W/"1"']],
    ['""', ['""']],
    ['"1","2"', ['"1"', '"2"']],
    ['"1" ,\t"2" , W/"3"', ['"1"', '"2"', 'W/"3"']],
    [',"1",, "2",', ['"1"', '"2"']],
    [', ,"1"', ['"1"']],
    ['"a,b", "c"', ['"a,b"', '"c"']],
    ['"W/", W/"W/"', ['"W/"', 'W/"W/"']],
    ['"!#$%&\'()*+-./:;<=>?@[\\]^_`{|}~"', ['"!#$%&\'()*+-./:;<=>?@[\\]^_`{|}~"']],
    ['"\u00e9\u00ff"', ['"\u00e9\u00ff"']],
    [
      Array.from({ length: 500 }, (_, index) => `"${index}"`).join(),
      Array.from({ length: 500 }, (_, index) => `"${index}"`),
    ],
  ] as const) {
    it(`reads ${header.slice(0, 60)}`, () => {
      const violations: Violation[] = [];
      const read = readPrecondition({ 'if-match': header, 'if-none-match': header }, violations);
      expect([read, violations]).to.deep.equal([{ ifMatch: tags, ifNoneMatch: tags }, []]);
    });
  }

  for (const header of [
    '',
    ' ',
    ',',
    ', ,',
    '1',
    '"',
    '"1',
    '1"',
    '"a b"',
    '"a"b"',
    '"1" "2"',
    '* , "1"',
    '"1",*',
    'W/*',
    'w/"1"',
    'W /"1"',
    '"\u007f"',
    '"a\tb"',
    "'1'",
  ]) {
    it(`refuses ${JSON.stringify(header)}, with its place`, () => {
      const violations: Violation[] = [];
      readPrecondition({ 'if-none-match': header }, violations);
      expect(violations.map(({ in: place, parameter, code }) => [place, parameter, code])).to.deep.equal([
        ['header', 'If-None-Match', 'malformed_entity_tag'],
      ]);
    });
  }

  it('says nothing where the schema of the operation has said it', () => {
    const known: Violation = { in: 'header', parameter: 'If-Match', code: 'pattern', detail: '' };
    const violations = [known];
    readPrecondition({ 'if-match': '1' }, violations);
    expect(violations).to.deep.equal([known]);
  });

  it('is undefined without either header', () => {
    expect(readPrecondition({}, [])).to.equal(undefined);
  });
});

describe('failingCondition', () => {
  const strong = { etag: '"1"' };
  const weak = { etag: 'W/"1"' };
  const untagged = { etag: undefined };
  const table: readonly [
    ifMatch: EntityTags | undefined,
    ifNoneMatch: EntityTags | undefined,
    expected: readonly (string | undefined)[],
  ][] = [
    // Behind each: of a strong tag, of a weak one, of a resource without one, of none at all.
    [undefined, undefined, [undefined, undefined, undefined, undefined]],
    ['*', undefined, [undefined, undefined, undefined, 'ifMatch']],
    [['"1"'], undefined, [undefined, 'ifMatch', 'ifMatch', 'ifMatch']],
    [['W/"1"'], undefined, ['ifMatch', 'ifMatch', 'ifMatch', 'ifMatch']],
    [['"2"', '"1"'], undefined, [undefined, 'ifMatch', 'ifMatch', 'ifMatch']],
    [['"2"'], undefined, ['ifMatch', 'ifMatch', 'ifMatch', 'ifMatch']],
    [[], undefined, ['ifMatch', 'ifMatch', 'ifMatch', 'ifMatch']],
    [undefined, '*', ['ifNoneMatch', 'ifNoneMatch', 'ifNoneMatch', undefined]],
    [undefined, ['"1"'], ['ifNoneMatch', 'ifNoneMatch', undefined, undefined]],
    [undefined, ['W/"1"'], ['ifNoneMatch', 'ifNoneMatch', undefined, undefined]],
    [undefined, ['"2"', 'W/"1"'], ['ifNoneMatch', 'ifNoneMatch', undefined, undefined]],
    [undefined, ['"2"', '"11"'], [undefined, undefined, undefined, undefined]],
    ['*', '*', ['ifNoneMatch', 'ifNoneMatch', 'ifNoneMatch', 'ifMatch']],
    [['"1"'], ['"1"'], ['ifNoneMatch', 'ifMatch', 'ifMatch', 'ifMatch']],
    [['"2"'], '*', ['ifMatch', 'ifMatch', 'ifMatch', 'ifMatch']],
  ];
  for (const [ifMatch, ifNoneMatch, expected] of table) {
    it(`of If-Match ${String(ifMatch)} and If-None-Match ${String(ifNoneMatch)}`, () => {
      const found = [strong, weak, untagged, undefined].map((one) => failingCondition({ ifMatch, ifNoneMatch }, one));
      expect(found).to.deep.equal(expected);
    });
  }
});
