import { setImmediate as turn } from 'node:timers/promises';

// The cost of parsing JSON does not depend on its length alone. Each value takes about sixty bytes of memory, and V8
// makes a hidden class for every new sequence of member names. Ten megabytes with a million such sequences block the
// process for seven seconds. Large bodies are therefore scanned first, in pieces, so that other requests are served in
// between.

const valuesMax = 4_000_000;
const shapesMax = 10_000;
/** Smaller bodies cannot contain enough values to delay other requests noticeably. */
const lengthMin = 64 * 1024;
const lengthAtATime = 128 * 1024;

export type JsonExcess = 'too_many_values' | 'too_many_shapes';

/**
 * Returns why a text would take too long to parse, or undefined if it would not. Does not check whether the text is
 * JSON.
 */
export async function findJsonExcess(json: Buffer): Promise<JsonExcess | undefined> {
  if (json.length < lengthMin) return undefined;
  const scan = new JsonScan(json);
  while (scan.excess === undefined && !scan.isOver) {
    scan.advance(lengthAtATime);
    await turn();
  }
  return scan.excess;
}

/** The member names of an object so far, in their order. */
interface Shape {
  readonly next: Map<string, Shape>;
}

const nowhere = { begin: 0, end: 0 };

class JsonScan {
  readonly #json: Buffer;
  readonly #empty: Shape = { next: new Map() };
  /** The objects around the current position, from the outermost; undefined stands for an array. */
  readonly #around: (Shape | undefined)[] = [];
  #at = 0;
  /** The offset after the opening quote of the string at the current position. */
  #begin: number | undefined;
  /** The range of the last string that can be a member name, without its quotes. */
  #text = nowhere;
  #values = 0;
  #shapes = 0;

  constructor(json: Buffer) {
    this.#json = json;
  }

  get isOver(): boolean {
    return this.#at >= this.#json.length;
  }

  get excess(): JsonExcess | undefined {
    if (this.#values > valuesMax) return 'too_many_values';
    return this.#shapes > shapesMax ? 'too_many_shapes' : undefined;
  }

  /** Scans about this many bytes more. */
  advance(length: number): void {
    const end = Math.min(this.#json.length, this.#at + length);
    while (this.#at < end) {
      if (this.#begin === undefined) this.#lookAt(this.#json[this.#at++]);
      else this.#goToQuote(this.#begin);
    }
  }

  #lookAt(byte: number | undefined): void {
    if (byte === 0x22) this.#begin = this.#at;
    else if (byte === 0x3a) this.#takeName();
    else if (byte === 0x7b) this.#enter(this.#empty);
    else if (byte === 0x5b) this.#enter(undefined);
    else if (byte === 0x7d || byte === 0x5d) this.#around.pop();
  }

  #enter(shape: Shape | undefined): void {
    this.#around.push(shape);
    this.#values += 1;
  }

  /** Scans to the next quote, not to the end of the string, because a string can contain millions of escaped quotes. */
  #goToQuote(begin: number): void {
    const json = this.#json;
    const end = json.indexOf(0x22, this.#at);
    this.#at = end === -1 ? json.length : end + 1;
    let before = end;
    while (before > begin && json[before - 1] === 0x5c) before -= 1;
    // After an odd number of backslashes the quote is a part of the string.
    if ((end - before) % 2 === 1) return;
    this.#text = { begin, end };
    this.#begin = undefined;
  }

  #takeName(): void {
    const shape = this.#around.at(-1);
    if (shape === undefined) return;
    const name = this.#json.toString('latin1', this.#text.begin, this.#text.end);
    // A string counts as a name once. Otherwise further colons would copy it again, however long it is.
    this.#text = nowhere;
    let next = shape.next.get(name);
    if (next === undefined) {
      next = { next: new Map() };
      shape.next.set(name, next);
      this.#shapes += 1;
    }
    this.#around[this.#around.length - 1] = next;
  }
}
