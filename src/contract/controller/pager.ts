import type { CursorCodec, PageRequest, Slice } from '../../platform/cursor.ts';

/** The query parameters that all lists of v2 share. An operation can have filters in addition. */
interface ListQuery {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
  readonly sort?: string | undefined;
  readonly include_total?: boolean | undefined;
}

export interface PagedBody<Row> {
  readonly data: Row[];
  readonly page: {
    readonly limit: number;
    readonly has_more: boolean;
    readonly next_cursor: string | null;
    readonly total?: number;
  };
}

export interface Pager {
  /**
   * Reads limit, order and cursor of a list request.
   * @param list the path of the list with its ids, so that a cursor is valid for this list only
   */
  read(list: string, query: ListQuery): PageRequest;
  /** Returns 200 with the page, and `Link: <…>; rel="next"` if more entries follow. */
  respond<Row>(
    list: string,
    query: ListQuery,
    slice: Slice<Row>,
  ): { readonly status: 200; readonly body: PagedBody<Row>; readonly headers: Readonly<Record<string, string>> };
}

/** Cursor pagination: decodes the query parameters and encodes the next link. */
export function createPager(codec: CursorCodec): Pager {
  return {
    read(list, query) {
      const sort = query.sort ?? '-created_at';
      return {
        limit: query.limit ?? 50,
        sort: sort.replace(/^-/, ''),
        descending: sort.startsWith('-'),
        after: query.cursor === undefined ? undefined : codec.decode(bindingOf(list, query), query.cursor),
        include_total: query.include_total ?? false,
      };
    },
    respond(list, query, { rows, next, total }) {
      const cursor = next === undefined ? null : codec.encode(bindingOf(list, query), next);
      const page = {
        limit: query.limit ?? 50,
        has_more: cursor !== null,
        next_cursor: cursor,
        ...(total === undefined ? {} : { total }),
      };
      const headers: Record<string, string> =
        cursor === null ? {} : { link: `<${list}?${searchOf({ ...query, cursor }).toString()}>; rel="next"` };
      return { status: 200, body: { data: [...rows], page }, headers };
    },
  };
}

/** The page size and the request for a count may differ from page to page. All other parameters must stay the same. */
function bindingOf(list: string, query: ListQuery): string {
  const { limit: _limit, cursor: _cursor, include_total: _total, ...filters } = query;
  return `${list}?${searchOf(filters).toString()}`;
}

function searchOf(query: object): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (item !== undefined) search.append(name, String(item));
    }
  }
  return search;
}
