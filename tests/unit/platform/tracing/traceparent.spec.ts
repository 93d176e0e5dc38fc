import { expect } from 'chai';
import { traceIdOf } from '../../../../src/platform/tracing/traceparent.ts';

describe('traceIdOf', () => {
  const trace = '0af7651916cd43dd8448eb211c80319c';
  const span = 'b7ad6b7169203331';

  for (const header of [
    `00-${trace}-${span}-01`,
    `00-${trace}-${span}-00`,
    `cc-${trace}-${span}-01-what-comes-later`,
  ]) {
    it(`reads ${header}`, () => {
      expect(traceIdOf(header)).to.equal(trace);
    });
  }

  const invalid: readonly (string | readonly string[] | undefined)[] = [
    undefined,
    '',
    'anything',
    `ff-${trace}-${span}-01`,
    `00-${'0'.repeat(32)}-${span}-01`,
    `00-${trace}-${'0'.repeat(16)}-01`,
    `00-${trace.toUpperCase()}-${span}-01`,
    `00-${trace}-${span}-01x`,
    `00-${trace.slice(1)}-${span}-01`,
    `x00-${trace}-${span}-01`,
    [`00-${trace}-${span}-01`, `00-${trace}-${span}-01`],
  ];
  for (const header of invalid) {
    it(`ignores ${JSON.stringify(header)}`, () => {
      expect(traceIdOf(header)).to.equal(undefined);
    });
  }
});
