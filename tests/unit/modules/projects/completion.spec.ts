import { expect } from 'chai';
import { completionOf } from '../../../../src/modules/projects/index.ts';

describe('how far tasks are', () => {
  for (const [total, done, cancelled, completion] of [
    [0, 0, 0, null],
    [2, 0, 2, null],
    [3, 1, 0, 33],
    [3, 2, 0, 66],
    [200, 199, 0, 99],
    [4, 2, 1, 66],
    [3, 2, 1, 100],
  ] as const) {
    it(`${done} of ${total} done, ${cancelled} cancelled: ${completion === null ? 'nothing to complete' : `${completion} %`}`, () => {
      expect(completionOf({ total, done, cancelled })).to.equal(completion);
    });
  }
});
