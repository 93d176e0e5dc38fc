import { serviceUnavailable } from './database-errors.ts';

/** The time that cancelled work has to end: it rolls back and releases its resources. */
const GRACE_MS = 1000;

/** The time limit of a request, and the work to cancel when it is reached. */
export class Deadline {
  readonly isPatient: boolean;
  readonly #cancellations = new Set<() => void>();
  readonly #timer: NodeJS.Timeout;
  #graceTimer: NodeJS.Timeout | undefined;
  #isOver = false;
  #reject: ((error: unknown) => void) | undefined;

  /** @param isPatient whether the request may wait for a connection until its deadline, however long the queue is */
  constructor(durationMs: number, isPatient = false) {
    this.isPatient = isPatient;
    this.#timer = setTimeout(() => this.#expire(), durationMs).unref();
  }

  /**
   * Waits for the work of the request.
   * @throws AppError `service_unavailable` (503) if the work does not even end after its cancellation
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
   * Registers how to cancel work that begins now.
   * @returns removes the registration when the work has ended
   * @throws AppError `service_unavailable` (503) after the deadline
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

/** Returns the error for work that begins after the deadline: `service_unavailable` (503). */
export function pastDeadline(): unknown {
  return serviceUnavailable(new Error('the request is past its deadline'));
}
