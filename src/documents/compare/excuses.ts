import { isJson } from '../reader/json.ts';
import type { Change } from './change.ts';

/** A waiver: an entry of excused.yaml that permits one breaking change for a limited time. */
export interface Excuse {
  /** The document: v1 or v2. A waiver of a client's own comparison need not name it. */
  readonly document: string | undefined;
  readonly kind: string;
  readonly pointer: string;
  readonly reason: string;
  /** The last day on which the waiver is valid: 2027-01-31. */
  readonly until: string;
}

const members = ['document', 'kind', 'pointer', 'reason', 'until'] as const;

/**
 * Parses the list of waivers.
 * @throws Error that names the entry and its fault
 */
export function readExcuses(list: unknown): Excuse[] {
  if (list === null || list === undefined) return [];
  if (!Array.isArray(list)) throw new Error('the excuses must be a list');
  return list.map((entry: unknown, index) => {
    const written = isJson(entry) ? entry : {};
    const textOf = (member: (typeof members)[number]): string => {
      const value = written[member];
      if (typeof value === 'string' && value.trim() !== '') return value;
      throw new Error(`excuse ${index + 1}: ${member} is missing or no text`);
    };
    const surplus = Object.keys(written).filter((key) => !(members as readonly string[]).includes(key));
    if (surplus.length > 0) throw new Error(`excuse ${index + 1}: ${surplus.join(', ')} means nothing`);
    const until = textOf('until');
    if (!/^\d{4}-\d\d-\d\d$/.test(until) || Number.isNaN(Date.parse(until))) {
      throw new Error(`excuse ${index + 1}: until is a day, as 2027-01-31`);
    }
    const pointer = textOf('pointer').replace(/^#/, '');
    const document = written['document'] === undefined ? undefined : textOf('document');
    return { document, kind: textOf('kind'), pointer, reason: textOf('reason'), until };
  });
}

/** @throws Error for a waiver that names a document that is not compared: it would never apply */
export function requireDocuments(excuses: readonly Excuse[], names: readonly (string | undefined)[]): void {
  excuses.forEach(({ document }, index) => {
    if (names.includes(document)) return;
    const known = names.filter((name) => name !== undefined).join(' or ');
    throw new Error(`excuse ${index + 1} is for the document ${document ?? 'without a name'}; expected ${known}`);
  });
}

interface Judgement {
  /** Breaking changes without a waiver. */
  readonly blocking: readonly Change[];
  readonly excused: readonly Change[];
  /** Waivers that have expired, or that apply to no change. Both must be removed. */
  readonly faults: readonly string[];
}

/**
 * Applies waivers to changes.
 * @param excuses the waivers of the compared document
 * @param today as 2026-12-31
 */
export function judge(changes: readonly Change[], excuses: readonly Excuse[], today: string): Judgement {
  const fits = (change: Change) => (excuse: Excuse) =>
    change.weight === 'breaking' && excuse.kind === change.kind && excuse.pointer === change.pointer;
  const faults = excuses.flatMap((excuse) => {
    const name = `${excuse.kind} #${excuse.pointer}`;
    if (!changes.some((change) => fits(change)(excuse))) return [`${name}: excuses nothing, take it out`];
    return excuse.until < today ? [`${name}: ran out on ${excuse.until}`] : [];
  });
  const holding = excuses.filter((excuse) => excuse.until >= today);
  const breaking = changes.filter(({ weight }) => weight === 'breaking');
  const isExcused = (change: Change): boolean => holding.some(fits(change));
  return { blocking: breaking.filter((change) => !isExcused(change)), excused: breaking.filter(isExcused), faults };
}
