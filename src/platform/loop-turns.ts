interface LoopTurnsOptions {
  /** How long a turn may work on requests before those that are read later in it are late. */
  readonly turnMsMax: number;
  readonly now?: () => number;
  /** Calls a function at the end of the current turn. */
  readonly atEnd?: (end: () => void) => void;
}

/**
 * So many long turns follow each other only if work arrives faster than it is done; one or two may be a collection of
 * garbage.
 */
const LONG_TURNS_MIN = 3;
/** So many requests of a turn are never late: a turn of few is long because the machine does something else. */
const REQUESTS_MIN = 32;
/** Later, nothing is known of the turns before. */
const KNOWN_MS_MAX = 1000;

/**
 * Measures the turns of the event loop. In each, the loop reads what has arrived on all connections, one after the
 * other, so that a request that is read late in a turn has waited at least since the turn began. Counting requests
 * instead would need to know how much work each of them is.
 */
export class LoopTurns {
  readonly #turnMsMax: number;
  readonly #now: () => number;
  readonly #atEnd: (end: () => void) => void;
  #beganAt: number | undefined;
  #endedAt = -Infinity;
  #lastMs = 0;
  #longInARow = 0;
  /** Requests of this turn that were not late. */
  #requests = 0;

  constructor({ turnMsMax, now = () => performance.now(), atEnd = setImmediate }: LoopTurnsOptions) {
    this.#turnMsMax = turnMsMax;
    this.#now = now;
    this.#atEnd = atEnd;
  }

  /** Called for each request when it has been read. @returns whether its turn, and those before, have lasted too long */
  isLate(): boolean {
    const now = this.#now();
    if (this.#beganAt === undefined) {
      this.#beganAt = now;
      this.#requests = 1;
      if (now - this.#endedAt > KNOWN_MS_MAX) this.#longInARow = 0;
      this.#atEnd(this.#end);
      return false;
    }
    const isLate =
      this.#requests >= REQUESTS_MIN && this.#longInARow >= LONG_TURNS_MIN && now - this.#beganAt > this.#turnMsMax;
    if (!isLate) this.#requests += 1;
    return isLate;
  }

  /** How long the last turn with requests worked on them; 0 if that was long ago. */
  get lastMs(): number {
    return this.#now() - this.#endedAt > KNOWN_MS_MAX ? 0 : this.#lastMs;
  }

  readonly #end = (): void => {
    const now = this.#now();
    this.#lastMs = now - (this.#beganAt ?? now);
    this.#longInARow = this.#lastMs > this.#turnMsMax ? this.#longInARow + 1 : 0;
    this.#beganAt = undefined;
    this.#endedAt = now;
  };
}
