import { parse } from 'csv-parse/sync';
import type { Schema } from './document.ts';

// Reads streams of records as a client that knows only the document.

/** @throws Error if the last line has no line break, because the stream broke off */
export function readLines(text: string): unknown[] {
  if (text === '') return [];
  if (!text.endsWith('\n')) throw new Error('the last line has no end');
  return text
    .slice(0, -1)
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}

/** @throws Error if the text is not CSV, or its header does not match the members of the schema */
export function readRows(text: string, { properties }: Schema): Record<string, unknown>[] {
  const members = properties as Readonly<Record<string, Schema>>;
  if (!text.endsWith('\r\n')) throw new Error('the last line has no end');
  const [header = [], ...rows] = readCells(text);
  const columns = Object.keys(members);
  if (header.join() !== columns.join()) throw new Error(`the header is ${header.join()}`);
  return rows.map((cells) =>
    Object.fromEntries(columns.map((column, index) => [column, valueOf(cells[index] ?? null, members[column]!)])),
  );
}

/** Returns the cells as written; null for an empty cell without quotation marks. */
export function readCells(text: string): (string | null)[][] {
  return parse(text, { bom: true, cast: (value, { quoting }) => (value === '' && !quoting ? null : value) });
}

function valueOf(cell: string | null, { type }: Schema): unknown {
  const types = [type].flat();
  if (cell === null) return types.includes('array') ? [] : null;
  if (/^[=+\-@\t\r\n]/.test(cell)) throw new Error(`a spreadsheet would evaluate ${JSON.stringify(cell)} as a formula`);
  if (types.includes('array')) return parse(cell, { ltrim: true })[0] ?? [];
  if (types.includes('integer') || types.includes('number')) return Number(cell);
  return cell;
}
