import { endsWithin } from '../../../platform/bounded.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { FailureLog } from '../../../platform/failure-log.ts';
import { FailureBuffer } from './failure-buffer.service.ts';
import { writeSteps } from './failure-steps.service.ts';
import type { FailureWriter } from './failure-writer.service.ts';
import { Recoveries } from './recoveries.service.ts';
import { failureOfJob } from './job-failures.policy.ts';
import { WriteLoop } from './write-loop.service.ts';
import type { CountedFailure, Failure, Part } from '../incidents.types.ts';

export const dropReasons = ['full', 'refused', 'stopped'] as const;

/**
 * Notes what fails inside this process, and writes it in the background. Nothing here throws or waits, and a failure to
 * write is only logged and counted: the error log must not cause failures, least of all its own.
 */
export interface IncidentLog {
  note(failure: Failure): void;
  /** Notes how the run of a job ended. Cheap enough for every run. */
  noteJobEnd(end: Parameters<typeof failureOfJob>[0]): void;
  /** Closes the incident of a part that works again. */
  recovered(part: Part): void;
  /** Writes what was noted, if the database responds. */
  flush(): Promise<void>;
  /** Writes what was noted, for a short time. */
  stop(): Promise<void>;
}

interface IncidentLogOptions {
  readonly writer: FailureWriter;
  readonly clock: Clock;
  readonly onDropped: (reason: (typeof dropReasons)[number], count: number) => void;
  readonly failures: FailureLog;
  /** The number of different failures that wait at most. */
  readonly entriesMax?: number;
  /** How long failures are gathered before they are written. */
  readonly gatherMs?: number;
  /** The pauses after a failure to write: from the first to the second, doubling. */
  readonly backOffMs?: readonly [number, number];
  readonly stopMsMax?: number;
  /** How often successes of jobs are compared with the open incidents. */
  readonly compareMs?: number;
}

export function createIncidentLog(options: IncidentLogOptions): IncidentLog {
  const { clock, failures, onDropped, stopMsMax = 2000, compareMs = 5000 } = options;
  const { writer, entriesMax = 100, gatherMs = 200, backOffMs = [1000, 10_000] } = options;
  const buffer = new FailureBuffer({ entriesMax, onDropped: (count) => onDropped('full', count) });
  const recoveries = new Recoveries();
  let inFlight: readonly CountedFailure[] = [];
  let isStopped = false;

  async function write(): Promise<void> {
    inFlight = buffer.take();
    const onRefused = ({ count }: CountedFailure, error: unknown): void => {
      onDropped('refused', count);
      failures.failed(error);
    };
    const { left, trouble } = await writeSteps(inFlight, { writer, onRefused });
    inFlight = [];
    buffer.putBack(left);
    if (trouble !== undefined) throw trouble as Error;
    await recoveries.write(writer);
  }
  const isIdle = (): boolean => buffer.size === 0 && recoveries.size === 0;
  const loop = new WriteLoop({ write, isIdle, failures, gatherMs, backOffMs });

  /** Must not throw, whatever is noted: the caller handles a failure already. */
  function guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      onDropped('refused', 1);
      failures.failed(error);
    }
    if (!isIdle()) loop.wake();
  }

  function add(failure: Failure | undefined): void {
    if (failure === undefined) return;
    if (isStopped) onDropped('stopped', 1);
    else buffer.add(failure, clock.now());
  }

  async function compare(): Promise<void> {
    if (!loop.isFree) return;
    await recoveries.compare(writer);
    if (!isIdle()) loop.wake();
  }
  const comparing = setInterval(() => void compare().catch(failures.failed), compareMs).unref();

  async function stop(): Promise<void> {
    isStopped = true;
    clearInterval(comparing);
    await endsWithin(stopMsMax, loop.stop());
    const left = [...inFlight, ...buffer.take()].reduce((sum, { count }) => sum + count, 0);
    if (left > 0) onDropped('stopped', left);
  }

  return {
    note: (failure) => guarded(() => add(failure)),
    noteJobEnd: (end) =>
      guarded(() => {
        if (end.outcome === 'done') recoveries.addSuccess(end.name, clock.now());
        else add(failureOfJob(end));
      }),
    recovered: (part) => guarded(() => recoveries.add(part, clock.now())),
    flush: () => loop.flush(),
    stop,
  };
}
