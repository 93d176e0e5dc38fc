/** By case: how many times the peer's processor time per request the product's fits into it. More is faster. */
export type Ratios = Readonly<Record<string, number>>;

/** A ratio may fall by a tenth: less is within what runs differ by. */
const SHARE_KEPT = 0.9;
/**
 * On a machine of another kind system calls and PostgreSQL cost other parts of a request, so that the same program has
 * other ratios. There only a fall by a third counts.
 */
const SHARE_KEPT_ELSEWHERE = 2 / 3;
/** A case fails if it is slower in each of these measurements. */
const MEASUREMENTS_MAX = 3;

/** By kind of machine. */
export type Records = Readonly<Record<string, Ratios>>;

/** What a machine must reach. */
interface Standard {
  readonly recorded: Ratios;
  /** The part of a recorded ratio that must be reached. */
  readonly share: number;
}

/**
 * Returns the ratios that were recorded on this kind of machine, or else the lowest of all kinds.
 * @throws Error if nothing was recorded
 */
export function standardFor(machine: string, records: Records): Standard {
  const own = records[machine];
  if (own !== undefined) return { recorded: own, share: SHARE_KEPT };
  const [first, ...others] = Object.values(records);
  if (first === undefined) throw new Error('there are no recorded ratios: record them (RECORD=1)');
  const lowest = Object.keys(first).map((name) => {
    const ratios = [first, ...others].map((ratios) => ratios[name] ?? NaN);
    return [name, Math.min(...ratios)] as const;
  });
  return { recorded: Object.fromEntries(lowest), share: SHARE_KEPT_ELSEWHERE };
}

interface Verdict {
  readonly name: string;
  readonly recorded: number;
  /** The ratios of all measurements of the case; the last one decided. */
  readonly measured: readonly number[];
  readonly isSlower: boolean;
}

/**
 * Compares measured ratios with the recorded ones. Measures a case that seems slower again, so that a moment in which the
 * machine was busy does not fail it; a real slowdown is there every time.
 * @throws Error for a case that is only recorded or only measured
 */
export async function judge(
  { recorded, share }: Standard,
  first: Ratios,
  measureAgain: (name: string) => Promise<number>,
): Promise<Verdict[]> {
  const unmatched = Object.keys({ ...recorded, ...first }).filter((name) => !(name in recorded && name in first));
  if (unmatched.length > 0)
    throw new Error(`the cases ${unmatched.join(', ')} are not in both: record the ratios anew (RECORD=1)`);
  const verdicts: Verdict[] = [];
  for (const [name, ratio] of Object.entries(first)) {
    const least = recorded[name]! * share;
    const measured = [ratio];
    while (measured.at(-1)! < least && measured.length < MEASUREMENTS_MAX) measured.push(await measureAgain(name));
    verdicts.push({ name, recorded: recorded[name]!, measured, isSlower: measured.at(-1)! < least });
  }
  return verdicts;
}
