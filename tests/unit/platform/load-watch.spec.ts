import { expect } from 'chai';
import { LoadWatch } from '../../../src/platform/load-watch.ts';
import { LoopTurns } from '../../../src/platform/loop-turns.ts';

const DELAY_MS_MAX = 50;
const SERVE_MS = 0.1;
const REFUSE_MS = 0.04;
const HOLD_MS = 250;
const RUN_MS = 10_000;

interface Outcome {
  readonly served: number;
  readonly refused: number;
  /** The time within which 99 of 100 served requests had their response. */
  readonly p99Ms: number;
}

/**
 * An event loop in virtual time, with clients that send their next request as soon as they have a response. A turn reads
 * what had arrived when it began; a refusal is held, because these clients ignore Retry-After.
 */
function simulate(clients: number, isShedding: boolean): Outcome {
  let nowMs = 0;
  let end: (() => void) | undefined;
  const turns = new LoopTurns({ turnMsMax: DELAY_MS_MAX / 2, now: () => nowMs, atEnd: (callback) => (end = callback) });
  const watch = new LoadWatch({ delayMsMax: DELAY_MS_MAX, turns, now: () => nowMs });
  let waiting: number[] = Array.from({ length: clients }, () => 0);
  let refused = 0;
  const latencies: number[] = [];
  while (nowMs < RUN_MS) {
    const arrived = waiting.filter((sentAt) => sentAt <= nowMs).sort((a, b) => a - b);
    waiting = waiting.filter((sentAt) => sentAt > nowMs);
    for (const sentAt of arrived) {
      const isRefused = watch.isLoopLate() && isShedding;
      nowMs += isRefused ? REFUSE_MS : SERVE_MS;
      if (isRefused) refused += 1;
      else latencies.push(nowMs - sentAt);
      waiting.push(isRefused ? nowMs + HOLD_MS : nowMs);
    }
    end?.();
    end = undefined;
    if (arrived.length === 0) nowMs = Math.min(...waiting);
  }
  latencies.sort((a, b) => a - b);
  return { served: latencies.length, refused, p99Ms: latencies[Math.floor(latencies.length * 0.99)] ?? 0 };
}

describe('the watch over the load', () => {
  /** As many clients as are served within the limit of a turn. */
  const clientsAtPeak = DELAY_MS_MAX / 2 / SERVE_MS;

  it('refuses nobody at the peak', () => {
    const { served, refused } = simulate(clientsAtPeak, true);
    expect(refused).to.equal(0);
    expect(served).to.be.closeTo(RUN_MS / SERVE_MS, clientsAtPeak);
  });

  for (const factor of [2, 3]) {
    it(`keeps nine tenths of the peak at ${factor} times the load, each served within 100 ms`, () => {
      const peak = simulate(clientsAtPeak, true);
      const { served, p99Ms } = simulate(clientsAtPeak * factor, true);
      expect(served / peak.served).to.be.greaterThan(0.9);
      expect(p99Ms).to.be.lessThan(100);
    });
  }

  it('is what keeps them so', () => {
    expect(simulate(clientsAtPeak * 5, false).p99Ms).to.be.greaterThan(100);
  });

  it('refuses by the queue for connections only beyond as many as there are connections, and beyond 32', () => {
    let nowMs = 0;
    const watch = new LoadWatch({ delayMsMax: DELAY_MS_MAX, now: () => nowMs });
    for (let index = 0; index < 200; index += 1) {
      nowMs += 10;
      watch.acquired(0.1);
    }
    expect(watch.isQueueLong({ waiting: 39, max: 40 })).to.equal(false);
    expect(watch.isQueueLong({ waiting: 40, max: 40 })).to.equal(true);
    expect(watch.isQueueLong({ waiting: 31, max: 4 })).to.equal(false);
    expect(watch.isQueueLong({ waiting: 32, max: 4 })).to.equal(true);
    expect(watch.delays({ waiting: 16 }).database).to.be.closeTo(0.16, 0.001);
  });

  it('opens the queue before a row with what is known of the rows before', () => {
    let nowMs = 0;
    const watch = new LoadWatch({ delayMsMax: DELAY_MS_MAX, now: () => nowMs });
    const first = watch.openRow();
    first.isLong({ waiting: 0, max: 1 });
    for (let index = 0; index < 200; index += 1) {
      nowMs += 10;
      first.served(100);
    }
    const second = watch.openRow();
    expect(second.isLong({ waiting: 0, max: 1 })).to.equal(false);
    expect(second.isLong({ waiting: 19, max: 1 })).to.equal(false);
    expect(second.isLong({ waiting: 21, max: 1 })).to.equal(true);
    expect(watch.delays({ waiting: 0 }).row).to.be.closeTo(0.21, 0.001);
    nowMs += 1001;
    expect(watch.delays({ waiting: 0 }).row).to.equal(0);
  });

  it('refuses nobody of a burst after a pause, while connections open', () => {
    let nowMs = 0;
    const watch = new LoadWatch({ delayMsMax: DELAY_MS_MAX, now: () => nowMs });
    watch.acquired(0);
    nowMs = 60_000;
    const refused: number[] = [];
    for (let waiting = 0; waiting < 32; waiting += 1) {
      if (watch.isQueueLong({ waiting, max: 5 })) refused.push(waiting);
      nowMs += 5;
    }
    expect(refused).to.deep.equal([]);
  });
});
