import { setImmediate as nextTurn } from 'node:timers/promises';

/** Other requests wait at most this much longer, and a pause every so often costs nothing that can be measured. */
const SLICE_MS = 10;

/**
 * Divides work that may take long into slices, so that other work of the process gets its turn in between.
 * @returns a function to be awaited between two steps of the work: it pauses if the slice is over
 */
export function createPauses(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < SLICE_MS) return;
    await nextTurn();
    began = performance.now();
  };
}
