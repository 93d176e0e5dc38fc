import { setTimeout as delay } from 'node:timers/promises';

/** Repeats `check` until it stops throwing, and returns what it responds. @throws what it threw last, after `withinMs` */
export async function eventually<Result>(check: () => Promise<Result>, withinMs = 5000): Promise<Result> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await delay(20);
    }
  }
}
