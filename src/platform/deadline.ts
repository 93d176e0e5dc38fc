import { serviceUnavailable } from './database-errors.ts';

/** What runs is cancelled first, and has so long to end by itself: it rolls back, and gives back what it holds. */
const GRACE_MS = 1000;

/** The time that a request may take, and what has to be cancelled when it is over. */
export class Deadline {
  readonly #cancellations = new Set<() => void>();
  readonly #timer: NodeJS.Timeout;
  #graceTimer: NodeJS.Timeout | undefined;
  #isOver = false;
  #reject: ((error: unknown) => void) | undefined;

  constructor(durationMs: number) {
    this.#timer = setTimeout(() => this.#expire(), durationMs).unref();
  }

  /**
   * Waits for the work of the request.
   * @throws AppError `service_unavailable` (503) where it has not even ended once it was cancelled
   */
  async within<Result>(work: Promise<Result>): Promise<Result> {
    const over = new Promise<never>((_resolve, reject) => {
      this.#reject = reject;
    });
    try {
      return await Promise.race([work, over]);
    } finally {
      clearTimeout(this.#timer);
      clearTimeout(this.#graceTimer);
      this.#reject = undefined;
    }
  }

  /**
   * Registers how something that begins now is cancelled. @returns what takes it back once that has ended
   * @throws AppError `service_unavailable` (503) where the time is over
   */
  guard(cancel: () => void): () => void {
    if (this.#isOver) throw pastDeadline();
    this.#cancellations.add(cancel);
    return () => this.#cancellations.delete(cancel);
  }

  #expire(): void {
    this.#isOver = true;
    for (const cancel of this.#cancellations) cancel();
    this.#graceTimer = setTimeout(() => this.#reject?.(pastDeadline()), GRACE_MS).unref();
  }
}

export function pastDeadline(): unknown {
  return serviceUnavailable(new Error('the request is past its deadline'));
}
