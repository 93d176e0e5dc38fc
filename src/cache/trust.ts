/** Whether a process may use its copies: whether it has received all invalidations that other processes have sent. */
export interface Trust {
  /** @param now milliseconds of the monotonic clock */
  isHeldAt(now: number): boolean;
  /** Asks whether the copies may be used, and waits briefly for the response. Never rejects. */
  renew(): Promise<boolean>;
}

/** The trust of a process that no other process changes anything beside. */
export const ALWAYS_TRUSTED: Trust = { isHeldAt: () => true, renew: () => Promise.resolve(true) };
