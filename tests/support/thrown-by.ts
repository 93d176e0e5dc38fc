/** Returns what a promise is rejected with. Fails if it is fulfilled. */
export async function thrownBy(promise: Promise<unknown>): Promise<unknown> {
  const outcome = await promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ('error' in outcome) return outcome.error;
  throw new Error(`nothing was thrown; the result is ${JSON.stringify(outcome.value)}`);
}
