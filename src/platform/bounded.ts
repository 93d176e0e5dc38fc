/**
 * Waits for `work` for at most `limitMs` milliseconds. `work` itself is not cancelled.
 * @returns whether `work` ended in time
 * @throws what `work` throws in time
 */
export async function endsWithin(limitMs: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, limitMs, false);
  });
  try {
    return await Promise.race([work.then(() => true), limit]);
  } finally {
    clearTimeout(timer);
  }
}
