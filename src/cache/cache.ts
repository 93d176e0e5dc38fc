export interface Cache<Value> {
  /**
   * Returns the value at once, from memory only. Undefined if there is none, if it is stale, or if the process may not
   * trust its copies at the moment. Counts hits only: call `fetch` after it.
   */
  get(key: string): Value | undefined;
  /**
   * Returns the value, which is loaded once however many callers wait for it. A caller never receives a value whose load
   * began before an invalidation of its tags that had ended when the caller came.
   *
   * `load` must read what is committed, from the primary: not inside a transaction that has changed something, and not
   * from a replica. Values must not be changed afterwards, because all callers receive the same one.
   * @throws what `load` throws
   */
  fetch(key: string, load: () => Promise<Loaded<Value>>): Promise<Value>;
}

/** What a load returns. */
export interface Loaded<Value> {
  readonly value: Value;
  /** What the value was made from, such as `task:<id>`. */
  readonly tags: readonly string[];
  /** Shortens the cache's own. */
  readonly ttlMs?: number;
  /** False returns the value without keeping it, to this caller only. */
  readonly isKept?: boolean;
}
