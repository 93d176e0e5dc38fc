/** Counts the memory of all bodies that are being received, from all callers together. */
export interface BodyMemory {
  held: number;
  readonly bytesMax: number;
}

export const sharedMemory: BodyMemory = { held: 0, bytesMax: 256 * 1024 * 1024 };

/** Bodies up to this size are read even if all memory is taken: bodies that people type are smaller. */
const smallBytes = 64 * 1024;

/**
 * Collects the chunks of a body in one buffer. A list of chunks would cost the memory of an object per chunk: a body of
 * 1 MB in chunks of one byte took 400 MB.
 */
export class GrowingBuffer {
  readonly #memory: BodyMemory;
  readonly #bytesMax: number;
  #bytes: Buffer = Buffer.alloc(0);
  #length = 0;
  #isReleased = false;

  constructor(memory: BodyMemory, bytesMax: number) {
    this.#memory = memory;
    this.#bytesMax = bytesMax;
  }

  /** Adds a chunk. Returns false if there is no memory for it. After `release` it drops every chunk. */
  add(chunk: Buffer): boolean {
    if (this.#isReleased) return true;
    const length = this.#length + chunk.length;
    if (length > this.#bytes.length && !this.#grow(chunk, length)) return false;
    if (this.#bytes !== chunk) chunk.copy(this.#bytes, this.#length);
    this.#length = length;
    return true;
  }

  /** Ends the collection and returns the bytes. */
  release(): Buffer {
    const bytes = this.#bytes.subarray(0, this.#length);
    this.#memory.held -= this.#isReleased ? 0 : this.#bytes.length;
    this.#isReleased = true;
    this.#bytes = Buffer.alloc(0);
    this.#length = 0;
    return bytes;
  }

  #grow(chunk: Buffer, length: number): boolean {
    // Most bodies come in one chunk, which is used as it is. A second chunk causes a copy.
    const isFirst = this.#bytes.length === 0;
    const size = isFirst ? length : Math.min(Math.max(2 * length, 1024), this.#bytesMax);
    const more = size - this.#bytes.length;
    if (size > smallBytes && this.#memory.held + more > this.#memory.bytesMax) return false;
    this.#memory.held += more;
    if (isFirst) this.#bytes = chunk;
    else {
      const larger = Buffer.allocUnsafeSlow(size);
      this.#bytes.copy(larger, 0, 0, this.#length);
      this.#bytes = larger;
    }
    return true;
  }
}
