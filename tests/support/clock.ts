import type { Clock } from '../../src/platform/clock.ts';

/** A clock that a test moves. It goes on by itself, so that rows made one after the other keep their order. */
export interface TestClock extends Clock {
  /** Moves on by so many milliseconds. */
  advance(ms: number): void;
  /** Back to the time of the machine. */
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
