import { LoopTurns } from './loop-turns.ts';
import { QueueDelay } from './queue-delay.ts';

interface LoadWatchOptions {
  /** How long a request may wait in a queue of the process. */
  readonly delayMsMax: number;
  readonly turns?: LoopTurns;
  readonly queue?: QueueDelay;
}

/** The queue for connections to the database. */
interface Waiting {
  readonly waiting: number;
  /** The greatest number of connections. */
  readonly max: number;
}

/** Where requests wait too long. */
export type OverloadReason = (typeof overloadReasons)[number];

export const overloadReasons = ['event_loop', 'database'] as const;

/** A request waits while its turn lasts, and often for the turn in which its result is read: half of the delay for each. */
const TURNS = 2;

/** Says whether there is more work than can be done in time: in the event loop, or in the queue for connections. */
export class LoadWatch {
  readonly #delayMsMax: number;
  readonly #turns: LoopTurns;
  readonly #queue: QueueDelay;

  constructor({ delayMsMax, turns, queue }: LoadWatchOptions) {
    this.#delayMsMax = delayMsMax;
    this.#turns = turns ?? new LoopTurns({ turnMsMax: delayMsMax / TURNS });
    this.#queue = queue ?? new QueueDelay();
  }

  /** Called for each acquisition of a connection, with the seconds that it took. */
  acquired(waitSeconds: number): void {
    this.#queue.served(waitSeconds * 1000);
  }

  /** Called for each request when it has been read. */
  isLoopLate(): boolean {
    return this.#turns.isLate();
  }

  /** Whether a newcomer would wait too long. As many as there are connections may always wait. */
  isQueueLong({ waiting, max }: Waiting): boolean {
    // The estimate must see the queue empty, too.
    const delayMs = this.#queue.estimateMs(waiting);
    return waiting >= max && delayMs > this.#delayMsMax;
  }

  /** The seconds that the event loop and the database let requests wait at the moment. */
  delays({ waiting }: Pick<Waiting, 'waiting'>): Readonly<Record<OverloadReason, number>> {
    return { event_loop: this.#turns.lastMs / 1000, database: this.#queue.estimateMs(waiting) / 1000 };
  }
}
