// The log of the process, and the lines for the stages of its life: started, migrated, ready, draining, stopped.
import { secretNames } from '../generated/sensitive-names.ts';
import type { Config } from './config.ts';
import { createLogger, type Logger } from './platform/logger.ts';
import type { Tracer } from './platform/tracing/tracer.ts';

/** @param tracer adds the ids of the current span to each line */
export function createProcessLogger(
  { logLevel, logFormat, workers }: Pick<Config, 'logLevel' | 'logFormat' | 'workers'>,
  tracer?: Tracer,
): Logger {
  const context = tracer && (() => tracer.currentIds() ?? {});
  return createLogger({ level: logLevel, format: logFormat, secretNames, context, isShared: workers > 1 });
}

/** A stage of the process. Each line includes the version and the commit. */
type Stage = 'started' | 'migrated' | 'ready' | 'draining' | 'stopped';

export function createStageLog({ build }: Pick<Config, 'build'>, logger: Logger) {
  return (stage: Stage, facts: Readonly<Record<string, unknown>> = {}): void =>
    logger.info({ ...build, ...facts }, stage);
}

/** Warns of variables that are probably mistyped settings. */
export function warnOfUnknownSettings({ unknownSettings }: Pick<Config, 'unknownSettings'>, logger: Logger): void {
  for (const { name, nearest } of unknownSettings)
    logger.warn({ setting: name, did_you_mean: nearest }, 'unknown setting ignored');
}
