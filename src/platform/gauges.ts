import { Gauge, type Counter, type Registry } from 'prom-client';
import { endsWithin } from './bounded.ts';

/** One value of a gauge, with the labels that it has. */
type Sample = readonly [value: number, labels?: Readonly<Record<string, string>>];

/** A gauge whose values come from a reading. */
interface ReadGauge<Reading> {
  /** In Prometheus' spelling: base units, the unit last. */
  readonly name: string;
  readonly help: string;
  readonly labelNames?: readonly string[];
  readonly samples: (reading: Reading) => readonly Sample[];
}

/** Shorter than the scrape timeout, so that a database that does not respond does not hide all other metrics. */
const READING_MS_MAX = 2000;

/**
 * Registers gauges that share one reading per scrape. If the reading fails or takes longer than two seconds, its gauges
 * are left out of this scrape. A reading that is still running is shared with the next scrape, so that at most one runs.
 */
export function addGauges<Reading>(
  registry: Registry,
  read: () => Reading | Promise<Reading>,
  gauges: readonly ReadGauge<Reading>[],
): void {
  const readShared = shareReading(read);
  for (const { name, help, labelNames = [], samples } of gauges) {
    new Gauge({
      name,
      help,
      labelNames,
      registers: [registry],
      async collect() {
        const reading = await readShared();
        // For a gauge without labels reset() sets 0, which would be shown if the reading failed.
        if (labelNames.length === 0) this.remove();
        else this.reset();
        if (reading === undefined) return;
        for (const [value, labels = {}] of samples(reading.value)) this.set(labels, value);
      },
    });
  }
}

/**
 * Adds to a counter at each scrape what `read` has counted since the last one, for counts on paths that are too hot for
 * labels. `read` returns the counts since the start of the process.
 */
export function addCounts(counter: Counter, read: () => readonly Sample[]): void {
  const seen = new Map<string, number>();
  const collect = (): void => {
    for (const [count, labels = {}] of read()) {
      const key = JSON.stringify(labels);
      counter.inc(labels, count - (seen.get(key) ?? 0));
      seen.set(key, count);
    }
  };
  // prom-client calls this member before it reads a metric; its types name it in the constructor's options only.
  Object.assign(counter, { collect });
}

function shareReading<Reading>(
  read: () => Reading | Promise<Reading>,
): () => Promise<{ readonly value: Reading } | undefined> {
  let running: Promise<Reading> | undefined;
  return async () => {
    running ??= Promise.resolve()
      .then(read)
      .finally(() => (running = undefined));
    const shared = running;
    const isRead = await endsWithin(READING_MS_MAX, shared).catch(() => false);
    return isRead ? { value: await shared } : undefined;
  };
}
