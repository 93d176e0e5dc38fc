// Finds the records of a text without reading them: where each begins and ends, and on which line. A large upload is
// looked through in slices, between which others have their turn; a record is read when it is asked for.
import { setImmediate as nextTurn } from 'node:timers/promises';

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
const BOM = Buffer.from('\uFEFF');
/** What is looked through before others get their turn: some milliseconds. */
const SLICE_BYTES = 512 * 1024;
/** Nobody writes a longer line of nothing but spaces. */
const BLANK_BYTES_MAX = 4096;
/** Quotation marks that nothing closes cost a look through all the rest each; with more of them it is another format. */
const UNCLOSED_MAX = 16;

/** A record as far as it is known without reading it. */
export interface IndexedRecord {
  readonly begin: number;
  /** Without what ends the line. */
  readonly end: number;
  /** The line it begins on, from 1. */
  readonly line: number;
  /** Set where a quotation mark is never closed. */
  readonly isUnclosed?: boolean;
}

interface IndexRules {
  /** As RFC 4180: line ends within quotes belong to the cell. The byte that separates cells; without it each line is a record. */
  readonly separator?: number;
  /** Where looking ends. */
  readonly recordsMax: number;
  /** The byte and the line to begin at. */
  readonly from?: { readonly byte: number; readonly line: number };
}

/**
 * The records of a text in UTF-8; lines of nothing but spaces are none.
 * @returns up to `recordsMax + 1` records: one more than allowed says that there are more
 */
export async function indexRecords(content: Buffer, rules: IndexRules): Promise<IndexedRecord[]> {
  const scan = new RecordScan(content, rules);
  while (!scan.isOver) {
    scan.advance(SLICE_BYTES);
    await nextTurn();
  }
  return scan.records;
}

/** The first record of a text; undefined where there is none, or where it does not end within the text. */
export function firstRecord(content: Buffer, separator: number): IndexedRecord | undefined {
  const scan = new RecordScan(content, { separator, recordsMax: 0 });
  while (!scan.isOver) scan.advance(SLICE_BYTES);
  return scan.records[0];
}

/** Behind the byte order mark, where there is one. */
export function beginOf(content: Buffer): number {
  return content.subarray(0, BOM.length).equals(BOM) ? BOM.length : 0;
}

type State = 'cell_begins' | 'plain' | 'quoted' | 'quote_ended';

class RecordScan {
  readonly records: IndexedRecord[] = [];
  readonly #content: Buffer;
  readonly #rules: IndexRules;
  #at: number;
  #begin: number;
  /** The line that the place is on, and the one that its record begins on. */
  #line: number;
  #firstLine: number;
  #state: State = 'cell_begins';
  #unclosed = 0;

  constructor(content: Buffer, rules: IndexRules) {
    this.#content = content;
    this.#rules = rules;
    this.#at = this.#begin = rules.from?.byte ?? beginOf(content);
    this.#line = this.#firstLine = rules.from?.line ?? 1;
  }

  get isOver(): boolean {
    return this.#begin >= this.#content.length || this.records.length > this.#rules.recordsMax;
  }

  /** Goes on by about so many bytes. */
  advance(length: number): void {
    const until = Math.min(this.#content.length, this.#at + length);
    while (this.#at < until && this.records.length <= this.#rules.recordsMax) this.#take(this.#content[this.#at++]);
    if (this.#at === this.#content.length && !this.isOver) this.#end();
  }

  #take(byte: number | undefined): void {
    if (byte === LF || byte === CR) this.#takeLineEnd(byte);
    else if (this.#rules.separator !== undefined) this.#state = this.#next(byte, this.#rules.separator);
  }

  #takeLineEnd(byte: number): void {
    const isPair = byte === CR && this.#content[this.#at] === LF;
    const end = this.#at - 1;
    if (isPair) this.#at += 1;
    this.#line += 1;
    if (this.#state !== 'quoted') this.#close(end);
  }

  #next(byte: number | undefined, separator: number): State {
    if (this.#state === 'quoted') return byte === QUOTE ? 'quote_ended' : 'quoted';
    if (byte === separator) return 'cell_begins';
    // Two of them are one within the cell; one elsewhere opens nothing.
    if (byte === QUOTE && this.#state !== 'plain') return 'quoted';
    return 'plain';
  }

  #close(end: number, more: Pick<IndexedRecord, 'isUnclosed'> = {}): void {
    if (!this.#isBlank(end)) this.records.push({ begin: this.#begin, end, line: this.#firstLine, ...more });
    this.#begin = this.#at;
    this.#firstLine = this.#line;
    this.#state = 'cell_begins';
  }

  #isBlank(end: number): boolean {
    if (end - this.#begin > BLANK_BYTES_MAX) return false;
    for (let at = this.#begin; at < end; at++) {
      const byte = this.#content[at];
      if (byte !== 0x20 && (byte !== 0x09 || this.#rules.separator === 0x09)) return false;
    }
    return true;
  }

  /** The text is over. Where a cell is still open, its first line is the fault, and what follows is looked at once more. */
  #end(): void {
    if (this.#state !== 'quoted' || ++this.#unclosed > UNCLOSED_MAX) {
      this.#close(this.#content.length, this.#state === 'quoted' ? { isUnclosed: true } : {});
      return;
    }
    this.#at = this.#begin;
    this.#line = this.#firstLine;
    const ends = [LF, CR].map((byte) => this.#content.indexOf(byte, this.#begin)).filter((at) => at !== -1);
    const end = Math.min(this.#content.length, ...ends);
    this.#at = end;
    this.#at += this.#content[end] === CR && this.#content[end + 1] === LF ? 2 : 1;
    this.#line += 1;
    this.#close(end, { isUnclosed: true });
  }
}
