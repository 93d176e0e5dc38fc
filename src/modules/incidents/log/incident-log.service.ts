import { endsWithin } from '../../../platform/bounded.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { FailureLog } from '../../../platform/failure-log.ts';
import { FailureBuffer } from './failure-buffer.service.ts';
import { writeSteps } from './failure-steps.service.ts';
import type { FailureWriter } from './failure-writer.service.ts';
import { Recoveries } from './recoveries.service.ts';
import { failureOfJob, type JobEnd } from './job-failures.policy.ts';
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
  noteJobEnd(end: JobEnd): void;
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
  const log = new ProcessLog(options);
  return {
    note: (failure) => log.guarded(() => log.add(failure)),
    noteJobEnd: (end) => log.guarded(() => log.addJobEnd(end)),
    recovered: (part) => log.guarded(() => log.addRecovery(part)),
    flush: () => log.flush(),
    stop: () => log.stop(),
  };
}

class ProcessLog {
  readonly #options: IncidentLogOptions;
  readonly #buffer: FailureBuffer;
  readonly #recoveries = new Recoveries();
  readonly #loop: WriteLoop;
  readonly #comparing: NodeJS.Timeout;
  #inFlight: readonly CountedFailure[] = [];
  #isStopped = false;

  constructor(options: IncidentLogOptions) {
    const { failures, onDropped, entriesMax = 100, compareMs = 5000 } = options;
    const { gatherMs = 200, backOffMs = [1000, 10_000] } = options;
    this.#options = options;
    this.#buffer = new FailureBuffer({ entriesMax, onDropped: (count) => onDropped('full', count) });
    const write = (): Promise<void> => this.#write();
    this.#loop = new WriteLoop({ write, isIdle: () => this.#isIdle(), failures, gatherMs, backOffMs });
    this.#comparing = setInterval(() => void this.#compare().catch(failures.failed), compareMs).unref();
  }

  /** Must not throw, whatever is noted: the caller handles a failure already. */
  guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#options.onDropped('refused', 1);
      this.#options.failures.failed(error);
    }
    if (!this.#isIdle()) this.#loop.wake();
  }

  add(failure: Failure): void {
    if (this.#isStopped) this.#options.onDropped('stopped', 1);
    else this.#buffer.add(failure, this.#options.clock.now());
  }

  addJobEnd(end: JobEnd): void {
    if (end.outcome === 'done') {
      this.#recoveries.addSuccess(end.name, this.#options.clock.now());
      return;
    }
    const failure = failureOfJob(end);
    if (failure !== undefined) this.add(failure);
  }

  addRecovery(part: Part): void {
    this.#recoveries.add(part, this.#options.clock.now());
  }

  flush(): Promise<void> {
    return this.#loop.flush();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearInterval(this.#comparing);
    await endsWithin(this.#options.stopMsMax ?? 2000, this.#loop.stop());
    const left = [...this.#inFlight, ...this.#buffer.take()].reduce((sum, { count }) => sum + count, 0);
    this.#inFlight = [];
    if (left > 0) this.#options.onDropped('stopped', left);
  }

  #isIdle(): boolean {
    return this.#buffer.size === 0 && this.#recoveries.size === 0;
  }

  async #write(): Promise<void> {
    const { writer, onDropped, failures } = this.#options;
    const onRefused = ({ count }: CountedFailure, error: unknown): void => {
      onDropped('refused', count);
      failures.failed(error);
    };
    this.#inFlight = this.#buffer.take();
    const { left, trouble } = await writeSteps(this.#inFlight, { writer, onRefused });
    this.#inFlight = [];
    this.#buffer.putBack(left);
    if (trouble !== undefined) throw trouble as Error;
    await this.#recoveries.write(writer);
  }

  async #compare(): Promise<void> {
    if (!this.#loop.isFree) return;
    await this.#recoveries.compare(this.#options.writer);
    if (!this.#isIdle()) this.#loop.wake();
  }
}
