import { expect } from 'chai';
import { onFirstUse } from '../../../src/platform/on-first-use.ts';

describe('what is made on its first use', () => {
  it('is not made before it, and once after it', () => {
    let made = 0;
    const use = onFirstUse(() => ({ number: ++made }));
    expect(made).to.equal(0);
    expect(use()).to.equal(use());
    expect(made).to.equal(1);
  });

  it('is made once if it is undefined', () => {
    let made = 0;
    const use = onFirstUse(() => {
      made += 1;
      return undefined;
    });
    use();
    use();
    expect(made).to.equal(1);
  });

  it('is made again by the next use if that failed', () => {
    let made = 0;
    const use = onFirstUse(() => {
      made += 1;
      if (made === 1) throw new Error('not yet');
      return made;
    });
    expect(use).to.throw('not yet');
    expect(use()).to.equal(2);
  });
});
