import { isDay } from '../reader/day.ts';
import { isJson } from '../reader/json.ts';
import type { Change } from './change.ts';

/** A waiver: an entry of excused.yaml that permits one breaking change for a limited time. */
export interface Waiver {
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
 * @throws Error that names the entry and what is wrong with it
 */
export function readWaivers(list: unknown): Waiver[] {
  if (list === null || list === undefined) return [];
  if (!Array.isArray(list))
    throw new Error('the waivers must be a list of entries with document, kind, pointer, reason and until');
  return list.map((entry: unknown, index) => {
    const written = isJson(entry) ? entry : {};
    const textOf = (member: (typeof members)[number]): string => {
      const value = written[member];
      if (typeof value === 'string' && value.trim() !== '') return value;
      throw new Error(`waiver ${index + 1}: ${member} must be a text that is not empty`);
    };
    const surplus = Object.keys(written).filter((key) => !(members as readonly string[]).includes(key));
    if (surplus.length > 0)
      throw new Error(`waiver ${index + 1}: unknown member ${surplus.join(', ')}; known are ${members.join(', ')}`);
    const until = textOf('until');
    if (!isDay(until)) throw new Error(`waiver ${index + 1}: until must be a date such as 2027-01-31, but is ${until}`);
    const pointer = textOf('pointer').replace(/^#/, '');
    const document = written['document'] === undefined ? undefined : textOf('document');
    return { document, kind: textOf('kind'), pointer, reason: textOf('reason'), until };
  });
}

/** @throws Error for a waiver that names a document that is not compared: it would never apply */
export function requireDocuments(waivers: readonly Waiver[], names: readonly string[]): void {
  waivers.forEach(({ document }, index) => {
    if (document !== undefined && names.includes(document)) return;
    throw new Error(`waiver ${index + 1}: document must be ${names.join(' or ')}, but is ${document ?? 'absent'}`);
  });
}

/**
 * Returns the waivers for a client's document: those that name it, and those that name none. A list may serve several
 * versions; waivers of another version never apply.
 * @throws Error for a waiver that names no version
 */
export function waiversFor(name: string, waivers: readonly Waiver[]): Waiver[] {
  waivers.forEach(({ document }, index) => {
    if (document === undefined || /^v\d+$/.test(document)) return;
    throw new Error(`waiver ${index + 1}: document must be ${name} or another version, but is ${document}`);
  });
  return waivers.filter(({ document }) => document === undefined || document === name);
}

interface WaiverResult {
  /** Breaking changes without a waiver. */
  readonly blocking: readonly Change[];
  readonly excused: readonly Change[];
  /** Waivers that have expired, or that apply to no change. Both must be removed. */
  readonly faults: readonly string[];
}

/**
 * Applies waivers to changes.
 * @param waivers the waivers of the compared document
 * @param today as 2026-12-31
 */
export function applyWaivers(changes: readonly Change[], waivers: readonly Waiver[], today: string): WaiverResult {
  const fits = (change: Change) => (waiver: Waiver) =>
    change.weight === 'breaking' && waiver.kind === change.kind && waiver.pointer === change.pointer;
  const faults = waivers.flatMap((waiver) => {
    const name = `${waiver.kind} #${waiver.pointer}`;
    if (!changes.some((change) => fits(change)(waiver))) return [`${name} matches no breaking change: remove it`];
    return waiver.until < today ? [`${name} expired on ${waiver.until}: undo the change or set a later date`] : [];
  });
  const valid = waivers.filter((waiver) => waiver.until >= today);
  const breaking = changes.filter(({ weight }) => weight === 'breaking');
  const isExcused = (change: Change): boolean => valid.some(fits(change));
  return { blocking: breaking.filter((change) => !isExcused(change)), excused: breaking.filter(isExcused), faults };
}
