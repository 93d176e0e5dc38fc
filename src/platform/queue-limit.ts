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
/** How long a queue may be long after a pause, in lengths of the pause and at most. */
const AFTER_PAUSE_LENGTHS = 2;
const AFTER_PAUSE_MS_MAX = 1000;
/** A longer one is no pause, but a database that hangs. */
const PAUSE_MS_MAX = 500;
/** While connections open, and until their first statements are prepared, newcomers may wait so much longer. */
const OPENING = { pauseMs: 250, forMs: 500 };

/**
 * Says whether a newcomer to a queue would wait too long. A queue that is soon short again is no overload, so the limit
 * begins when the queue has been long for a while. It then holds until the queue has been short for as long: under a
 * steady overload, chance makes it short for a moment. What has come during a pause of the database, or while connections
 * were opened, is let in, too: it is worked off afterwards.
 */
export class QueueLimit {
  readonly #delayMsMax: number;
  readonly #now: () => number;
  readonly #delay: QueueDelay;
  #standingMs = 0;
  #seenAt = -Infinity;
  /** The last pause, and until when the queue may be longer because of it. */
  #pause = { pauseMs: 0, until: -Infinity };

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
      this.#pauseFor(pauseMs, Math.min(AFTER_PAUSE_LENGTHS * pauseMs, AFTER_PAUSE_MS_MAX));
    this.#delay.served(waitMs);
  }

  estimateMs(waiting: number): number {
    return this.#delay.estimateMs(waiting);
  }

  /** Called for each newcomer, also if nobody waits. */
  isLong({ waiting, max, isOpening = false }: Waiting): boolean {
    const delayMs = this.estimateMs(waiting);
    const now = this.#now();
    if (isOpening) this.#pauseFor(OPENING.pauseMs, OPENING.forMs);
    const pauseMs = Math.max(this.#delay.pauseMs, now < this.#pause.until ? this.#pause.pauseMs : 0);
    this.#note(delayMs, now, pauseMs > 0);
    if (waiting < max) return false;
    const burstMs = this.#standingMs < STANDING_MS_MIN ? this.#delayMsMax * BURST : 0;
    // What has come during the pause waits no longer than it lasted, unless it is more than can be served.
    return delayMs > Math.max(burstMs, this.#delayMsMax + Math.min(pauseMs, PAUSE_MS_MAX));
  }

  #pauseFor(pauseMs: number, forMs: number): void {
    const now = this.#now();
    const isLonger = now >= this.#pause.until || pauseMs > this.#pause.pauseMs;
    if (isLonger) this.#pause = { pauseMs, until: now + forMs };
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
