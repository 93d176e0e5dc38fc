import { setImmediate } from 'node:timers/promises';

/**
 * Measures the longest turn of the event loop, in milliseconds of CPU time of its thread: the load of the machine does
 * not count. Garbage that is collected in the thread does: take the least of several measurements.
 * @returns a function that stops the measurement and returns the longest turn
 */
export function watchTurns(): () => number {
  let isWatching = true;
  let longest = 0;
  const watch = async (): Promise<void> => {
    while (isWatching) {
      const before = process.threadCpuUsage();
      await setImmediate();
      const { user, system } = process.threadCpuUsage(before);
      longest = Math.max(longest, (user + system) / 1000);
    }
  };
  void watch();
  return () => {
    isWatching = false;
    return longest;
  };
}
