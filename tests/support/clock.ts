import type { Clock } from '../../src/platform/clock.ts';

/** A clock that a test moves. It also runs by itself, so that rows created one after the other keep their order. */
export interface TestClock extends Clock {
  /** Moves on by so many milliseconds. */
  advance(ms: number): void;
  /** Returns to the time of the machine. */
  reset(): void;
}

export function createTestClock(): TestClock {
  let offset = 0;
  return {
    now: () => new Date(Date.now() + offset),
    advance: (ms) => {
      offset += ms;
    },
    reset: () => {
      offset = 0;
    },
  };
}

/** A clock that stands still until the test moves it. */
interface ManualClock extends Clock {
  set(time: Date | string): void;
  advance(ms: number): void;
}

export function createManualClock(start: Date | string = '2026-11-23T09:00:00.000Z'): ManualClock {
  let time = new Date(start).getTime();
  return {
    now: () => new Date(time),
    set: (to) => {
      time = new Date(to).getTime();
    },
    advance: (ms) => {
      time += ms;
    },
  };
}
