/** An error whose message alone tells the person at the command line what is wrong and what to do; no stack needed. */
export class ForeseenError extends Error {
  override readonly name: string = 'ForeseenError';
  readonly isForeseen = true;
}
