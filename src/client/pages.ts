/** A list that is read page by page, while it is iterated. */
export interface Pages<Page, Item> extends AsyncIterable<Item> {
  /** Iterates over pages instead of entries. */
  readonly pages: () => AsyncIterable<Page>;
}

interface AnyPage {
  readonly data: readonly unknown[];
  readonly page: { readonly next_cursor: string | null };
}

/**
 * Returns the entries of all pages. A page is read when its first entry is asked for. After an abort of the signal, both
 * iterations throw its reason, whatever has been read.
 */
export function createPages<Page, Item>(
  readPage: (cursor: string | undefined) => Promise<Page>,
  signal: AbortSignal | undefined,
): Pages<Page, Item> {
  async function* pages(): AsyncGenerator<Page> {
    for (let cursor: string | undefined, isFirst = true; isFirst || cursor !== undefined; isFirst = false) {
      const page = await readPage(cursor);
      signal?.throwIfAborted();
      yield page;
      signal?.throwIfAborted();
      cursor = (page as AnyPage).page.next_cursor ?? undefined;
    }
  }
  return {
    pages,
    async *[Symbol.asyncIterator]() {
      for await (const page of pages()) {
        for (const item of (page as { readonly data: readonly Item[] }).data) {
          yield item;
          signal?.throwIfAborted();
        }
      }
    },
  };
}
