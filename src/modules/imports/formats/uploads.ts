// Presents uploads as sequences of records, each of which is read only when it is imported.
import type { Import } from '../../../../generated/v2/types.ts';
import { readCsvList } from '../../../platform/csv.ts';
import { openCsvTable, type CsvRow } from '../../../platform/csv-table.ts';
import { excessOfJson, faultOfJson } from '../../../platform/json-text.ts';
import { indexRecords, type IndexedRecord } from '../../../platform/line-index.ts';
import type { ImportRecord, RecordPlace, Refusal, Upload } from '../imports.types.ts';
import { openArchive } from './archive-lines.ts';
import { columnsOf, type Columns } from './csv-columns.policy.ts';
import { isFields, type Fields } from './record-fields.ts';
import { leftOut } from './record-parts.ts';
import { readRecord, refused } from './record-reader.ts';

/** More than people have, and few enough that their places fit into memory. */
const RECORDS_MAX = 500_000;
/** Several times the longest text, each code unit of which JSON may escape with six bytes. */
const LINE_BYTES_MAX = 2 * 1024 * 1024;
/** Many times the fields of a record. Each name costs more time than its bytes. */
const NAMES_MAX = 10_000;
/** Of the labels in a row: several times the longest list of labels that are kept. */
const LABELS_CHARS_MAX = 64 * 1024;
/** The same limit as for request bodies. */
const DEPTH_MAX = 64;

const openers: Readonly<Record<Import['source'], (content: Buffer) => Upload | Promise<Upload>>> = {
  github_archive: openArchive,
  ndjson: openNdjson,
  csv: openCsv,
};

export async function openUpload(source: Import['source'], content: Buffer): Promise<Upload> {
  return openers[source](content);
}

async function openNdjson(content: Buffer): Promise<Upload> {
  const lines = await indexRecords(content, { recordsMax: RECORDS_MAX });
  return { total: lines.length, notes: [], at: (index) => readLine(content, recordAt(lines, index), index) };
}

function readLine(content: Buffer, { begin, end, line }: IndexedRecord, index: number): ImportRecord {
  const place = { record: String(index + 1), line };
  if (index === RECORDS_MAX) return refused('tasks', place, `only the first ${RECORDS_MAX} lines were read`);
  if (end - begin > LINE_BYTES_MAX) return refused('tasks', place, `the line has more than ${LINE_BYTES_MAX} bytes`);
  const text = content.toString('utf8', begin, end);
  const excess = excessOfJson(text, { namesMax: NAMES_MAX, depthMax: DEPTH_MAX });
  if (excess !== undefined) return refused('tasks', place, excess);
  const fields = parsed(text);
  if (fields === undefined) return refused('tasks', place, 'the line is not a JSON object');
  const fault = faultOfJson(text, DEPTH_MAX);
  return fault === undefined
    ? readRecord(fields, { source: 'ndjson', place, said: fields })
    : refused('tasks', place, fault);
}

function parsed(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

async function openCsv(content: Buffer): Promise<Upload> {
  const table = await openCsvTable(content, RECORDS_MAX);
  const columns = columnsOf('cells' in table.header ? table.header.cells : []);
  const { line } = table.header;
  if ('fault' in columns)
    return {
      total: 0,
      notes: [{ kind: null, record: 'header', line, reason: columns.fault }],
      at: (index) => recordAt([], index),
    };
  return {
    total: table.total,
    notes: notesOn(columns.unknown, line),
    at: (index) => readRow(columns, table.row(index), index),
  };
}

function notesOn(unknown: readonly string[], line: number): Refusal[] {
  return unknown.length === 0 ? [] : [{ kind: null, record: 'header', line, reason: leftOut('columns', unknown) }];
}

function readRow(columns: Columns, row: CsvRow, index: number): ImportRecord {
  const place = { record: String(index + 1), line: row.line };
  if (index === RECORDS_MAX)
    return refused(
      'tasks',
      place,
      `there are more than ${RECORDS_MAX} rows; neither this row nor any after it was read`,
    );
  if ('fault' in row) return refused('tasks', place, row.fault);
  const { length } = row.cells;
  // Spreadsheets write empty cells after the last column.
  const { length: named } = columns.names;
  if (length < named || row.cells.slice(named).some((cell) => cell !== null && cell !== '')) {
    return refused('tasks', place, `it has ${length} cells, and the header names ${named} columns`);
  }
  return readCells(columns, row.cells, place);
}

function readCells(columns: Columns, cells: readonly (string | null)[], place: RecordPlace): ImportRecord {
  const fields = new Map<string, unknown>();
  // Keyed by the names in the header: an id that is derived from a row's content must stay the same when more columns
  // are recognised.
  const said = new Map<string, unknown>();
  const labels: string[] = [];
  let labelsChars = 0;
  for (const [at, name] of columns.names.entries()) {
    const cell = cells[at] ?? null;
    if (name === 'labels') labelsChars += cell?.length ?? 0;
    if (labelsChars > LABELS_CHARS_MAX)
      return refused('tasks', place, `labels has more than ${LABELS_CHARS_MAX} characters`);
    const names = name === 'labels' ? namesIn(cell) : [];
    if (names === undefined) return refused('tasks', place, 'labels is not a list of names with commas between them');
    labels.push(...names);
    const title = columns.titles[at] ?? '';
    fields.set(name, cell);
    said.set(said.has(title) ? `${title} ${at}` : title, cell);
  }
  const number = numberIn(fields.get('number'));
  // A row is always a task, whatever a column of that name contains.
  for (const name of ['record', 'labels', 'number']) {
    fields.delete(name);
    said.delete(name);
  }
  const more = { labels, number };
  return readRecord(
    { ...Object.fromEntries(fields), ...more },
    { source: 'csv', place, said: { ...Object.fromEntries(said), ...more } },
  );
}

function numberIn(cell: unknown): unknown {
  return typeof cell === 'string' && /^ *\d{1,15} *$/.test(cell) ? Number(cell) : (cell ?? null);
}

function namesIn(cell: string | null): string[] | undefined {
  try {
    return cell === null ? [] : readCsvList(cell);
  } catch {
    return undefined;
  }
}

function recordAt<Record>(records: readonly Record[], index: number): Record {
  const record = records[index];
  if (record === undefined) throw new RangeError(`the upload has no record ${index}`);
  return record;
}
