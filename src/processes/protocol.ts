import type { RequestCount } from '../contract/access/rate-limits.ts';
import type { PoolStats } from '../platform/database.ts';
import type { MetricValues } from '../platform/merge-metrics.ts';

/** One request of a client, which counts against the quota of its class. */
export interface CountedRequest {
  readonly className: string;
  readonly client: string;
}

/** A count, with further requests of the client that are counted already. */
export interface CountAhead extends RequestCount {
  /** How many further requests the process may let pass without asking again. */
  readonly ahead: number;
}

/** What a serving process does for the supervisor. `Settings` are the server's. */
export interface ServingProcess<Settings> {
  /** Starts serving. @throws ForeseenError if it cannot */
  start(settings: Settings): Promise<{ readonly port: number }>;
  /** Whether readiness is green. Before the first call it is not. */
  accept(isAccepting: boolean): void;
  readMetrics(nothing: undefined): Promise<MetricValues>;
  readPool(nothing: undefined): PoolStats;
  /** Drains, closes everything, calls `leave`, and ends. */
  stop(nothing: undefined): void;
}

/** What the supervisor does for a serving process. */
export interface Supervision {
  /** The metrics of all processes as text. */
  readMetrics(nothing: undefined): Promise<string>;
  /** The connections of all processes. */
  readPool(nothing: undefined): Promise<PoolStats>;
  /** Counts for all processes together. @returns undefined for a class without a quota */
  count(request: CountedRequest): Promise<CountAhead | undefined>;
  /** The process has committed a transaction, so events may wait for the relay. */
  committed(nothing: undefined): void;
  /** The process ends as intended. @param last the last values of its metrics */
  leave(last: MetricValues): void;
}
