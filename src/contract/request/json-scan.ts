import { setImmediate as turn } from 'node:timers/promises';

// What JSON costs to read is not said by its length alone: a value takes some sixty bytes of memory, however short it is
// written, and for every new way in which objects get their names V8 makes a class. Ten megabytes that have a million of
// those hold everything up for seven seconds. So large bodies are looked through first, some at a time, while others
// have their turn.

const valuesMax = 4_000_000;
const shapesMax = 10_000;
/** Smaller bodies cannot hold so much of either that it would be felt. */
const lengthMin = 64 * 1024;
const lengthAtATime = 128 * 1024;

export type JsonExcess = 'too_many_values' | 'too_many_shapes';

/** Why JSON would take too long to read; undefined where it would not. Whether it is JSON at all does not matter here. */
export async function findJsonExcess(json: Buffer): Promise<JsonExcess | undefined> {
  if (json.length < lengthMin) return undefined;
  const scan = new JsonScan(json);
  while (scan.excess === undefined && !scan.isOver) {
    scan.advance(lengthAtATime);
    await turn();
  }
  return scan.excess;
}

/** The names that an object has so far, in their order. */
interface Shape {
  readonly next: Map<string, Shape>;
}

const nowhere = { begin: 0, end: 0 };

class JsonScan {
  readonly #json: Buffer;
  readonly #empty: Shape = { next: new Map() };
  /** The objects around the place, from the outermost; undefined for an array. */
  readonly #around: (Shape | undefined)[] = [];
  #at = 0;
  /** Where the text begins that the place is in, behind its quote. */
  #begin: number | undefined;
  /** Where the last text is that could be a name, without its quotes. */
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

  /** Goes on by about so many bytes. */
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

  /** To the next quote only, not to the one that ends the text: a text may hold millions. */
  #goToQuote(begin: number): void {
    const json = this.#json;
    const end = json.indexOf(0x22, this.#at);
    this.#at = end === -1 ? json.length : end + 1;
    let before = end;
    while (before > begin && json[before - 1] === 0x5c) before -= 1;
    // An odd number of backslashes makes the quote a part of the text.
    if ((end - before) % 2 === 1) return;
    this.#text = { begin, end };
    this.#begin = undefined;
  }

  #takeName(): void {
    const shape = this.#around.at(-1);
    if (shape === undefined) return;
    const name = this.#json.toString('latin1', this.#text.begin, this.#text.end);
    // One text is one name: colons after it would have it copied each time, however long it is.
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
