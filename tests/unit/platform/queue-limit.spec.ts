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

  it('does not hold while connections open, and half a second after', () => {
    const { limit, stand, pass, isLong } = createLimit();
    expect(stand(60, 400)).to.be.greaterThan(0);
    expect(limit.isLong({ waiting: 58, max: MAX, isOpening: true })).to.equal(false);
    pass(20);
    expect(isLong(58)).to.equal(false);
    expect(isLong(62)).to.equal(true);
    stand(58, 490);
    expect(isLong(58)).to.equal(true);
  });

  it('holds when nobody has been served for two seconds', () => {
    const { stand, pass, isLong } = createLimit();
    stand(20, 100);
    pass(2000);
    expect(isLong(20)).to.equal(true);
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

interface Traffic {
  /** Of the rate that the workers can serve. */
  readonly load: number;
  /** How long nobody is served, once in three seconds. */
  readonly pauseMs?: number;
}

const WORKERS = 16;
const WORK_MS = 12;
const TRAFFIC_MS = 12_000;
/** The first seconds are not counted: the interval of the queue is not known yet. */
const SETTLED_MS = 3000;

/** Sends newcomers at an even rate to a queue with 16 workers, in steps of a quarter of a millisecond. */
function simulate({ load, pauseMs = 0 }: Traffic) {
  let nowMs = 0;
  const limit = new QueueLimit({ delayMsMax: 25, now: () => nowMs });
  const waiting: number[] = [];
  const busyUntil = Array.from({ length: WORKERS }, () => 0);
  const waits: number[] = [];
  let [due, refused, served] = [0, 0, 0];
  for (; nowMs < TRAFFIC_MS; nowMs += 0.25) {
    const isPaused = nowMs % 3000 > 3000 - pauseMs;
    for (due += (load * WORKERS * 0.25) / WORK_MS; due >= 1; due -= 1) {
      const isRefused = limit.isLong({ waiting: waiting.length, max: WORKERS });
      if (!isRefused) waiting.push(nowMs);
      else if (nowMs > SETTLED_MS) refused += 1;
    }
    for (const [worker, until] of busyUntil.entries()) {
      if (isPaused || until > nowMs || waiting.length === 0) continue;
      // Not all work takes the same time.
      busyUntil[worker] = nowMs + WORK_MS * (0.5 + ((served * 7) % 11) / 10);
      const waitMs = nowMs - waiting.shift()!;
      limit.served(waitMs);
      served += 1;
      if (nowMs > SETTLED_MS) waits.push(waitMs);
    }
  }
  waits.sort((a, b) => a - b);
  return { refused, waitP99Ms: waits[Math.floor(waits.length * 0.99)] ?? 0, share: waits.length / capacity() };
}

function capacity(): number {
  return ((TRAFFIC_MS - SETTLED_MS) * WORKERS) / WORK_MS;
}

describe('the limit of a queue, under traffic that does not wait', () => {
  for (const load of [0.6, 0.9]) {
    it(`refuses nobody at ${load} of what can be served`, () => {
      expect(simulate({ load }).refused).to.equal(0);
    });
  }

  for (const pauseMs of [100, 200, 400]) {
    it(`refuses nobody at 0.6 of what can be served, with pauses of ${pauseMs} ms`, () => {
      expect(simulate({ load: 0.6, pauseMs }).refused).to.equal(0);
    });
  }

  it('lets nobody wait much longer than the pause, at 3 times what can be served', () => {
    for (const pauseMs of [100, 400]) {
      const { waitP99Ms, share } = simulate({ load: 3, pauseMs });
      expect(waitP99Ms, `${pauseMs} ms`).to.be.lessThan(2 * pauseMs + 50);
      expect(share).to.be.greaterThan(0.95 - pauseMs / 3000);
    }
  });

  for (const load of [1.5, 2, 3, 10]) {
    it(`keeps the rate and the waits at ${load} times what can be served`, () => {
      const { share, waitP99Ms, refused } = simulate({ load });
      expect(share).to.be.greaterThan(0.95);
      expect(waitP99Ms).to.be.lessThan(50);
      expect(refused).to.be.greaterThan(0);
    });
  }
});
