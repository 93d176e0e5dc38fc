// Writes CSV (RFC 4180). Spreadsheets run a cell that begins like a formula, so such a text is written with a leading
// apostrophe, which is removed on reading. A text that begins with apostrophes followed by a formula gets one too, so
// that reading is unambiguous.
import { loadCsvParser, loadCsvWriter } from './csv-packages.ts';

/** OWASP, CSV Injection: and the full-width forms of the four signs, which some spreadsheets take for them. */
const formula = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const guarded = /^'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
// A spreadsheet that separates cells by semicolons or tabs ignores the quotes of a file with commas. Text after such a
// separator then begins a cell.
const innerFormula = /([;\t])(?=['"]*[=+\-@\uff1d\uff0b\uff0d\uff20])/g;
const innerGuarded = /([;\t])'(?=['"]*[=+\-@\uff1d\uff0b\uff0d\uff20])/g;

/** A list is written as one line of CSV in its cell. */
export type Cell = string | number | boolean | null | readonly string[];

/** Returns one line with its line end. Null is an empty cell, an empty text a quoted one. */
export function csvLine(cells: readonly Cell[]): string {
  // csv-stringify quotes only the line break that ends its records. Readers take every line break for the end of a row.
  const { stringify } = loadCsvWriter();
  return stringify([cells.map(textOf)], { record_delimiter: '\r\n', quoted_empty: false, quoted_match: /^$|[\r\n]/ });
}

function textOf(cell: Cell): string | null {
  if (cell === null) return null;
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
  const text = (typeof cell === 'string' ? cell : listText(cell)).replace(innerFormula, "$1'");
  return formula.test(text) ? `'${text}` : text;
}

/** Returns the text of a cell without the apostrophe that `csvLine` has added. */
export function unguarded(text: string): string {
  return text.replace(guarded, (guard) => guard.slice(1)).replace(innerGuarded, '$1');
}

/** Returns a list as `bug,help wanted`. No member is empty. Members with outer spaces are quoted. */
function listText(members: readonly string[]): string {
  return members.length === 0
    ? ''
    : loadCsvWriter().stringify([members], { eof: false, quoted_match: /^\s|\s$|[\r\n]/ });
}

/**
 * Parses the output of `listText`.
 * @throws Error if it is not a line of CSV
 */
export function readCsvList(text: string): string[] {
  const [members = []] = loadCsvParser().parse(text, { ltrim: true, rtrim: true, relax_column_count: true });
  return members.filter((member) => member !== '');
}
