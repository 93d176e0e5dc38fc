import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { AppError } from '../problems/app-error.ts';
import type { Keyring } from './crypto.ts';

/** The end of a page: the sort value of its last row, and the row's id as tie-break. */
export interface Position {
  readonly value: string | number | null;
  readonly id: string;
}

/** The parameters of a list, with the cursor decoded. */
export interface PageRequest {
  readonly limit: number;
  /** A key of the list's sort table. */
  readonly sort: string;
  readonly descending: boolean;
  readonly after: Position | undefined;
  readonly include_total: boolean;
}

/** One page of a collection. `total` is present if it was requested. */
export interface Slice<Row> {
  readonly rows: readonly Row[];
  /** The position after which the next page begins; undefined on the last page. */
  readonly next: Position | undefined;
  readonly total: number | undefined;
}

/** A sort key of a list: the column, its type for comparisons, and its value in a row. */
export interface SortKey<Row> {
  readonly column: string;
  readonly type: 'timestamptz' | 'date' | 'text' | 'integer' | 'bigint';
  readonly isNullable?: boolean;
  readonly valueOf: (row: Row) => string | number | null;
}

export interface CursorCodec {
  /** @param binding what the cursor is valid for: the operation, its filters and its order */
  encode(binding: string, position: Position): string;
  /** @throws AppError `validation_failed` (400) for a cursor that was modified, or created for another query */
  decode(binding: string, cursor: string): Position;
}

/** Opaque cursors, signed and bound to their query. Signatures with previous keys are valid too. */
export function createCursorCodec(keyring: Pick<Keyring, 'sign' | 'verify'>): CursorCodec {
  const bound = (payload: string, binding: string): string =>
    `${createHash('sha256').update(binding).digest('base64url')}.${payload}`;
  return {
    encode(binding, position) {
      const payload = payloadOf(position);
      return `${payload}.${keyring.sign('cursor', bound(payload, binding))}`;
    },
    decode(binding, cursor) {
      const [payload = '', signature = ''] = cursor.split('.');
      if (!keyring.verify('cursor', bound(payload, binding), signature)) throw invalidCursor();
      return positionOf(payload);
    },
  };
}

/** The contract limits a cursor to 1000 characters. JSON of the longest titles would need twice as many. */
const jsonPayloadMax = 800;
const packedMark = '-';
/** The sixteen bytes of a uuid in base64url. */
const idLength = 22;
const codePoints = 0x110000n;

function payloadOf({ value, id }: Position): string {
  const json = Buffer.from(JSON.stringify([value, id])).toString('base64url');
  if (json.length <= jsonPayloadMax || typeof value !== 'string') return json;
  const idBytes = Buffer.from(id.replaceAll('-', ''), 'hex');
  return `${packedMark}${idBytes.toString('base64url')}${packText(value)}`;
}

function positionOf(payload: string): Position {
  if (!payload.startsWith(packedMark)) {
    const [value, id] = JSON.parse(Buffer.from(payload, 'base64url').toString()) as [Position['value'], string];
    return { value, id };
  }
  const hex = Buffer.from(payload.slice(1, 1 + idLength), 'base64url').toString('hex');
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  return { value: unpackText(payload.slice(1 + idLength)), id };
}

/**
 * The code points of a text as one number with 21 bits for each; UTF-8 takes up to 32. The text must not contain NUL.
 */
function packText(text: string): string {
  let number = 0n;
  for (const character of text) number = number * codePoints + BigInt(character.codePointAt(0) ?? 0);
  const hex = number.toString(16);
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex').toString('base64url');
}

function unpackText(packed: string): string {
  let number = BigInt(`0x${Buffer.from(packed, 'base64url').toString('hex')}`);
  const characters: string[] = [];
  for (; number > 0n; number /= codePoints) characters.push(String.fromCodePoint(Number(number % codePoints)));
  return characters.reverse().join('');
}

function invalidCursor(): AppError {
  const detail = 'The cursor is not one that this list, with these filters and this order, has given out.';
  return new AppError(
    'validation_failed',
    400,
    { count: 1 },
    {
      violations: [{ in: 'query', parameter: 'cursor', code: 'invalid_cursor', detail }],
    },
  );
}

/**
 * Reads one page by keyset pagination: the rows after the position, in the requested order, with `id` as tie-break.
 * Nulls come last in both directions. `query` contains the filters and the selected columns, among them `id` and the
 * sort column.
 */
export async function fetchSlice<Row extends { readonly id: string }>(
  query: Knex.QueryBuilder,
  page: PageRequest,
  key: SortKey<Row>,
  idColumn = 'id',
): Promise<Slice<Row>> {
  const counted = page.include_total ? query.clone().clearSelect().count({ total: '*' }).first() : undefined;
  const found = await fetchRows<Row>(query, page, { key, idColumn });
  const total = counted === undefined ? undefined : Number(((await counted) as { total: string | number }).total);
  return { ...sliceOf(found, page, key), total };
}

/** @param found the rows of the page, and the one after it if there is one */
export function sliceOf<Row extends { readonly id: string }>(
  found: readonly Row[],
  { limit }: PageRequest,
  key: SortKey<Row>,
): Slice<Row> {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const next = found.length > limit && last !== undefined ? { value: key.valueOf(last), id: last.id } : undefined;
  return { rows, next, total: undefined };
}

interface Order<Row> {
  readonly key: SortKey<Row>;
  readonly idColumn: string;
}

/**
 * Reads one row more than the page has. Rows with null are a separate query, which runs only if the page reaches them,
 * so that one index of (column, id) serves both directions.
 */
async function fetchRows<Row>(
  query: Knex.QueryBuilder,
  page: PageRequest,
  { key, idColumn }: Order<Row>,
): Promise<Row[]> {
  const { after, descending } = page;
  const direction = descending ? 'desc' : 'asc';
  const read = async (part: Knex.QueryBuilder, limit: number): Promise<Row[]> => {
    void part.orderBy(key.column, direction).orderBy(idColumn, direction).limit(limit);
    return (await part) as Row[];
  };
  const wanted = page.limit + 1;
  const rows: Row[] = [];
  if (after?.value !== null) {
    const valued = query.clone();
    if (key.isNullable === true) void valued.whereNotNull(key.column);
    if (after !== undefined) applyPosition(valued, { key, idColumn, after, descending });
    rows.push(...(await read(valued, wanted)));
  }
  if (key.isNullable !== true || rows.length === wanted) return rows;
  const empty = query.clone().whereNull(key.column);
  if (after?.value === null) void empty.where(idColumn, descending ? '<' : '>', after.id);
  return rows.concat(await read(empty, wanted - rows.length));
}

const comparisons = {
  asc: {
    timestamptz: '(??, ??) > (?::timestamptz, ?::uuid)',
    date: '(??, ??) > (?::date, ?::uuid)',
    text: '(??, ??) > (?::text, ?::uuid)',
    integer: '(??, ??) > (?::integer, ?::uuid)',
    bigint: '(??, ??) > (?::bigint, ?::uuid)',
  },
  desc: {
    timestamptz: '(??, ??) < (?::timestamptz, ?::uuid)',
    date: '(??, ??) < (?::date, ?::uuid)',
    text: '(??, ??) < (?::text, ?::uuid)',
    integer: '(??, ??) < (?::integer, ?::uuid)',
    bigint: '(??, ??) < (?::bigint, ?::uuid)',
  },
} as const;

interface Bound<Row> {
  readonly key: SortKey<Row>;
  readonly idColumn: string;
  readonly after: Position;
  readonly descending: boolean;
}

function applyPosition<Row>(query: Knex.QueryBuilder, { key, idColumn, after, descending }: Bound<Row>): void {
  const comparison = comparisons[descending ? 'desc' : 'asc'][key.type];
  void query.whereRaw(comparison, [key.column, idColumn, after.value, after.id]);
}
