// Reads CSV (RFC 4180), also in the variants that programs write: with commas, semicolons or tabs between the cells.
import { unguarded } from './csv.ts';
import { loadCsvParser } from './csv-packages.ts';
import { beginOf, firstRecord, indexRecords, type IndexedRecord } from './line-index.ts';

/** Null is an empty cell without quotes. */
export type CsvRow = { readonly line: number } & (
  { readonly cells: readonly (string | null)[] } | { readonly fault: string }
);

interface CsvTable {
  /** The first row. */
  readonly header: CsvRow;
  /** The number of rows after the first. One more than allowed means that there are more. */
  readonly total: number;
  /** @param index below `total` */
  row(index: number): CsvRow;
}

/**
 * The size limit of a row: several times the longest text, each character of which may take four bytes or be doubled.
 */
const ROW_BYTES_MAX = 2 * 1024 * 1024;
/** Many times the columns of a header. Each cell costs more time than its bytes. */
const CELLS_MAX = 10_000;
/** A header must end within this many bytes. */
export const HEADER_BYTES_MAX = 64 * 1024;

const separators = [',', ';', '\t'] as const;
/** A byte that UTF-8 never contains. */
const NO_DELIMITER = Buffer.from([0xff]);
const unclosed = 'a quotation mark is never closed; everything after it belongs to the cell';
const faults: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: unclosed,
  CSV_INVALID_CLOSING_QUOTE: 'text follows the closing quotation mark of a cell',
  INVALID_OPENING_QUOTE: 'a quotation mark stands within a cell that is not quoted',
};

const noHeader: CsvRow = { line: 1, fault: 'there is no header' };

interface Head {
  readonly row: CsvRow;
  readonly separator: string;
  /** The offset of the next row. */
  readonly next: { readonly byte: number; readonly line: number };
}

/** Finds the rows of a file without parsing them. A malformed row does not prevent the others from being read. */
export async function openCsvTable(content: Buffer, rowsMax: number): Promise<CsvTable> {
  const head = readHead(content.subarray(0, HEADER_BYTES_MAX), content.length <= HEADER_BYTES_MAX);
  if (head === undefined) return { header: noHeader, total: 0, row: noRow };
  const { row: header, separator, next } = head;
  const records = await indexRecords(content, { separator: codeOf(separator), recordsMax: rowsMax, from: next });
  return { header, total: records.length, row: (index) => readRow(content, records[index] ?? noRow(index), separator) };
}

/** Returns the first row of a file, from the file's beginning; undefined if the row does not end there. */
export function readCsvHeader(text: string): CsvRow | undefined {
  // A character takes at least one byte.
  const beginning = Buffer.from(text.slice(0, HEADER_BYTES_MAX));
  return readHead(beginning, text.length <= HEADER_BYTES_MAX)?.row;
}

/** @param isAll whether the beginning is the whole file */
function readHead(beginning: Buffer, isAll: boolean): Head | undefined {
  const [separator] = separators
    .map((candidate) => [candidate, countOf(beginning, candidate)] as const)
    .reduce((best, next) => (next[1] > best[1] ? next : best));
  const hint = hintIn(beginning);
  const content = hint === undefined ? beginning : beginning.subarray(hint.bytes);
  const chosen = hint?.separator ?? separator;
  const record = firstRecord(content, codeOf(chosen));
  if (!isAll && (record === undefined || record.isUnclosed === true || record.end === content.length)) return undefined;
  if (record === undefined) return { row: noHeader, separator: chosen, next: { byte: beginning.length, line: 1 } };
  const [byte, line] = [hint?.bytes ?? 0, hint === undefined ? 0 : 1];
  const moved = { ...record, begin: record.begin + byte, end: record.end + byte, line: record.line + line };
  const lines = beginning.toString('latin1', record.begin + byte, record.end + byte).match(/\r\n|\r|\n/g) ?? [];
  return {
    row: readRow(beginning, moved, chosen),
    separator: chosen,
    next: { byte: moved.end, line: moved.line + lines.length },
  };
}

/** The number of cells in the first row with that separator. */
function countOf(beginning: Buffer, separator: string): number {
  const record = firstRecord(beginning, codeOf(separator));
  if (record === undefined) return 0;
  const row = readRow(beginning, record, separator);
  return 'cells' in row ? row.cells.length : 0;
}

/** `sep=;` in the first line, by which spreadsheets declare the separator. */
function hintIn(beginning: Buffer): { readonly separator: string; readonly bytes: number } | undefined {
  const from = beginOf(beginning);
  const match = /^"?sep=([,;\t])"?(?:\r\n|\r|\n)/i.exec(beginning.toString('latin1', from, from + 16));
  return match === null ? undefined : { separator: match[1] ?? ',', bytes: from + match[0].length };
}

function readRow(
  content: Buffer,
  { begin, end, line, cells: count, isUnclosed }: IndexedRecord,
  separator: string,
): CsvRow {
  if (isUnclosed === true) return { line, fault: unclosed };
  if (end - begin > ROW_BYTES_MAX) return { line, fault: `it has more than ${ROW_BYTES_MAX} bytes` };
  if (count > CELLS_MAX) return { line, fault: `it has more than ${CELLS_MAX} cells` };
  try {
    const [cells = []] = loadCsvParser().parse(content.subarray(begin, end), {
      delimiter: separator,
      relax_column_count: true,
      // Within one row, every line break belongs to a cell.
      record_delimiter: NO_DELIMITER,
      cast: (value, { quoting }) => (value === '' && !quoting ? null : unguarded(value)),
    }) as (string | null)[][];
    return { line, cells };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return { line, fault: faults[code] ?? 'it is not CSV' };
  }
}

function codeOf(separator: string): number {
  return separator.charCodeAt(0);
}

function noRow(index: number): never {
  throw new RangeError(`the table has no row ${index}`);
}
