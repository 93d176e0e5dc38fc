import { Logger as QueueLogger } from 'graphile-worker';
import type { Logger } from '../platform/logger.ts';

/** The queue's own log lines in ours. Only their text: what comes with them holds payloads, which hold secrets. */
export function queueLogger(logger: Logger): QueueLogger {
  return new QueueLogger((scope) => (level, message) => {
    const context = { worker: scope.workerId, job: scope.taskIdentifier, job_id: scope.jobId };
    if (level === 'error') logger.error(context, message);
    else if (level === 'warning') logger.warn(context, message);
    // Each job that ran is an "info" there; a busy server would log little else.
    else logger.debug(context, message);
  });
}
