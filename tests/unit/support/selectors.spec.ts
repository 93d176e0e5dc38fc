import { expect } from 'chai';
import { selectorsOf } from '../../support/monitoring/selectors.ts';

describe('selectorsOf', () => {
  const cases: Readonly<Record<string, readonly string[]>> = {
    'max(job_workers) == 0': ['job_workers'],
    'sum by (le, job) (rate(wait_bucket{le="0.1"}[5m]))': ['wait_bucket{le="0.1"}'],
    'a > 0 and on (job, instance) b{state="active"} >= on (job) group_left (c) d': ['a', 'b{state="active"}', 'd'],
    'x{status=~"5.."} unless x{status=~"5.."} offset 15m': ['x{status=~"5.."}'],
    'histogram_quantile(0.99, y:ratio_rate5m) or vector(0)': ['y:ratio_rate5m'],
    '1e9 * 24 * 3600 - time()': [],
  };
  for (const [expression, selectors] of Object.entries(cases)) {
    it(`of ${expression}`, () => {
      expect(selectorsOf(expression).map(({ text }) => text)).to.deep.equal(selectors);
    });
  }

  it('has the labels of the matchers', () => {
    expect(selectorsOf('x{a="b=c",d!~"e"}')[0]?.labels).to.deep.equal(['a', 'd']);
  });
});
