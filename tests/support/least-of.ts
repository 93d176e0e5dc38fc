/**
 * Returns the least of three measurements. A single one may include the compiler, the collection of garbage that earlier
 * tests left, or a machine that did something else; what the code itself costs is in each.
 */
export async function leastOfThree(measure: () => number | Promise<number>): Promise<number> {
  return Math.min(await measure(), await measure(), await measure());
}

/** Returns the milliseconds of processor time that `work` takes, in all threads of the process. */
export function processorTimeOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
