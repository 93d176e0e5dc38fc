// CSV as RFC 4180 has it. Spreadsheets take a cell that begins like a formula for one, so such a text gets an apostrophe
// in front when it is written, and loses it when it is read; so do texts that begin with apostrophes and then like a
// formula, or reading could not tell the two apart.
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parse } from 'csv-parse';
import { parse as parseAtOnce } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

/** OWASP, CSV Injection: and the full-width forms of the four signs, which some spreadsheets take for them. */
const formula = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const guarded = /^'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** A list becomes one line of CSV in its cell. */
export type Cell = string | number | boolean | null | readonly string[];

/** One line, its end included. Null is an empty cell, an empty text a quoted one. */
export function csvLine(cells: readonly Cell[]): string {
  // Of line breaks, csv-stringify quotes only the one that ends its records; readers take each for the end of a row.
  return stringify([cells.map(textOf)], { record_delimiter: '\r\n', quoted_empty: false, quoted_match: /^$|[\r\n]/ });
}

function textOf(cell: Cell): string | null {
  if (cell === null) return null;
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
  const text = typeof cell === 'string' ? cell : listText(cell);
  return formula.test(text) ? `'${text}` : text;
}

/** `bug,help wanted`; no member is empty. Quoted where spaces at the ends would be lost. */
function listText(members: readonly string[]): string {
  return members.length === 0 ? '' : stringify([members], { eof: false, quoted_match: /^\s|\s$|[\r\n]/ });
}

/** The cells of a row, or why it cannot be read. Null is an empty cell that is not quoted. */
export type CsvRow = { readonly cells: readonly (string | null)[] } | { readonly fault: string };

const faults: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark is never closed; everything after it belongs to the cell',
  CSV_INVALID_CLOSING_QUOTE: 'text follows the closing quotation mark of a cell',
  INVALID_OPENING_QUOTE: 'a quotation mark stands within a cell that is not quoted',
};

/** Rows that cannot be read cost a hundred times as much as others; with so many of them it is another format. */
const FAULTS_MAX = 1000;
/** What is read before others get their turn. */
const SLICE_BYTES = 16_384;

class EndOfReading extends Error {}

/**
 * Reads a file; a row that is broken does not keep the others from being read, as far as they can be found. Others get
 * their turn meanwhile, because a large file takes seconds.
 * @param rowsMax where reading ends; the last row then says so
 */
export async function readCsv(content: Buffer, rowsMax: number): Promise<CsvRow[]> {
  const rows: CsvRow[] = [];
  let faultCount = 0;
  const end = (reason: string): never => {
    rows.push({ fault: `${reason}; neither this row nor any after it was read` });
    throw new EndOfReading();
  };
  const parser = parse({
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    cast: (value, { quoting }) => (value === '' && !quoting ? null : value.replace(guarded, (guard) => guard.slice(1))),
    on_record: (cells: (string | null)[]) => {
      if (rows.length === rowsMax) end(`there are more than ${rowsMax} rows`);
      rows.push({ cells });
      return null;
    },
    on_skip: (error) => {
      if (faultCount++ === FAULTS_MAX) end(`more than ${FAULTS_MAX} rows could not be read`);
      rows.push({ fault: faults[error?.code ?? ''] ?? 'it is not CSV' });
      return undefined;
    },
  });
  try {
    await pipeline(
      slicesOf(content),
      parser,
      new Writable({ objectMode: true, write: (_row, _encoding, next) => next() }),
    );
  } catch (error) {
    if (!(error instanceof EndOfReading)) throw error;
  }
  return rows;
}

async function* slicesOf(content: Buffer): AsyncGenerator<Buffer> {
  for (let from = 0; from < content.length; from += SLICE_BYTES) {
    yield content.subarray(from, from + SLICE_BYTES);
    await nextTurn();
  }
}

/** The cells of the first row alone; undefined where there is none, or none that can be read. */
export function readCsvHeader(text: string): string[] | undefined {
  try {
    const [cells] = parseAtOnce(text, { bom: true, relax_column_count: true, skip_empty_lines: true, to: 1 });
    return cells;
  } catch {
    return undefined;
  }
}

/** What `listText` wrote. @throws Error where it is no line of CSV */
export function readCsvList(text: string): string[] {
  const [members = []] = parseAtOnce(text, { ltrim: true, rtrim: true, relax_column_count: true });
  return members.filter((member) => member !== '');
}
