import { pino } from 'pino';
import type { DestinationStream, Logger as PinoLogger } from 'pino';
import { toReadableLine } from './readable-log.ts';
import { createSecretTest, maskSecrets, type SecretNames } from './secret-fields.ts';

export type Logger = PinoLogger;

interface LoggerSettings {
  readonly level: string;
  /** Fields with these names are masked in every line. */
  readonly secretNames: SecretNames;
  /** `text` for reading on a terminal; `json` when absent. */
  readonly format?: 'json' | 'text';
  /** Returns fields for each line, such as the ids of the current span. */
  readonly context?: (() => object) | undefined;
  /** Whether other processes write to the same output. */
  readonly isShared?: boolean;
  /** Receives the lines; standard output when absent. */
  readonly destination?: DestinationStream;
}

/**
 * Creates the structured log: one JSON object per line, times in RFC 3339. Lines are buffered and written every half
 * second or 4 KB, because one write per request would cost more than the request. Call `flushLog` before the process
 * ends.
 */
export function createLogger(settings: LoggerSettings): Logger {
  const { level, format, secretNames, context, isShared = false, destination } = settings;
  const isSecret = createSecretTest(secretNames);
  return pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: timestamps(),
      formatters: { level: (label) => ({ level: label }), log: (fields) => maskSecrets(fields, isSecret) },
      ...(context === undefined ? {} : { mixin: context }),
      // maskSecrets has replaced errors by their facts already.
      serializers: { err: (facts: unknown) => facts },
    },
    destination ?? (format === 'text' ? terminal : pino.destination(isShared ? collectedBeside : collected)),
  );
}

/** Formats a time once per millisecond: many lines have the same one, and formatting it takes a quarter of a line. */
function timestamps(): () => string {
  let last = 0;
  let text = '';
  return () => {
    const now = Date.now();
    if (now !== last) {
      last = now;
      text = `,"time":"${new Date(now).toISOString()}"`;
    }
    return text;
  };
}

const collected = { dest: 1, sync: false, minLength: 4096, periodicFlush: 500 } as const;
/**
 * POSIX guarantees that writes of up to 4096 bytes to a pipe are not mixed with those of other processes, however full it
 * is (PIPE_BUF on Linux). Each write has whole lines, so lines stay whole.
 */
const collectedBeside = { ...collected, minLength: 2048, maxWrite: 4096 } as const;
const terminal: DestinationStream = { write: (line) => void process.stdout.write(toReadableLine(line)) };

/** Writes the buffered lines. */
export function flushLog(logger: Logger): Promise<void> {
  return new Promise((resolve) => logger.flush(() => resolve()));
}
