import { ForeseenError } from './foreseen-error.ts';

/** The command line was mistyped: the exit code is 2. */
export class UsageError extends ForeseenError {
  override readonly name = 'UsageError';
}
