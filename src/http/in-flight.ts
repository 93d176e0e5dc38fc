import { ListedResponse } from './response-head.ts';

/** A response with its place among those that have not ended. */
export class TrackedResponse extends ListedResponse {
  /** The index in InFlight. */
  slot = -1;
  /** Counts the responses of a server, from the first. */
  number = 0;
}

/**
 * The responses of a server that have not ended. Not a Set: V8 replaces the table of a Set after as many insertions as
 * it has entries, and every replaced table refers to its successor. As soon as one table is in the old generation, all
 * later ones survive minor collections, together with the requests that they contain, until the next major collection.
 */
export class InFlight implements Iterable<TrackedResponse> {
  readonly #slots: (TrackedResponse | undefined)[] = [];
  #size = 0;
  #begun = 0;

  get size(): number {
    return this.#size;
  }

  add(response: TrackedResponse): void {
    response.number = this.#begun++;
    response.slot = this.#size;
    this.#slots[this.#size++] = response;
  }

  /** Removes a response that was added. The last one takes its place. */
  remove(response: TrackedResponse): void {
    this.#size -= 1;
    const last = this.#slots[this.#size];
    this.#slots[this.#size] = undefined;
    if (last === undefined || last === response) return;
    last.slot = response.slot;
    this.#slots[response.slot] = last;
  }

  /** The responses in the order in which they began. */
  [Symbol.iterator](): Iterator<TrackedResponse> {
    const responses = this.#slots.filter((response) => response !== undefined);
    return responses.sort((left, right) => left.number - right.number)[Symbol.iterator]();
  }
}
