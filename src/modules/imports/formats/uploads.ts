// Uploads as sequences of records, each of which is read when its turn has come.
import type { Import } from '../../../../generated/v2/types.ts';
import { readCsv, readCsvList, type CsvRow } from '../../../platform/csv.ts';
import { columnsOf } from './csv-columns.service.ts';
import { readGithubArchive } from './github-archive.ts';
import type { ImportRecord, Upload } from '../imports.types.ts';
import { isFields, type Fields } from './record-fields.ts';
import { readRecord, refused } from './record-reader.ts';

/** Far more than people have, and few enough to be held in memory. */
const RECORDS_MAX = 500_000;

const openers: Readonly<Record<Import['source'], (content: Buffer) => Upload | Promise<Upload>>> = {
  github_archive: (content) => {
    const records = readGithubArchive(JSON.parse(content.toString()) as Fields);
    return { total: records.length, at: (index) => recordAt(records, index) };
  },
  ndjson: openNdjson,
  csv: openCsv,
};

export async function openUpload(source: Import['source'], content: Buffer): Promise<Upload> {
  return openers[source](content);
}

function openNdjson(content: Buffer): Upload {
  const lines: string[] = [];
  for (const [line] of content.toString().matchAll(/[^\r\n]+/g)) {
    if (line.trim() !== '' && lines.push(line) > RECORDS_MAX) break;
  }
  return {
    total: lines.length,
    at: (index) => {
      const number = String(index + 1);
      if (index === RECORDS_MAX) return refused('tasks', number, `only the first ${RECORDS_MAX} lines were read`);
      const fields = parsed(recordAt(lines, index));
      return fields === undefined
        ? refused('tasks', number, 'the line is not a JSON object')
        : readRecord(fields, number, 'ndjson');
    },
  };
}

function parsed(line: string): Fields | undefined {
  try {
    // A byte order mark at the beginning of the file belongs to its first line.
    const value: unknown = JSON.parse(line.replace(/^\uFEFF/, ''));
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

async function openCsv(content: Buffer): Promise<Upload> {
  const rows = await readCsv(content, RECORDS_MAX + 1);
  const header = rows.shift();
  const columns = header === undefined || 'fault' in header ? [] : columnsOf(header.cells);
  return { total: rows.length, at: (index) => readRow(columns, recordAt(rows, index), String(index + 1)) };
}

function readRow(columns: readonly string[], row: CsvRow, number: string): ImportRecord {
  if ('fault' in row) return refused('tasks', number, row.fault);
  const { length } = row.cells;
  if (length !== columns.length) {
    return refused('tasks', number, `it has ${length} cells, and the header names ${columns.length} columns`);
  }
  const cells = Object.fromEntries(columns.map((column, index) => [column, row.cells[index] ?? null]));
  // A row is a task, whatever a column of that name says.
  const { record: _record, labels = null, number: taskNumber = null, ...plain } = cells;
  const names = namesIn(labels);
  if (names === undefined) return refused('tasks', number, 'labels is not a list of names with commas between them');
  const isNumber = taskNumber !== null && /^\d{1,15}$/.test(taskNumber);
  return readRecord({ ...plain, labels: names, number: isNumber ? Number(taskNumber) : taskNumber }, number, 'csv');
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
