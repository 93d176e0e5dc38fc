import { mergeMetrics, type MetricValues } from '../platform/merge-metrics.ts';

/**
 * The last known metrics of each serving process. What an ended process has counted stays in the sums, because Prometheus
 * takes a smaller sum for a restart and counts everything again.
 */
export class ChildMetrics {
  readonly #running = new Map<object, MetricValues>();
  #ended: MetricValues = [];

  /** Keeps the values of a running process. */
  note(child: object, values: MetricValues): void {
    this.#running.set(child, values);
  }

  /** Keeps the counts of a process that has ended. Its gauges are gone with it. */
  end(child: object): void {
    const last = this.#running.get(child);
    this.#running.delete(child);
    if (last === undefined) return;
    const counts = last.filter(({ type }) => String(type) !== 'gauge');
    this.#ended = mergeMetrics([this.#ended, counts]);
  }

  /** The values of each running process, and the counts of all that have ended. */
  all(): readonly MetricValues[] {
    return [...this.#running.values(), this.#ended];
  }
}
