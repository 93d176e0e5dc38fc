import type { Json } from '../reader/json.ts';
import { compareDocuments } from './compare.ts';
import type { Change } from './change.ts';
import type { ChangeUsage } from './key-usage.ts';
import { applyWaivers, type Waiver } from './waivers.ts';
import { isBelow, isNewMajor, leastVersion, versionTextOf } from './version.ts';

/**
 * `release`: compares the next release of a document to the last one. A new major version may contain breaking changes.
 * Two different documents must not have the same version. `client`: compares the document that a client was built with
 * to the served one. A change that breaks the client is breaking, whatever the version is.
 */
type Rule = 'release' | 'client';

export interface Comparison {
  /** v1 or v2. */
  readonly name: string;
  readonly released: Json;
  readonly current: Json;
  readonly rule: Rule;
  /** The operationIds to compare; all if absent. Changes that affect all operations always count. */
  readonly operations?: ReadonlySet<string> | undefined;
}

export interface Verdict {
  readonly name: string;
  /** The compared documents: the released and the current one. */
  readonly documents: readonly [Json, Json];
  /** The operations that were considered; undefined if all were. */
  readonly operations: readonly string[] | undefined;
  /** Other things that the reader has to know. */
  readonly notes: readonly string[];
  /** The keys that each breaking change breaks; undefined if no server was asked. */
  readonly usage?: ReadonlyMap<Change, ChangeUsage>;
  readonly released: string;
  readonly current: string;
  /** Whether clients of the released document keep working. */
  readonly isPassed: boolean;
  /** The lowest version that the current document may be released as. */
  readonly least: string;
  readonly changes: readonly Change[];
  readonly excused: readonly Change[];
  /** Other faults: waivers that must be removed, or a version that is too low. */
  readonly faults: readonly string[];
}

/**
 * Compares two documents.
 * @param today as 2026-12-31, to detect expired waivers and past sunsets
 */
export function evaluateDocument(comparison: Comparison, waivers: readonly Waiver[], today: string): Verdict {
  const { name, released, current, rule, operations } = comparison;
  const all = compareDocuments(released, current, today);
  const { blocking, excused, faults } = applyWaivers(all, waivers, today);
  const counts = ({ operations: reached }: Change): boolean =>
    operations === undefined || reached.length === 0 || reached.some((id) => operations.has(id));
  const isBroken = blocking.some(counts) && !(rule === 'release' && isNewMajor(released, current));
  const least = leastVersion(released, all, blocking.length > 0);
  const isLate = rule === 'release' && isBelow(current, least);
  const late = `info.version is ${versionTextOf(current)}, but the changes since ${versionTextOf(released)} require at least ${least}`;
  return {
    name,
    documents: [released, current],
    operations: operations === undefined ? undefined : [...operations],
    notes: [],
    released: versionTextOf(released),
    current: versionTextOf(current),
    isPassed: !isBroken && !isLate && faults.length === 0,
    least,
    changes: all.filter(counts),
    excused: excused.filter(counts),
    faults: [...faults.map((fault) => `waiver ${fault}`), ...(isLate ? [late] : [])],
  };
}
