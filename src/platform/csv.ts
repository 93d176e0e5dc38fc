// Writes CSV as RFC 4180 has it. Spreadsheets take a cell that begins like a formula for one, so such a text gets an apostrophe
// in front when it is written, and loses it when it is read; so do texts that begin with apostrophes and then like a
// formula, or reading could not tell the two apart.
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

/** OWASP, CSV Injection: and the full-width forms of the four signs, which some spreadsheets take for them. */
const formula = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const guarded = /^'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
// Where a spreadsheet separates cells by semicolons or tabs, quotes of a file with commas do not count, and what follows
// such a sign within a text begins a cell.
const innerFormula = /([;\t])(?=['"]*[=+\-@\uff1d\uff0b\uff0d\uff20])/g;
const innerGuarded = /([;\t])'(?=['"]*[=+\-@\uff1d\uff0b\uff0d\uff20])/g;

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
  const text = (typeof cell === 'string' ? cell : listText(cell)).replace(innerFormula, "$1'");
  return formula.test(text) ? `'${text}` : text;
}

/** The text of a cell without the apostrophes that `csvLine` has put before formulas. */
export function unguarded(text: string): string {
  return text.replace(guarded, (guard) => guard.slice(1)).replace(innerGuarded, '$1');
}

/** `bug,help wanted`; no member is empty. Quoted where spaces at the ends would be lost. */
function listText(members: readonly string[]): string {
  return members.length === 0 ? '' : stringify([members], { eof: false, quoted_match: /^\s|\s$|[\r\n]/ });
}

/** What `listText` wrote. @throws Error where it is no line of CSV */
export function readCsvList(text: string): string[] {
  const [members = []] = parse(text, { ltrim: true, rtrim: true, relax_column_count: true });
  return members.filter((member) => member !== '');
}
