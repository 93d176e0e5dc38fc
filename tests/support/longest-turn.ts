import { setImmediate } from 'node:timers/promises';

/**
 * Watches for how long one turn of the event loop keeps the processor, in milliseconds of its time: a machine that is busy
 * with others changes the clock on the wall, but not this.
 * @returns a function that ends the watch and returns the longest turn
 */
export function watchTurns(): () => number {
  let isWatching = true;
  let longest = 0;
  const watch = async (): Promise<void> => {
    while (isWatching) {
      const before = process.cpuUsage();
      await setImmediate();
      const { user, system } = process.cpuUsage(before);
      longest = Math.max(longest, (user + system) / 1000);
    }
  };
  void watch();
  return () => {
    isWatching = false;
    return longest;
  };
}
