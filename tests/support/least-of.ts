/**
 * Returns the least of at most three measurements, the first below `limit` at once. A single one may include the
 * compiler, the collection of garbage that earlier tests left, or a machine that did something else; what the code
 * itself costs is in each.
 */
export async function leastOfThree(measure: () => number | Promise<number>, limit: number): Promise<number> {
  const first = await measure();
  if (first < limit) return first;
  const second = await measure();
  return second < limit ? second : Math.min(first, second, await measure());
}

/** Returns the milliseconds of processor time that `work` takes, in all threads of the process. */
export function processorTimeOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Returns the milliseconds of processor time that the process uses in all threads until `work` has ended. */
export async function processorTimeUntil(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
