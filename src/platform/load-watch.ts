import { LoopTurns } from './loop-turns.ts';
import { QueueLimit, type Waiting } from './queue-limit.ts';

interface LoadWatchOptions {
  /** How long a request may wait in a queue of the process. */
  readonly delayMsMax: number;
  readonly turns?: LoopTurns;
  readonly now?: () => number;
}

/** The queue before one row. */
export interface RowQueue {
  /** Called for each that leaves the queue, with its wait. */
  served(waitMs: number): void;
  /** Called for each newcomer. */
  isLong(queue: Waiting): boolean;
}

/** Where requests wait too long. */
export type OverloadReason = (typeof overloadReasons)[number];

export const overloadReasons = ['event_loop', 'database', 'row'] as const;

/** A request waits while its turn lasts, and often for the turn in which its result is read: half of the delay for each. */
const TURNS = 2;

/** What is estimated of a queue is the mean: some wait twice as long. */
const MEAN = 0.5;

/** A few clients that send changes in a loop are no overload: so many may always wait for connections, and before rows. */
export const WAITERS_MIN = 32;

/** Later, nothing is known of the queues before rows. */
const KNOWN_MS_MAX = 1000;

/** Says whether there is more work than can be done in time: in the event loop, or in the queues for connections and rows. */
export class LoadWatch {
  readonly #delayMsMax: number;
  readonly #now: () => number;
  readonly #turns: LoopTurns;
  readonly #queue: QueueLimit;
  /** The interval of the row that was served last: most requests do similar work. */
  #rowIntervalMs = 0;
  #row = { delayMs: 0, at: -Infinity };

  constructor({ delayMsMax, turns, now = () => performance.now() }: LoadWatchOptions) {
    this.#delayMsMax = delayMsMax;
    this.#now = now;
    this.#turns = turns ?? new LoopTurns({ turnMsMax: delayMsMax / TURNS, now });
    this.#queue = new QueueLimit({ delayMsMax: delayMsMax * MEAN, now });
  }

  /** Called for each acquisition of a connection, with the seconds that it took. */
  acquired(waitSeconds: number): void {
    this.#queue.served(waitSeconds * 1000);
  }

  /** Called for each request when it has been read. */
  isLoopLate(): boolean {
    return this.#turns.isLate();
  }

  /** Whether a newcomer would wait too long. As many as there are connections may always wait, or 32. */
  isQueueLong({ max, ...queue }: Waiting): boolean {
    return this.#queue.isLong({ ...queue, max: Math.max(max, WAITERS_MIN) });
  }

  /** Opens the queue before a row. */
  openRow(): RowQueue {
    const queue = new QueueLimit({
      delayMsMax: this.#delayMsMax * MEAN,
      now: this.#now,
      intervalMs: this.#rowIntervalMs,
    });
    return {
      served: (waitMs) => {
        queue.served(waitMs);
        this.#rowIntervalMs = queue.intervalMs;
      },
      isLong: (waiting) => {
        const isLong = queue.isLong(waiting);
        this.#row = { delayMs: queue.estimateMs(waiting.waiting), at: this.#now() };
        return isLong;
      },
    };
  }

  /** The seconds that requests wait at the moment; before a row, those that came last. */
  delays({ waiting }: Pick<Waiting, 'waiting'>): Readonly<Record<OverloadReason, number>> {
    const rowMs = this.#now() - this.#row.at > KNOWN_MS_MAX ? 0 : this.#row.delayMs;
    const database = this.#queue.estimateMs(waiting) / 1000;
    return { event_loop: this.#turns.lastMs / 1000, database, row: rowMs / 1000 };
  }
}
