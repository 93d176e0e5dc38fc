import { expect } from 'chai';
import { isMappable, namesOfFile } from '../../../../src/modules/source-maps/minified-files.policy.ts';
import type { StackFrame } from '../../../../src/modules/source-maps/source-maps.types.ts';

const frame = (overrides: Partial<StackFrame>): StackFrame => ({
  ...{ file: '/srv/shop/app.js', function: 't', module: null, line: 1, column: 1, in_app: true },
  ...overrides,
});

describe('namesOfFile', () => {
  it('returns URL, path and the ends of the path, the longest first', () => {
    expect(namesOfFile('https://shop.example.org/v2/assets/app.js?v=3')).to.deep.equal([
      'https://shop.example.org/v2/assets/app.js',
      '/v2/assets/app.js',
      '~/v2/assets/app.js',
      'v2/assets/app.js',
      'assets/app.js',
      'app.js',
    ]);
  });

  it('takes paths of Windows', () => {
    expect(namesOfFile('C:\\shop\\app.js')).to.include('shop/app.js');
  });

  it('returns at most twelve ends of a deep path', () => {
    expect(namesOfFile('/a'.repeat(200))).to.have.length.at.most(15);
  });
});

describe('isMappable', () => {
  it('is true for frames in JavaScript files with line and column', () => {
    expect(isMappable(frame({}))).to.equal(true);
    expect(isMappable(frame({ file: 'https://shop.example.org/' }))).to.equal(true);
    for (const other of [{ file: null }, { line: null }, { line: 0 }, { column: null }, { file: 'Shop.java' }]) {
      expect(isMappable(frame(other))).to.equal(false);
    }
  });
});
