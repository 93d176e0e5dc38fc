import { compareDocuments } from './compare.ts';
import type { Change } from './change.ts';
import { judge, type Excuse } from './excuses.ts';
import type { Json } from '../reader/json.ts';
import { linesOf } from './print.ts';
import { isNewMajor, leastVersion, versionTextOf } from './version.ts';

interface Comparison {
  /** v1 or v2. */
  readonly name: string;
  readonly released: Json;
  readonly current: Json;
}

export interface Verdict {
  readonly lines: readonly string[];
  /** Whether clients of the released document can go on. */
  readonly isPassed: boolean;
  /** What the current document must be called at least when it is released. */
  readonly least: string;
  readonly changes: readonly Change[];
}

/** Compares one document with its release. @param today as 2026-12-31, for excuses that run out */
export function judgeDocument(
  { name, released, current }: Comparison,
  excuses: readonly Excuse[],
  today: string,
): Verdict {
  const changes = compareDocuments(released, current);
  const { blocking, excused, faults } = judge(name, changes, excuses, today);
  const isNew = isNewMajor(released, current);
  const isBroken = blocking.length > 0 && !isNew;
  const head = `${name}: ${versionTextOf(released)} was released, this is ${versionTextOf(current)}`;
  return {
    isPassed: !isBroken && faults.length === 0,
    least: leastVersion(released, changes, blocking.length > 0),
    changes,
    lines: [
      head,
      ...(changes.length === 0 ? ['  no difference'] : linesOf(changes)),
      ...excused.map(({ kind, pointer }) => `  excused: ${kind} #${pointer}`),
      ...faults.map((fault) => `  excuse: ${fault}`),
      ...(isBroken ? [`  ${blocking.length} changes break clients, and there is no new version for them`] : []),
    ],
  };
}
