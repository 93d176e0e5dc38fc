import { TraceMap } from '@jridgewell/trace-mapping';
import { expect } from 'chai';
import { toOriginal } from '../../../../src/modules/source-maps/original-frames.policy.ts';
import type { StackFrame } from '../../../../src/modules/source-maps/source-maps.types.ts';

const frame = (overrides: Partial<StackFrame>): StackFrame => ({
  ...{ file: '/srv/shop/app.js', function: 't', module: null, line: 1, column: 1, in_app: true },
  ...overrides,
});

/** Every column of the first line is line 1 of a source. */
const mapOf = (source: string | null, names: string[] = [], mappings = 'AAAA') =>
  new TraceMap({ version: 3, sources: [source], names, mappings });

describe('toOriginal', () => {
  const sources: Readonly<Record<string, string>> = {
    '../src/basket.js': 'src/basket.js',
    './src/basket.js': 'src/basket.js',
    'webpack://shop/./src/basket.js?1f3a': 'src/basket.js',
    'webpack:///./src/basket.js': 'src/basket.js',
    'https://cdn.example.org/src/basket.js': 'https://cdn.example.org/src/basket.js',
  };
  for (const [source, file] of Object.entries(sources)) {
    it(`shows ${source} as ${file}`, () => {
      expect(toOriginal([frame({})], () => mapOf(source))).to.deep.include.members([
        { file, function: null, module: null, line: 1, column: 1, in_app: true },
      ]);
    });
  }

  it('keeps a name that is no minified one, without its receiver', () => {
    for (const [given, shown] of Object.entries({
      't.addToBasket': 'addToBasket',
      'new Basket': 'new Basket',
      t: null,
    })) {
      const [resolved] = toOriginal([frame({ function: given })], () => mapOf('a.js'));
      expect(resolved?.function).to.equal(shown);
    }
  });

  it('takes the name from where the caller calls it', () => {
    const map = mapOf('a.js', ['addToBasket'], 'AAAAA');
    const [inner, outer] = toOriginal([frame({}), frame({ function: 'n' })], () => map);
    expect([inner?.function, outer?.function]).to.deep.equal(['addToBasket', null]);
  });

  it('does not count packages and the loader of the bundler as the program', () => {
    for (const source of ['../node_modules/pg/client.js', 'webpack://shop/webpack/bootstrap']) {
      expect(toOriginal([frame({})], () => mapOf(source))[0]?.in_app).to.equal(false);
    }
  });

  it('leaves frames that the map does not know', () => {
    const unknown = [frame({ line: 7 }), frame({ column: 9 })];
    expect(toOriginal(unknown, () => undefined)).to.deep.equal(unknown);
    expect(toOriginal([frame({ line: 7 })], () => mapOf('a.js'))).to.deep.equal([frame({ line: 7 })]);
    expect(toOriginal([frame({})], () => mapOf(null))).to.deep.equal([frame({})]);
  });
});
