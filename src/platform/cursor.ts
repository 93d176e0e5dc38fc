import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Knex } from 'knex';
import { AppError } from '../problems/app-error.ts';

/** Where a page ends: the last row's sort value, and its id to break ties. */
export interface Position {
  readonly value: string | number | null;
  readonly id: string;
}

/** What a list is asked for, once its cursor has been read. */
export interface PageRequest {
  readonly limit: number;
  /** A key of the list's sort table. */
  readonly sort: string;
  readonly descending: boolean;
  readonly after: Position | undefined;
  readonly include_total: boolean;
}

/** Some rows of a collection. `total` is there when it was asked for. */
export interface Slice<Row> {
  readonly rows: readonly Row[];
  /** The position to go on from; undefined on the last page. */
  readonly next: Position | undefined;
  readonly total: number | undefined;
}

/** How a list can be ordered: the column, its type for the comparison, and the row's value of it. */
export interface SortKey<Row> {
  readonly column: string;
  readonly type: 'timestamptz' | 'date' | 'text' | 'integer';
  readonly isNullable?: boolean;
  readonly valueOf: (row: Row) => string | number | null;
}

export interface CursorCodec {
  /** @param binding what the cursor is good for: the operation, its filters and its order */
  encode(binding: string, position: Position): string;
  /** @throws AppError `validation_failed` (400) for a cursor that was tampered with, or made for another query */
  decode(binding: string, cursor: string): Position;
}

/** Opaque cursors, signed with HMAC-SHA-256 and bound to their query. */
export function createCursorCodec(secret: string | Buffer): CursorCodec {
  const sign = (payload: string, binding: string): Buffer => {
    const bound = createHash('sha256').update(binding).digest();
    return createHmac('sha256', secret).update('cursor\0').update(bound).update(payload).digest().subarray(0, 16);
  };
  return {
    encode(binding, position) {
      const payload = Buffer.from(JSON.stringify([position.value, position.id])).toString('base64url');
      return `${payload}.${sign(payload, binding).toString('base64url')}`;
    },
    decode(binding, cursor) {
      const [payload = '', signature = ''] = cursor.split('.');
      const expected = sign(payload, binding);
      const given = Buffer.from(signature, 'base64url');
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw invalidCursor();
      const [value, id] = JSON.parse(Buffer.from(payload, 'base64url').toString()) as [Position['value'], string];
      return { value, id };
    },
  };
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
 * Reads one page by keyset: rows after the position, in the asked order, ties broken by `id`; nulls come last in
 * both directions. `query` has the filters and the selected columns, among them `id` and what the sort key needs.
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
  const rows = found.slice(0, page.limit);
  const last = rows.at(-1);
  const next = found.length > page.limit && last !== undefined ? { value: key.valueOf(last), id: last.id } : undefined;
  return { rows, next, total };
}

interface Order<Row> {
  readonly key: SortKey<Row>;
  readonly idColumn: string;
}

/**
 * One row more than the page has. Nulls are a query of their own, asked only where the page reaches them: so one index
 * of (column, id) serves both directions, whose nulls it has at one end only.
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
  },
  desc: {
    timestamptz: '(??, ??) < (?::timestamptz, ?::uuid)',
    date: '(??, ??) < (?::date, ?::uuid)',
    text: '(??, ??) < (?::text, ?::uuid)',
    integer: '(??, ??) < (?::integer, ?::uuid)',
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
