import type { FailureLog } from '../../../platform/failure-log.ts';

interface WriteLoopOptions {
  readonly write: () => Promise<void>;
  readonly isIdle: () => boolean;
  readonly failures: FailureLog;
  /** How long work is gathered before it is written. */
  readonly gatherMs: number;
  /** The pauses after a failure: from the first to the second, doubling. */
  readonly backOffMs: readonly [number, number];
}

/** Writes what was noted, one write at a time, and more rarely while that fails. */
export class WriteLoop {
  readonly #options: WriteLoopOptions;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> | undefined;
  #pauseMs = 0;
  #isStopped = false;

  constructor(options: WriteLoopOptions) {
    this.#options = options;
  }

  /** Whether nothing is being written, and the last write succeeded. */
  get isFree(): boolean {
    return this.#writing === undefined && this.#pauseMs === 0;
  }

  /** Writes soon. Cheap enough to call for every failure. */
  wake(): void {
    if (this.#timer !== undefined || this.#writing !== undefined || this.#isStopped) return;
    const { gatherMs } = this.#options;
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        void this.flush();
      },
      Math.max(this.#pauseMs, gatherMs),
    ).unref();
  }

  /** Writes now, or waits for the write that runs. Never throws. */
  flush(): Promise<void> {
    this.#writing ??= this.#write().finally(() => {
      this.#writing = undefined;
      if (!this.#options.isIdle()) this.wake();
    });
    return this.#writing;
  }

  /** Writes for the last time. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    // What is being written may have been taken before the last note.
    await this.#writing;
    await this.flush();
  }

  async #write(): Promise<void> {
    const { write, failures, backOffMs } = this.#options;
    const [least, most] = backOffMs;
    try {
      await write();
      this.#pauseMs = 0;
      failures.succeeded();
    } catch (error) {
      this.#pauseMs = Math.min(most, Math.max(least, this.#pauseMs * 2));
      failures.failed(error);
    }
  }
}
