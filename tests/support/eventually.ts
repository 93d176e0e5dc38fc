import { setTimeout as delay } from 'node:timers/promises';

/**
 * Repeats `check` until it does not throw, and returns its result.
 * @throws the last error, after `withinMs`
 */
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
