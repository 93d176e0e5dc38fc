import type { Clock } from '../../src/platform/clock.ts';

const DAY_MS = 86_400_000;

/** The system clock with an offset. It keeps running, so that rows created in sequence have increasing times. */
export interface TestClock extends Clock {
  advance(ms: number): void;
  /** Stops the clock, so that no wait ends in the course of a test. It still advances. */
  hold(): void;
  /** Removes the offset, and lets the clock run. */
  reset(): void;
  /** Removes the offset and moves to the next noon (UTC), so that no test of calendar days runs over midnight. */
  resetToNoon(): void;
}

export function createTestClock(): TestClock {
  let offset = 0;
  let heldAt: number | undefined;
  return {
    now: () => new Date((heldAt ?? Date.now()) + offset),
    advance: (ms) => {
      offset += ms;
    },
    hold: () => {
      heldAt = Date.now();
    },
    reset: () => {
      offset = 0;
      heldAt = undefined;
    },
    resetToNoon: () => {
      offset = (DAY_MS * 1.5 - (Date.now() % DAY_MS)) % DAY_MS;
    },
  };
}

/** A clock that does not run. The test sets its time. */
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
