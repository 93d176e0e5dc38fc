import { Logger as QueueLogger } from 'graphile-worker';
import type { FailureLog } from '../platform/failure-log.ts';
import type { Logger } from '../platform/logger.ts';

/**
 * The queue's own log lines in ours. Only their text: what comes with them holds payloads, which hold secrets. The errors
 * that come with them are the connection's, which go to `failures`.
 */
export function queueLogger(logger: Logger, failures?: FailureLog): QueueLogger {
  return new QueueLogger((scope) => (level, message, meta) => {
    const context = { worker: scope.workerId, job: scope.taskIdentifier, job_id: scope.jobId };
    // lane-runner.ts has said that the job failed.
    if (meta['failure'] === true) logger.debug(context, message);
    else if (level === 'error' && failures !== undefined) failures.failed(meta['error'] ?? new Error(message));
    else if (level === 'error') logger.error(context, message);
    else if (level === 'warning') logger.warn(context, message);
    // Each job that ran is an "info" there; a busy server would log little else.
    else logger.debug(context, message);
  });
}
