import { AppError } from '../problems/app-error.ts';
import { isConnectionFailure } from './database-errors.ts';
import type { Logger } from './logger.ts';

/** The log of something that is tried again and again: an outage makes a few lines, however long it lasts. */
export interface FailureLog {
  /** Writes a line for the first failure of its class, and then their number once a minute. */
  readonly failed: (error: unknown) => void;
  /** Writes one line when there were failures before. Cheap, so that it can be called after every success. */
  readonly succeeded: () => void;
}

interface FailureLogOptions {
  readonly logger: Pick<Logger, 'warn' | 'info'>;
  /** What fails, as the beginning of a sentence: `the relay`. */
  readonly subject: string;
  readonly summaryMs?: number;
  /** Milliseconds of a clock that never goes back. */
  readonly elapsed?: () => number;
}

/** Failures of one kind since the last line about them. */
interface FailureClass {
  count: number;
  since: number;
}

/** More kinds than this at a time count as one more. */
const CLASSES_MAX = 20;

export function createFailureLog(options: FailureLogOptions): FailureLog {
  const { logger, subject, summaryMs = 60_000, elapsed = () => performance.now() } = options;
  const classes = new Map<string, FailureClass>();
  let failures = 0;
  let firstAt = 0;

  return {
    failed(error) {
      const now = elapsed();
      if (failures++ === 0) firstAt = now;
      const name = classes.size < CLASSES_MAX || classes.has(classOf(error)) ? classOf(error) : 'others';
      const known = classes.get(name);
      if (known === undefined) {
        classes.set(name, { count: 0, since: now });
        logger.warn(factsOf(error), `${subject} failed; it is tried again`);
        return;
      }
      known.count++;
      if (now - known.since < summaryMs) return;
      const seconds = Math.round((now - known.since) / 1000);
      logger.warn(
        { failure: name, failures: known.count },
        `${subject} still fails: ${known.count} times in ${seconds} s`,
      );
      known.count = 0;
      known.since = now;
    },
    succeeded() {
      if (failures === 0) return;
      const seconds = Math.round((elapsed() - firstAt) / 1000);
      logger.info({ failures, seconds }, `${subject} recovered`);
      failures = 0;
      classes.clear();
    },
  };
}

/** All ways in which a server can be out of reach are one class; they alternate during an outage. */
function classOf(error: unknown): string {
  if (isOutOfReach(error)) return 'out of reach';
  if (!(error instanceof Error)) return String(error);
  const code = (error as NodeJS.ErrnoException).code;
  return code ?? `${error.name}: ${error.message.replace(/\d+/g, '0').slice(0, 100)}`;
}

function isOutOfReach(error: unknown): boolean {
  return (error instanceof AppError && error.status === 503) || isConnectionFailure(error);
}

/** A server that is out of reach needs no stack; anything else is a defect that somebody must look at. */
function factsOf(error: unknown): Readonly<Record<string, unknown>> {
  return isOutOfReach(error) ? { reason: reasonOf(error) } : { err: error };
}

/** The innermost message: what the driver said. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  if (error.cause !== undefined) return reasonOf(error.cause);
  return error.message === '' ? error.name : error.message;
}
