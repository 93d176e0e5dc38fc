/**
 * An expected error. Its message tells the user of the command line what is wrong and what to do, so no stack is shown.
 */
export class ForeseenError extends Error {
  override readonly name: string = 'ForeseenError';
  readonly isForeseen = true;
}
