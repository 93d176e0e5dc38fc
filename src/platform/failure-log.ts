import { AppError } from '../problems/app-error.ts';
import { isConnectionFailure } from './database-errors.ts';

/** The part of a logger that is used here. */
export interface LineLog {
  warn(fields: object, message: string): void;
  info(fields: object, message: string): void;
}

/** Logs the failures of work that is retried again and again: an outage causes a few lines, however long it lasts. */
export interface FailureLog {
  /** Writes a line for the first failure of its class, then their number once a minute. */
  readonly failed: (error: unknown) => void;
  /** Writes one line if there were failures before. Cheap enough to call after every success. */
  readonly succeeded: () => void;
}

/** The failures of one kind since their last line. */
interface FailureClass {
  count: number;
  since: number;
}

interface FailureLogOptions {
  readonly logger: LineLog;
  /** The name of what fails, as the beginning of a sentence: `the relay`. */
  readonly subject: string;
  readonly summaryMs?: number;
  /** A success counts if nothing has failed for this long. For subjects that work in part, such as requests. */
  readonly quietMs?: number;
  /** Milliseconds of a monotonic clock. */
  readonly elapsed?: () => number;
}

/** Further kinds count as one more kind. */
const CLASSES_MAX = 20;

/** Creates the failure log of one subject. */
export function createFailureLog(options: FailureLogOptions): FailureLog {
  const { logger, subject, summaryMs = 60_000, quietMs = 0, elapsed = () => performance.now() } = options;
  const classes = new Map<string, FailureClass>();
  let failures = 0;
  let firstAt = 0;
  let lastAt = 0;

  return {
    failed(error) {
      const now = elapsed();
      if (failures++ === 0) firstAt = now;
      lastAt = now;
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
      if (failures === 0 || elapsed() - lastAt < quietMs) return;
      const seconds = Math.round((elapsed() - firstAt) / 1000);
      logger.info({ failures, seconds }, `${subject} recovered`);
      failures = 0;
      classes.clear();
    },
  };
}

/** Tells a second log, if there is one. */
export function tellBoth(first: FailureLog, second: FailureLog | undefined): FailureLog {
  if (second === undefined) return first;
  return {
    failed: (error) => {
      first.failed(error);
      second.failed(error);
    },
    succeeded: () => {
      first.succeeded();
      second.succeeded();
    },
  };
}

// Messages of ioredis while its server is unavailable, and of this program for a server that does not respond.
const silence = /timed? ?out|no response within|stream isn't writeable|connection is closed|retries per request/i;
// The server is starting, stopping or full.
const passingStates = /^(?:57P0|53300)/;

/** All ways in which a server can be out of reach form one class, because they alternate during an outage. */
function classOf(error: unknown): string {
  if (isOutOfReach(error)) return 'out of reach';
  const inner = innermost(error);
  if (!(inner instanceof Error)) return String(inner);
  if (inner instanceof AppError) return inner.code;
  return codeOf(inner) ?? `${inner.name}: ${inner.message.replace(/\d+/g, '0').slice(0, 100)}`;
}

function isOutOfReach(error: unknown): boolean {
  const inner = innermost(error);
  if (!(inner instanceof Error)) return false;
  return isConnectionFailure(inner) || passingStates.test(codeOf(inner) ?? '') || silence.test(inner.message);
}

function codeOf(error: Error): string | undefined {
  const { code } = error as NodeJS.ErrnoException;
  return typeof code === 'string' ? code : undefined;
}

/** A foreseen error needs no stack. Any other error is a bug. */
function factsOf(error: unknown): Readonly<Record<string, unknown>> {
  const isForeseen = isOutOfReach(error) || (error instanceof AppError && error.status === 503);
  return isForeseen ? { reason: reasonOf(error) } : { err: error };
}

/** The driver's own message, without the wrappers of other layers. */
export function reasonOf(error: unknown): string {
  const inner = innermost(error);
  if (!(inner instanceof Error)) return String(inner);
  return inner.message === '' ? inner.name : inner.message;
}

function innermost(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (error instanceof AggregateError && error.errors.length > 0) return innermost(error.errors[0]);
  return error.cause === undefined ? error : innermost(error.cause);
}
