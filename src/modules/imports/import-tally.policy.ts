import type { Import, ImportCount } from '../../../generated/v2/types.ts';
import type { RecordKind, RecordPlace, Refusal } from './imports.types.ts';

const REFUSALS_MAX = 1000;
const REASON_LENGTH_MAX = 1000;

/** Continues the counts of earlier steps. */
export class ImportTally {
  #counts: Record<RecordKind, ImportCount>;
  #refused: Import['refused'];

  constructor({ counts, refused }: Pick<Import, 'counts' | 'refused'>) {
    this.#counts = structuredClone(counts);
    this.#refused = [...refused];
  }

  count(kind: RecordKind, isNew: boolean, by = 1): void {
    this.#counts[kind][isNew ? 'created' : 'unchanged'] += by;
  }

  refuse({ kind, ...refusal }: Refusal): void {
    if (kind !== null) this.#counts[kind].refused += 1;
    this.note(refusal);
  }

  /** Reports a part that was left out of an imported record. */
  note({ record, line, reason }: RecordPlace & { readonly reason: string }): void {
    if (this.#refused.length >= REFUSALS_MAX) return;
    this.#refused.push({ record, line, reason: reason.slice(0, REASON_LENGTH_MAX) });
  }

  /** As note, but only once for a fact that holds for many records. */
  noteOnce(refusal: RecordPlace & { readonly reason: string }): void {
    const reason = refusal.reason.slice(0, REASON_LENGTH_MAX);
    if (!this.#refused.some((known) => known.reason === reason)) this.note(refusal);
  }

  result(): Pick<Import, 'counts' | 'refused'> {
    return { counts: structuredClone(this.#counts), refused: [...this.#refused] };
  }

  /** Returns to an earlier `result`. */
  reset({ counts, refused }: Pick<Import, 'counts' | 'refused'>): void {
    this.#counts = structuredClone(counts);
    this.#refused = [...refused];
  }
}
