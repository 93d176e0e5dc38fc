/** The weight of the newest interval in the mean. */
const WEIGHT = 0.1;
/** A shorter wait is the work of getting a connection, not a queue. */
const QUEUED_MS_MIN = 1;

/**
 * Estimates how long a newcomer will wait in a queue, from its length and the rate at which it is served (Little's law).
 * While it is not served at all, the estimate grows.
 */
export class QueueDelay {
  readonly #now: () => number;
  #intervalMs = 0;
  #servedAt = -Infinity;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Called for each that leaves the queue, with its wait. Intervals count only while others have had to wait. */
  served(waitMs: number): void {
    const now = this.#now();
    if (waitMs >= QUEUED_MS_MIN && this.#servedAt > -Infinity)
      this.#intervalMs += WEIGHT * (now - this.#servedAt - this.#intervalMs);
    this.#servedAt = now;
  }

  /** @param waiting the length of the queue */
  estimateMs(waiting: number): number {
    if (waiting === 0 || this.#servedAt === -Infinity) return 0;
    return waiting * Math.max(this.#intervalMs, this.#now() - this.#servedAt);
  }
}
