import type { Trust } from './trust.ts';

interface LeaseSettings {
  /**
   * Resolves when all messages that were sent before the call have been received. Undefined if the process can receive
   * none at the moment.
   */
  readonly confirm: () => Promise<unknown> | undefined;
  readonly elapsed: () => number;
}

interface RoundTrip {
  /** Whether it has confirmed the lease in time. */
  readonly outcome: Promise<boolean>;
}

/**
 * How old the proof may be that every message has been received. A change is in use by every process within this time,
 * and one that was stopped, or whose network is gone, has no lease when it continues.
 */
export const LEASE_MS = 100;
/** A use of a lease of this age asks for the next proof, so that busy processes never wait for one. */
const RENEWED_AFTER_MS = 30;
/** How long a request without a lease waits for one, before it goes to the database. */
const WAIT_MS_MAX = 50;

/** The right of a process to use its copies, renewed by use. An idle process sends nothing. */
export class Lease implements Trust {
  readonly #settings: LeaseSettings;
  /** When the youngest round trip that has come back was sent. */
  #provenAt = -Infinity;
  #roundTrip: RoundTrip | undefined;

  constructor(settings: LeaseSettings) {
    this.#settings = settings;
  }

  isHeldAt(now: number): boolean {
    const age = now - this.#provenAt;
    if (age >= RENEWED_AFTER_MS && this.#roundTrip === undefined) this.#ask();
    return age < LEASE_MS;
  }

  async renew(): Promise<boolean> {
    const roundTrip = this.#roundTrip ?? this.#ask();
    return roundTrip === undefined ? false : roundTrip.outcome;
  }

  /** Ends the lease: a line was lost, or opened, so that other messages count from now on. */
  end(): void {
    this.#provenAt = -Infinity;
    this.#roundTrip = undefined;
  }

  #ask(): RoundTrip | undefined {
    const sentAt = this.#settings.elapsed();
    const confirmed = this.#settings.confirm();
    if (confirmed === undefined) return undefined;
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const roundTrip: RoundTrip = { outcome: promise };
    const timer = setTimeout(() => resolve(false), WAIT_MS_MAX);
    const settle = (isProven: boolean): void => {
      clearTimeout(timer);
      const isCurrent = this.#roundTrip === roundTrip;
      if (isCurrent) this.#roundTrip = undefined;
      if (isCurrent && isProven) this.#provenAt = sentAt;
      resolve(isCurrent && isProven && this.#settings.elapsed() - sentAt < LEASE_MS);
    };
    this.#roundTrip = roundTrip;
    confirmed.then(
      () => settle(true),
      () => settle(false),
    );
    return roundTrip;
  }
}
