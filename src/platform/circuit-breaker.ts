interface CircuitBreakerSettings {
  /** So many time-outs in a row make a destination one that is not asked for a while. */
  readonly timeoutsMax?: number;
  /** After this time one call is let through; its outcome decides. */
  readonly openMs?: number;
  /** Destinations that are remembered; the oldest are forgotten first. */
  readonly destinationsMax?: number;
  /** Milliseconds of a clock that never goes back. */
  readonly elapsed?: () => number;
}

/** A destination was not asked, because it has not responded the last times. */
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
 * Keeps callers from waiting, each for its own time-out, for a destination that says nothing (M. Nygard's circuit
 * breaker). A destination that responds, be it with an error, is asked as ever.
 */
export class CircuitBreaker {
  readonly #settings: Required<CircuitBreakerSettings>;
  readonly #circuits = new Map<string, Circuit>();

  constructor(settings: CircuitBreakerSettings = {}) {
    const defaults = { timeoutsMax: 3, openMs: 30_000, destinationsMax: 10_000, elapsed: () => performance.now() };
    this.#settings = { ...defaults, ...settings };
  }

  /** @throws CircuitOpenError without calling `work` while the destination is not asked, and what `work` throws */
  async run<Result>(destination: string, work: () => Promise<Result>): Promise<Result> {
    const { timeoutsMax, openMs, elapsed } = this.#settings;
    const circuit = this.#circuits.get(destination);
    if (circuit !== undefined && circuit.timeouts >= timeoutsMax) {
      const waitMs = circuit.openUntil - elapsed();
      if (waitMs > 0) throw new CircuitOpenError(destination, waitMs);
      // This call tries; the others wait for what it finds.
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
