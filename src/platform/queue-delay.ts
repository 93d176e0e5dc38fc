/** The weight of the newest interval in the mean: a pause of the machine must not look like a slow service. */
const WEIGHT = 0.03;
/** A shorter wait is the work of getting a connection, not a queue. */
const QUEUED_MS_MIN = 1;
/** A longer interval is a pause of the machine. */
const INTERVAL_MS_MAX = 25;
/** Connections that open and pauses of the machine or the disk last this long without an overload. */
const STALL_MS_MIN = 500;
/** A pause is an interval of this length, and of so many times the mean. */
const PAUSE_MS_MIN = 100;
const PAUSE_INTERVALS_MIN = 8;

/**
 * Estimates how long a newcomer will wait in a queue, from its length and the rate at which it is served (Little's law).
 * While it is not served at all, the estimate grows.
 */
export class QueueDelay {
  readonly #now: () => number;
  #intervalMs: number;
  /** When one of the queue was served, or the queue was seen empty. */
  #movedAt = -Infinity;

  /** @param intervalMs the interval until one has been measured */
  constructor(now: () => number = () => performance.now(), intervalMs = 0) {
    this.#now = now;
    this.#intervalMs = intervalMs;
  }

  /** The mean time between two that leave the queue. */
  get intervalMs(): number {
    return this.#intervalMs;
  }

  /** How long nobody has left the queue, if that is a pause; otherwise 0. */
  get pauseMs(): number {
    const intervalMs = this.#now() - this.#movedAt;
    const isPause = intervalMs >= Math.max(PAUSE_MS_MIN, PAUSE_INTERVALS_MIN * this.#intervalMs);
    return isPause && Number.isFinite(intervalMs) ? intervalMs : 0;
  }

  /** Called for each that leaves the queue, with its wait. Intervals count only while others have had to wait. */
  served(waitMs: number): void {
    const now = this.#now();
    // The time before it waited was no time of the queue.
    const intervalMs = Math.min(waitMs, now - this.#movedAt, Math.max(INTERVAL_MS_MAX, 4 * this.#intervalMs));
    if (waitMs >= QUEUED_MS_MIN) this.#intervalMs += WEIGHT * (intervalMs - this.#intervalMs);
    this.#movedAt = now;
  }

  /**
   * Called for each newcomer, also if nobody waits.
   * @param waiting the length of the queue
   */
  estimateMs(waiting: number): number {
    const now = this.#now();
    if (waiting === 0 || this.#movedAt === -Infinity) {
      this.#movedAt = now;
      return 0;
    }
    return waiting * this.#intervalMs + Math.max(0, now - this.#movedAt - STALL_MS_MIN);
  }
}
