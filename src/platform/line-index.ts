// Finds where the records of a text begin and end, and on which line, without parsing them. A large upload is scanned
// in slices and yields to the event loop between them. The caller parses each record when it needs it.
import { setImmediate as nextTurn } from 'node:timers/promises';

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
const BOM = Buffer.from('\uFEFF');
/** Scanned between two turns of the event loop; takes a few milliseconds. */
const SLICE_BYTES = 512 * 1024;
/** A longer line counts as a record even if it contains only spaces, so that the check for blank lines is bounded. */
const BLANK_BYTES_MAX = 4096;
/** Each unclosed quotation mark costs a scan to the end of the text. A text with more of them is not CSV. */
const UNCLOSED_MAX = 16;

/** The position of a record in a text. */
export interface IndexedRecord {
  readonly begin: number;
  /** Excludes the line break. */
  readonly end: number;
  /** The line on which it begins, counted from 1. */
  readonly line: number;
  /** The number of its cells; 1 without a separator. */
  readonly cells: number;
  /** Set if a quotation mark is never closed. */
  readonly isUnclosed?: boolean;
}

interface IndexRules {
  /**
   * The byte that separates cells (RFC 4180: line breaks within quotes belong to the cell). If absent, each line is a
   * record.
   */
  readonly separator?: number;
  /** The scan stops after one more record than this. */
  readonly recordsMax: number;
  /** The byte and the line at which the scan begins. */
  readonly from?: { readonly byte: number; readonly line: number };
}

/**
 * Finds the records of a text in UTF-8. Blank lines are skipped.
 * @returns up to `recordsMax + 1` records; the additional one shows that the text has more than `recordsMax`
 */
export async function indexRecords(content: Buffer, rules: IndexRules): Promise<IndexedRecord[]> {
  const scan = new RecordScan(content, rules);
  while (!scan.isOver) {
    scan.advance(SLICE_BYTES);
    await nextTurn();
  }
  return scan.records;
}

/** Returns the first record of a text; undefined if there is none. */
export function firstRecord(content: Buffer, separator: number): IndexedRecord | undefined {
  const scan = new RecordScan(content, { separator, recordsMax: 0 });
  while (!scan.isOver) scan.advance(SLICE_BYTES);
  return scan.records[0];
}

/** Returns the offset of the first byte after the byte order mark; 0 if there is none. */
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
  /** The current line, and the line on which the current record begins. */
  #line: number;
  #firstLine: number;
  #state: State = 'cell_begins';
  #cells = 1;
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

  /** Scans about `length` bytes. */
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
    if (byte === separator) {
      this.#cells += 1;
      return 'cell_begins';
    }
    // Two quotes in a quoted cell stand for one. A quote inside an unquoted cell is an ordinary character.
    if (byte === QUOTE && this.#state !== 'plain') return 'quoted';
    return 'plain';
  }

  #close(end: number, more: Pick<IndexedRecord, 'isUnclosed'> = {}): void {
    const cells = this.#cells;
    if (!this.#isBlank(end)) this.records.push({ begin: this.#begin, end, line: this.#firstLine, cells, ...more });
    this.#cells = 1;
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

  /**
   * Handles the end of the text. If a quote is still open, only its first line is faulty, and the lines after it are
   * scanned again.
   */
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
