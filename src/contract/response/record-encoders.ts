import { csvLine, type Cell } from '../../platform/csv.ts';

/** Writes records that match their schema as text of one media type. */
export interface RecordEncoder {
  /** Stands before the first record. */
  readonly head: string;
  encode(record: object): string;
}

type EncoderFactory = (columns: readonly string[]) => RecordEncoder;

const factories: Readonly<Record<string, EncoderFactory>> = {
  'application/x-ndjson': () => ({ head: '', encode: (record) => `${JSON.stringify(record)}\n` }),
  'text/csv': (columns) => ({
    head: csvLine(columns),
    encode: (record) => csvLine(columns.map((column) => cellOf(record, column))),
  }),
};

/** Media types that are streams of records. */
export const recordTypes: readonly string[] = Object.keys(factories);

/** @throws Error for a media type that no records can be written in */
export function createRecordEncoder(mediaType: string, columns: readonly string[]): RecordEncoder {
  const factory = factories[mediaType];
  if (factory === undefined) throw new Error(`Records cannot be written as ${mediaType}`);
  return factory(columns);
}

/** The lint of the contract sees to it that rows hold nothing but cells. */
function cellOf(record: object, column: string): Cell {
  return (record as Readonly<Record<string, Cell>>)[column] ?? null;
}
