interface Activity {
  pending: number;
  /** When the oldest pending statement was sent, or when the last response arrived (performance.now()). */
  since: number;
}

interface SilenceWatchOptions<Connection> {
  /** How long a server may leave a statement without a response. */
  readonly silenceMsMax: number;
  /** Ends a connection at once, so that the statement on it fails. */
  readonly cut: (connection: Connection) => void;
}

/**
 * Cuts connections whose server has stopped responding. A server that hangs (stopped, or behind a dead network) never
 * sends the cancellation that statement_timeout promises, and TCP keeps such a connection for hours.
 */
export class SilenceWatch<Connection extends object> {
  readonly #activities = new Map<Connection, Activity>();
  readonly #options: SilenceWatchOptions<Connection>;

  constructor(options: SilenceWatchOptions<Connection>) {
    this.#options = options;
  }

  add(connection: Connection): void {
    this.#activities.set(connection, { pending: 0, since: performance.now() });
  }

  remove(connection: Connection): void {
    this.#activities.delete(connection);
  }

  /**
   * Call before a statement is sent.
   * @returns a function to call once, when the response or the failure has arrived. It returns the milliseconds since
   *   the statement was sent, without the time in which the server responded to those before it
   */
  begin(connection: Connection): () => number {
    const started = performance.now();
    const activity = this.#activities.get(connection);
    if (activity === undefined) return () => performance.now() - started;
    if (activity.pending++ === 0) activity.since = started;
    return () => {
      const now = performance.now();
      const durationMs = now - Math.max(started, activity.since);
      activity.pending--;
      activity.since = now;
      return durationMs;
    };
  }

  /** Cuts connections that have been silent for too long; called every second. */
  look(): void {
    const silentSince = performance.now() - this.#options.silenceMsMax;
    for (const [connection, { pending, since }] of this.#activities) {
      if (pending > 0 && since <= silentSince) this.#options.cut(connection);
    }
  }

  /** Cuts every remaining connection when the pool closes. */
  cutAll(): void {
    for (const connection of this.#activities.keys()) this.#options.cut(connection);
  }
}
