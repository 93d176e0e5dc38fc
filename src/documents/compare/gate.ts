import type { Json } from '../reader/json.ts';
import { compareDocuments } from './compare.ts';
import type { Change } from './change.ts';
import { judge, type Excuse } from './excuses.ts';
import { isBelow, isNewMajor, leastVersion, versionTextOf } from './version.ts';

/**
 * `release`: the next release of a document against the last one. It may break what it likes under a new first number,
 * and must not differ under the same version. `client`: the document that a client was built with against the one that
 * is served. What breaks the client breaks it whatever the version says.
 */
type Rule = 'release' | 'client';

export interface Comparison {
  /** v1 or v2. */
  readonly name: string;
  readonly released: Json;
  readonly current: Json;
  readonly rule: Rule;
  /** The operations that count, by operationId; all where they are not listed. What concerns all always counts. */
  readonly operations?: ReadonlySet<string> | undefined;
}

export interface Verdict {
  readonly name: string;
  readonly released: string;
  readonly current: string;
  /** Whether clients of the released document can go on. */
  readonly isPassed: boolean;
  /** What the current document must be called at least when it is released. */
  readonly least: string;
  readonly changes: readonly Change[];
  readonly excused: readonly Change[];
  /** What else is wrong: excuses that must go, a version that is too low. */
  readonly faults: readonly string[];
}

/** Compares two documents. @param today as 2026-12-31, for excuses that run out and sunsets that have passed */
export function judgeDocument(comparison: Comparison, excuses: readonly Excuse[], today: string): Verdict {
  const { name, released, current, rule, operations } = comparison;
  const all = compareDocuments(released, current, today);
  const { blocking, excused, faults } = judge(all, excuses, today);
  const counts = ({ operations: reached }: Change): boolean =>
    operations === undefined || reached.length === 0 || reached.some((id) => operations.has(id));
  const isBroken = blocking.some(counts) && !(rule === 'release' && isNewMajor(released, current));
  const least = leastVersion(released, all, blocking.length > 0);
  const isLate = rule === 'release' && isBelow(current, least);
  const late = `info.version is ${versionTextOf(current)}; what differs from ${versionTextOf(released)} needs ${least} at least`;
  return {
    name,
    released: versionTextOf(released),
    current: versionTextOf(current),
    isPassed: !isBroken && !isLate && faults.length === 0,
    least,
    changes: all.filter(counts),
    excused: excused.filter(counts),
    faults: [...faults.map((fault) => `excuse ${fault}`), ...(isLate ? [late] : [])],
  };
}
