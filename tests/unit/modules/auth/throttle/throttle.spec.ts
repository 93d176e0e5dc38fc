import { expect } from 'chai';
import type { Throttle } from '../../../../../src/modules/auth/auth.types.ts';
import { afterAttempt, freeFailures, waitOf } from '../../../../../src/modules/auth/throttle/throttle.policy.ts';

const start = new Date('2026-11-02T09:00:00.000Z');
const later = (ms: number): Date => new Date(start.getTime() + ms);

/** The throttle after so many failures, each as soon as the wait before it was over. */
function afterFailures(count: number): { throttle: Throttle; now: Date } {
  let now = start;
  let throttle = afterAttempt(undefined, 'account', now);
  for (let failures = 1; failures < count; failures++) {
    now = new Date(Math.max(now.getTime(), throttle.blocked_until.getTime()));
    throttle = afterAttempt(throttle, 'account', now);
  }
  return { throttle, now };
}

describe('the throttle of log-ins', () => {
  it('lets the first attempts through without a wait', () => {
    const { throttle, now } = afterFailures(freeFailures.account);
    expect(throttle.failures).to.equal(freeFailures.account);
    expect(waitOf(throttle, now)).to.equal(0);
  });

  it('does not let one that came earlier wait for one that was counted first', () => {
    const throttle = afterAttempt(undefined, 'account', later(300));
    expect(waitOf(throttle, start)).to.equal(0);
  });

  it('doubles the wait with each failure after that', () => {
    const waits = [1, 2, 3, 4, 5].map((excess) => {
      const { throttle, now } = afterFailures(freeFailures.account + excess);
      return waitOf(throttle, now);
    });
    expect(waits).to.deep.equal([1, 2, 4, 8, 16]);
  });

  it('never makes anybody wait for more than a quarter of an hour', () => {
    const { throttle, now } = afterFailures(freeFailures.account + 60);
    expect(waitOf(throttle, now)).to.equal(15 * 60);
  });

  it('forgets after an hour without an attempt', () => {
    const { throttle, now } = afterFailures(freeFailures.account + 8);
    const rested = afterAttempt(throttle, 'account', new Date(now.getTime() + 60 * 60 * 1000 + 1));
    expect(rested.failures).to.equal(1);
    expect(waitOf(rested, rested.updated_at)).to.equal(0);
  });

  it('counts an address that many people share for longer', () => {
    let throttle = afterAttempt(undefined, 'address', start);
    for (let attempt = 1; attempt < freeFailures.address; attempt++)
      throttle = afterAttempt(throttle, 'address', start);
    expect(waitOf(throttle, start)).to.equal(0);
    expect(waitOf(afterAttempt(throttle, 'address', start), start)).to.equal(1);
  });

  it('rounds the wait up, so that whoever waits that long gets through', () => {
    const throttle: Throttle = { failures: 11, blocked_until: later(1001), updated_at: start };
    expect(waitOf(throttle, start)).to.equal(2);
    expect(waitOf(throttle, later(1001))).to.equal(0);
  });
});
