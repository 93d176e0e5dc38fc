import { expect } from 'chai';
import { QueueLimit } from '../../../src/platform/queue-limit.ts';

const MAX = 16;

/** A queue in virtual time, of which one is served each `intervalMs`. */
function createLimit(intervalMs = 5) {
  let nowMs = 0;
  const limit = new QueueLimit({ delayMsMax: 50, now: () => nowMs, intervalMs });
  const pass = (ms: number): void => {
    nowMs += ms;
  };
  const isLong = (waiting: number): boolean => limit.isLong({ waiting, max: MAX });
  /** For so long, a newcomer finds so many waiting in each interval. @returns how many were refused */
  const stand = (waiting: number, forMs: number): number => {
    let refused = 0;
    for (let passedMs = 0; passedMs < forMs; passedMs += intervalMs) {
      pass(intervalMs);
      limit.served(waiting * intervalMs);
      if (isLong(waiting)) refused += 1;
    }
    return refused;
  };
  isLong(0);
  return { limit, pass, isLong, stand };
}

describe('the limit of a queue', () => {
  it('begins when newcomers would have waited too long for a quarter of a second', () => {
    const { stand } = createLimit();
    expect(stand(20, 240)).to.equal(0);
    expect(stand(20, 100)).to.equal(19);
  });

  it('lets newcomers in whose wait is within it', () => {
    const { stand, isLong } = createLimit(2.5);
    stand(30, 400);
    expect([19, 20, 21].map(isLong)).to.deep.equal([false, false, true]);
  });

  it('holds at once for a wait that is eight times too long', () => {
    const { isLong } = createLimit();
    expect([79, 80, 81].map(isLong)).to.deep.equal([false, false, true]);
  });

  it('goes on after a moment in which the queue is short', () => {
    const { stand } = createLimit();
    expect(stand(20, 400)).to.be.greaterThan(0);
    stand(2, 25);
    expect(stand(20, 50)).to.equal(6);
  });

  it('ends when the queue has been short for a quarter of a second, or nobody came for as long', () => {
    for (const rest of ['short', 'nobody'] as const) {
      const { stand, pass } = createLimit();
      expect(stand(20, 400)).to.be.greaterThan(0);
      if (rest === 'short') stand(2, 250);
      else pass(250);
      stand(0, 5);
      expect(stand(20, 200), rest).to.equal(0);
    }
  });

  it('never holds for so many as may always wait', () => {
    const { stand } = createLimit(100);
    expect(stand(MAX - 1, 5000)).to.equal(0);
    expect(stand(MAX, 5000)).to.be.greaterThan(0);
  });

  it('does not hold after a pause of the whole process', () => {
    const { stand, pass, isLong } = createLimit();
    stand(20, 100);
    pass(240);
    expect(Array.from({ length: 32 }, (_, index) => isLong(index)).includes(true)).to.equal(false);
    expect(stand(20, 20)).to.equal(0);
  });

  it('does not take a pause of every tenth interval for a slow service', () => {
    const { limit, stand, pass } = createLimit(0.5);
    stand(20, 100);
    for (let count = 0; count < 20; count += 1) {
      stand(20, 5);
      pass(100);
      limit.served(100);
    }
    expect(limit.intervalMs).to.be.below(4);
  });
});
