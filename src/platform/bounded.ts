/**
 * Waits for `work` for at most `limitMs` milliseconds. `work` itself is not cancelled. What has arrived by then is read
 * first: a process that was busy for longer than the limit has both its timers and its sockets due, in this order.
 * @returns whether `work` ended in time
 * @throws what `work` throws in time
 */
export async function endsWithin(limitMs: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<false>((resolve) => {
    timer = setTimeout(() => setImmediate(resolve, false), limitMs);
  });
  try {
    return await Promise.race([work.then(() => true), limit]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Returns what `work` returns, unless it takes longer than `limitMs` milliseconds. Its later outcome is ignored.
 * @throws what `work` throws in time; otherwise an Error with the name TimeoutError
 */
export async function inTime<Result>(limitMs: number, work: Promise<Result>): Promise<Result> {
  // It may fail after the limit, when nobody waits for it.
  work.catch(() => undefined);
  if (await endsWithin(limitMs, work)) return work;
  throw Object.assign(new Error(`no response within ${limitMs} ms`), { name: 'TimeoutError' });
}
