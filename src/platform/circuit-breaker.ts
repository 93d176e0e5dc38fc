interface CircuitBreakerSettings {
  /** After this many time-outs in a row, calls to a destination fail at once for a while. */
  readonly timeoutsMax?: number;
  /** After this time one call is attempted. Its outcome decides. */
  readonly openMs?: number;
  /** The greatest number of remembered destinations. The oldest are dropped first. */
  readonly destinationsMax?: number;
  /** Milliseconds of a monotonic clock. */
  readonly elapsed?: () => number;
}

/** The call was not made, because the destination did not respond to the last calls. */
export class CircuitOpenError extends Error {
  override readonly name = 'CircuitOpenError';
  readonly code = 'CIRCUIT_OPEN';

  constructor(destination: string, waitMs: number) {
    super(`${destination} has not responded; it is asked again in ${Math.ceil(waitMs / 1000)} s`);
  }
}

interface Circuit {
  timeouts: number;
  openUntil: number;
}

/**
 * A circuit breaker (M. Nygard, Release It!): callers do not all wait for the time-out of a destination that does not
 * respond. A destination that responds, even with an error, is called as usual.
 */
export class CircuitBreaker {
  readonly #settings: Required<CircuitBreakerSettings>;
  readonly #circuits = new Map<string, Circuit>();

  constructor(settings: CircuitBreakerSettings = {}) {
    const defaults = { timeoutsMax: 3, openMs: 30_000, destinationsMax: 10_000, elapsed: () => performance.now() };
    this.#settings = { ...defaults, ...settings };
  }

  /** @throws CircuitOpenError without calling `work` while the circuit is open, and the errors of `work` */
  async run<Result>(destination: string, work: () => Promise<Result>): Promise<Result> {
    const { timeoutsMax, openMs, elapsed } = this.#settings;
    const circuit = this.#circuits.get(destination);
    if (circuit !== undefined && circuit.timeouts >= timeoutsMax) {
      const waitMs = circuit.openUntil - elapsed();
      if (waitMs > 0) throw new CircuitOpenError(destination, waitMs);
      // This call is the attempt. The others fail until its outcome is known.
      circuit.openUntil = elapsed() + openMs;
    }
    try {
      const result = await work();
      this.#circuits.delete(destination);
      return result;
    } catch (error) {
      if (isTimeout(error)) this.#noteTimeout(destination);
      else this.#circuits.delete(destination);
      throw error;
    }
  }

  #noteTimeout(destination: string): void {
    const { openMs, destinationsMax, elapsed } = this.#settings;
    const { timeouts } = this.#circuits.get(destination) ?? { timeouts: 0 };
    this.#circuits.delete(destination);
    this.#circuits.set(destination, { timeouts: timeouts + 1, openUntil: elapsed() + openMs });
    const [oldest] = this.#circuits.keys();
    if (this.#circuits.size > destinationsMax && oldest !== undefined) this.#circuits.delete(oldest);
  }
}

function isTimeout(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'TimeoutError' || ('code' in error && error.code === 'ETIMEDOUT');
}
