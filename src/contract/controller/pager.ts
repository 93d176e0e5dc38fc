import type { CursorCodec, PageRequest, Slice } from '../../platform/cursor.ts';

/** The query parameters of every list of v2; filters of the operation's own stand beside them. */
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
   * @param list what is listed: the path with its ids, so that a cursor is of no use elsewhere
   */
  read(list: string, query: ListQuery): PageRequest;
  /** 200 with the page, and `Link: <…>; rel="next"` where entries follow. */
  respond<Row>(
    list: string,
    query: ListQuery,
    slice: Slice<Row>,
  ): { readonly status: 200; readonly body: PagedBody<Row>; readonly headers: Readonly<Record<string, string>> };
}

/** Pages by cursor: what the wire says about them, in both directions. */
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

/** The page size and the count may differ from page to page; everything else must stay. */
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
