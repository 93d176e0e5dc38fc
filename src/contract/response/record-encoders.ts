import { csvLine, type Cell } from '../../platform/csv.ts';

/** Encodes records that match their schema as text of one media type. */
export interface RecordEncoder {
  /** The text before the first record. */
  readonly head: string;
  encode(record: object): string;
}

type EncoderFactory = (columns: readonly string[]) => RecordEncoder;

const factories: Readonly<Record<string, EncoderFactory>> = {
  'application/x-ndjson': () => ({ head: '', encode: (record) => `${JSON.stringify(record)}\n` }),
  'text/csv': (columns) => ({
    get head() {
      return csvLine(columns);
    },
    encode: (record) => csvLine(columns.map((column) => cellOf(record, column))),
  }),
};

/** The media types of streams of records. */
export const recordTypes: readonly string[] = Object.keys(factories);

/**
 * Returns the encoder of a media type.
 * @throws Error if records cannot be encoded as that type
 */
export function createRecordEncoder(mediaType: string, columns: readonly string[]): RecordEncoder {
  const factory = factories[mediaType];
  if (factory === undefined) throw new Error(`Records cannot be written as ${mediaType}`);
  return factory(columns);
}

/** The contract lint ensures that the members of a row are cells (no objects or arrays). */
function cellOf(record: object, column: string): Cell {
  return (record as Readonly<Record<string, Cell>>)[column] ?? null;
}
