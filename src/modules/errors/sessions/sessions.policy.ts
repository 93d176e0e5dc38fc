/** From the mildest outcome to the worst. */
const outcomes = ['errored', 'abnormal', 'crashed'] as const;
export type Outcome = (typeof outcomes)[number];

/** Sessions of one release in one environment that began in one hour. */
export interface SessionCounts {
  readonly release: string;
  readonly environment: string;
  /** The start of the hour. */
  readonly bucket: string;
  readonly started: number;
  readonly errored: number;
  readonly abnormal: number;
  readonly crashed: number;
}

/** One session with a bad outcome, which later reports of the same session may make worse. */
export interface BadSession extends Pick<SessionCounts, 'release' | 'environment' | 'bucket'> {
  readonly session_id: string;
  readonly outcome: Outcome;
}

/** What a program claims must not make the counts of its hour too large to be stored. */
export const COUNT_MAX = 1_000_000_000;

/** Adds counts of the same place together, in one order for all transactions, so that none waits for another in turn. */
export function summed(counts: readonly SessionCounts[]): SessionCounts[] {
  const sums = new Map<string, SessionCounts>();
  for (const one of counts) {
    const key = JSON.stringify([one.release, one.environment, one.bucket]);
    const sum = sums.get(key);
    sums.set(key, sum === undefined ? one : add(sum, one));
  }
  return [...sums].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, sum]) => sum);
}

function add(left: SessionCounts, right: SessionCounts): SessionCounts {
  const sum = (name: 'started' | Outcome): number => Math.min(left[name] + right[name], COUNT_MAX);
  return {
    ...left,
    ...{ started: sum('started'), errored: sum('errored'), abnormal: sum('abnormal'), crashed: sum('crashed') },
  };
}

/** Leaves the worst outcome of each session, in the order of their ids. */
export function worstOf(bad: readonly BadSession[]): BadSession[] {
  const worst = new Map<string, BadSession>();
  for (const one of bad) {
    const known = worst.get(one.session_id);
    if (known === undefined || outcomes.indexOf(known.outcome) < outcomes.indexOf(one.outcome))
      worst.set(one.session_id, one);
  }
  return [...worst.values()].sort((left, right) => (left.session_id < right.session_id ? -1 : 1));
}
