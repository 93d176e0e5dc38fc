import { expect } from 'chai';
import { describeJsonFault } from '../../../../src/contract/request/json-fault.ts';

describe('describeJsonFault', () => {
  for (const [text, fault] of [
    ['', 'unexpected end at line 1, column 1'],
    ['  ', 'unexpected end at line 1, column 3'],
    ['{"a":', 'unexpected end at line 1, column 6'],
    ['{"a":1', 'unexpected end at line 1, column 7'],
    ['[[1,2]', 'unexpected end at line 1, column 7'],
    ['"abc', 'unexpected end at line 1, column 5'],
    ['{a:1}', 'unexpected character at line 1, column 2'],
    ["{'a':1}", 'unexpected character at line 1, column 2'],
    ['{"a":1,}', 'unexpected character at line 1, column 8'],
    ['{"a" 1}', 'unexpected character at line 1, column 6'],
    ['{"a":}', 'unexpected character at line 1, column 6'],
    ['{"a":1]', 'unexpected character at line 1, column 7'],
    ['{"a":1 "b":2}', 'unexpected character at line 1, column 8'],
    ['{1:2}', 'unexpected character at line 1, column 2'],
    ['{,}', 'unexpected character at line 1, column 2'],
    ['[1 2]', 'unexpected character at line 1, column 4'],
    ['[,1]', 'unexpected character at line 1, column 2'],
    ['[1,]', 'unexpected character at line 1, column 4'],
    ['[1:2]', 'unexpected character at line 1, column 3'],
    [']', 'unexpected character at line 1, column 1'],
    ['{"a":1}{"b":2}', 'unexpected character at line 1, column 8'],
    ['1 1', 'unexpected character at line 1, column 3'],
    ['{"a":tru}', 'unexpected character at line 1, column 6'],
    ['{"a":trueish}', 'unexpected character at line 1, column 6'],
    ['{"a":01}', 'unexpected character at line 1, column 6'],
    ['{"a":1.}', 'unexpected character at line 1, column 6'],
    ['{"a":+1}', 'unexpected character at line 1, column 6'],
    ['{"a":.5}', 'unexpected character at line 1, column 6'],
    ['{"a":NaN}', 'unexpected character at line 1, column 6'],
    ['{"a":"x\\q"}', 'unexpected character at line 1, column 8'],
    ['{"a":"\\u12g4"}', 'unexpected character at line 1, column 7'],
    ['{"a":"b\u0001"}', 'unexpected character at line 1, column 8'],
    ['{"a":"b\nc"}', 'unexpected character at line 1, column 8'],
    ['\ufeff{}', 'unexpected character at line 1, column 1'],
    ['\u00a0{}', 'unexpected character at line 1, column 1'],
    ['{\n  "a": 1,\n  "b": hig\n}', 'unexpected character at line 3, column 8'],
    ['{\r\n"é": "😀",\r\n}', 'unexpected character at line 3, column 1'],
    ['{} // done', 'unexpected character at line 1, column 4'],
  ] as const) {
    it(`finds an ${fault} in ${JSON.stringify(text)}`, () => {
      expect(() => JSON.parse(text) as unknown).to.throw(SyntaxError);
      expect(describeJsonFault(text)).to.equal(fault);
    });
  }

  it('takes neither long strings nor deep nesting amiss', () => {
    expect(describeJsonFault(`"${'\\n'.repeat(500_000)}`)).to.equal('unexpected end at line 1, column 1000002');
    expect(describeJsonFault('['.repeat(500_000))).to.equal('unexpected end at line 1, column 500001');
    expect(describeJsonFault(`${'['.repeat(300_000)}${']'.repeat(300_000)},`)).to.equal(
      'unexpected character at line 1, column 600001',
    );
  });

  it('finds no fault before the end of a text that is JSON', () => {
    for (const text of ['{"a":[1,-0.5e+3,true,null,"\\ud800\\"",{}],"b":{"c":[]}}', ' [ ] ', '"x"', '-0']) {
      JSON.parse(text);
      expect(describeJsonFault(text)).to.equal(`unexpected end at line 1, column ${text.length + 1}`);
    }
  });
});
