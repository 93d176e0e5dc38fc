import { Logger as QueueLogger } from 'graphile-worker';
import type { FailureLog } from '../platform/failure-log.ts';
import type { Logger } from '../platform/logger.ts';

/**
 * Writes the queue's log lines to our log. Only the text is used, because the metadata contains payloads with secrets.
 * Errors in the metadata are connection errors, which go to `failures`.
 */
export function queueLogger(logger: Logger, failures?: FailureLog): QueueLogger {
  return new QueueLogger((scope) => (level, message, meta) => {
    const context = { worker: scope.workerId, job: scope.taskIdentifier, job_id: scope.jobId };
    // lane-runner.ts has already logged the failed job.
    if (meta['failure'] === true) logger.debug(context, message);
    else if (level === 'error' && failures !== undefined) failures.failed(meta['error'] ?? new Error(message));
    else if (level === 'error') logger.error(context, message);
    else if (level === 'warning') logger.warn(context, message);
    // The queue logs every job as "info", which would flood the log of a busy server.
    else logger.debug(context, message);
  });
}
