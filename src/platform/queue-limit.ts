import { QueueDelay } from './queue-delay.ts';

interface QueueLimitOptions {
  /** How long a newcomer may wait. */
  readonly delayMsMax: number;
  readonly now?: () => number;
  /** The interval at which a similar queue is served, until this one has been observed. */
  readonly intervalMs?: number;
}

/** The length of a queue. */
export interface Waiting {
  readonly waiting: number;
  /** So many may always wait. */
  readonly max: number;
  /** Whether more will be served at a time soon, because connections open. */
  readonly isOpening?: boolean;
}

/** A queue that has been long for this time is an overload, and not a burst or a pause of the machine. */
const STANDING_MS_MIN = 250;
/** Between two newcomers no more time counts: the process itself may have paused. */
const STEP_MS_MAX = 25;
/** A queue is short again below this part of the limit. */
const SHORT = 0.25;
/** Nobody waits for so many times the limit, even in a burst. */
const BURST = 8;
/** The same after a pause, in which more arrive than in a burst. */
const BURST_AFTER_PAUSE = 20;
/** How long a queue may be long after a pause, in lengths of the pause and at most. */
const PAUSES = 4;
const PAUSES_MS_MAX = 2000;
/** The same after connections were opened: their first statements are slow, because nothing is prepared. */
const OPENED_MS = 500;

/**
 * Says whether a newcomer to a queue would wait too long. A queue that is soon short again is no overload, so the limit
 * begins when the queue has been long for a while. It then holds until the queue has been short for as long: under a
 * steady overload, chance makes it short for a moment. What has come during a pause of the database, or while connections were
 * opened, is let in, too: it is worked off afterwards.
 */
export class QueueLimit {
  readonly #delayMsMax: number;
  readonly #now: () => number;
  readonly #delay: QueueDelay;
  #standingMs = 0;
  #seenAt = -Infinity;
  /** Until when the queue is that of a pause. */
  #pausedUntil = -Infinity;

  constructor({ delayMsMax, now = () => performance.now(), intervalMs }: QueueLimitOptions) {
    this.#delayMsMax = delayMsMax;
    this.#now = now;
    this.#delay = new QueueDelay(now, intervalMs);
  }

  get intervalMs(): number {
    return this.#delay.intervalMs;
  }

  /** Called for each that leaves the queue, with its wait. */
  served(waitMs: number): void {
    const { pauseMs } = this.#delay;
    if (pauseMs > 0 && waitMs >= pauseMs / 2)
      this.#pausedUntil = this.#now() + Math.min(PAUSES * pauseMs, PAUSES_MS_MAX);
    this.#delay.served(waitMs);
  }

  estimateMs(waiting: number): number {
    return this.#delay.estimateMs(waiting);
  }

  /** Called for each newcomer, also if nobody waits. */
  isLong({ waiting, max, isOpening = false }: Waiting): boolean {
    const delayMs = this.estimateMs(waiting);
    const now = this.#now();
    if (isOpening) this.#pausedUntil = Math.max(this.#pausedUntil, now + OPENED_MS);
    const isAfterPause = now < this.#pausedUntil || this.#delay.pauseMs > 0;
    this.#note(delayMs, now, isAfterPause);
    if (waiting < max || delayMs <= this.#delayMsMax) return false;
    if (isAfterPause) return delayMs > this.#delayMsMax * BURST_AFTER_PAUSE;
    return this.#standingMs >= STANDING_MS_MIN || delayMs > this.#delayMsMax * BURST;
  }

  /** Notes how long the queue has been long, or short. */
  #note(delayMs: number, now: number, isAfterPause: boolean): void {
    const stepMs = now - this.#seenAt;
    this.#seenAt = now;
    if (delayMs < this.#delayMsMax * SHORT) this.#standingMs = Math.max(0, this.#standingMs - stepMs);
    else if (!isAfterPause)
      this.#standingMs = Math.min(STANDING_MS_MIN, this.#standingMs + Math.min(stepMs, STEP_MS_MAX));
  }
}
