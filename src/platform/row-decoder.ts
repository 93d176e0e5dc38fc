import { columnParsers } from './column-parsers.ts';

/** A column as RowDescription names it (PostgreSQL, 55.7). */
interface Field {
  readonly name: string;
  readonly dataTypeID: number;
}

/** How the rows of a statement become objects. */
export interface RowShape {
  readonly names: readonly string[];
  readonly parsers: readonly ((text: string) => unknown)[];
  /** All columns with null, so that every row begins with its final hidden class. */
  readonly empty: Readonly<Record<string, unknown>>;
}

/** The shape of a statement that returns no rows. */
export const noRows: RowShape = toRowShape([]);

export function toRowShape(fields: readonly Field[]): RowShape {
  return {
    names: fields.map(({ name }) => name),
    parsers: fields.map(({ dataTypeID }) => columnParsers.getTypeParser(dataTypeID)),
    empty: Object.fromEntries(fields.map(({ name }) => [name, null])),
  };
}

/**
 * @param texts the columns of a DataRow in the text format; null for SQL's NULL
 * @throws RangeError if a value has no form in JavaScript: see column-parsers.ts
 */
export function decodeRow({ names, parsers, empty }: RowShape, texts: readonly (string | null)[]): object {
  const row: Record<string, unknown> = { ...empty };
  for (let index = 0; index < names.length; index += 1) {
    const text = texts[index] ?? null;
    if (text !== null) row[names[index] ?? ''] = parsers[index]?.(text);
  }
  return row;
}
