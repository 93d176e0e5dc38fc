import { pino } from 'pino';
import type { DestinationStream, Logger as PinoLogger } from 'pino';
import { toReadableLine } from './readable-log.ts';
import { createSecretTest, maskSecrets, type SecretNames } from './secret-fields.ts';

export type Logger = PinoLogger;

interface LoggerSettings {
  readonly level: string;
  /** Fields of these names are masked, wherever somebody passes them in. */
  readonly secretNames: SecretNames;
  /** `text` for who reads the lines on a terminal; `json` when absent. */
  readonly format?: 'json' | 'text';
  /** Where lines go; standard output when absent. */
  readonly destination?: DestinationStream;
}

/**
 * The structured log: one JSON object per line, times in RFC 3339. Lines are collected and written every half second
 * or 4 KB, because a write per request would cost more than the request; call `flushLog` before the process ends.
 */
export function createLogger({ level, format, secretNames, destination }: LoggerSettings): Logger {
  const isSecret = createSecretTest(secretNames);
  const describeError = (error: Error): Record<string, unknown> =>
    maskSecrets({ ...pino.stdSerializers.errWithCause(error) }, isSecret);
  return pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }), log: (fields) => maskSecrets(fields, isSecret) },
      serializers: { error: describeError, err: describeError },
    },
    destination ?? (format === 'text' ? terminal : pino.destination(collected)),
  );
}

const collected = { dest: 1, sync: false, minLength: 4096, periodicFlush: 500 } as const;
const terminal: DestinationStream = { write: (line) => void process.stdout.write(toReadableLine(line)) };

/** Writes what the log still holds. */
export function flushLog(logger: Logger): Promise<void> {
  return new Promise((resolve) => logger.flush(() => resolve()));
}
