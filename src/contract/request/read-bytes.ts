import type { IncomingMessage } from 'node:http';
import { AppError } from '../../problems/app-error.ts';

/** What is still read and thrown away of a body that is too large, so that the client gets to read our response. */
const drainBytesMax = 32 * 1024 * 1024;

/** Bodies up to this size are read however much memory the others take: what people write is smaller. */
const smallBytes = 64 * 1024;

/** Beyond so many pieces of less than so many bytes each, a body is made to keep us busy: no HTTP library sends it. */
const piecesMax = 4096;
const pieceBytesMin = 16;

/** The memory that bodies take which are still on their way, from all callers together. */
export interface BodyMemory {
  held: number;
  readonly bytesMax: number;
}

const shared: BodyMemory = { held: 0, bytesMax: 256 * 1024 * 1024 };

/**
 * Reads a request's body into memory.
 * @throws AppError `payload_too_large` as soon as the announced or the received length exceeds `bytesMax`;
 *   `validation_failed` when the client goes away in the middle; `malformed_request` for countless tiny chunks;
 *   `overloaded` where large bodies that come slowly have filled the memory that there is for them
 */
export function readBytes(request: IncomingMessage, bytesMax: number, memory = shared): Promise<Buffer> {
  if (Number(request.headers['content-length']) > bytesMax) {
    drain(request);
    return Promise.reject(tooLarge(bytesMax));
  }
  if (request.destroyed) return Promise.reject(incomplete());
  return new Promise((resolve, reject) => {
    const body = new GrowingBuffer(memory, bytesMax);
    let length = 0;
    let pieces = 0;
    const refuse = (error: AppError): void => {
      body.release();
      reject(error);
    };
    // Listeners are not taken off: the request goes when it has its response, and a promise is settled once.
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (++pieces > piecesMax && length < pieces * pieceBytesMin) refuse(inPieces());
      else if (length > bytesMax) refuse(tooLarge(bytesMax));
      else if (!body.add(chunk)) refuse(new AppError('overloaded', 503, {}, { headers: { 'retry-after': '5' } }));
      if (length > bytesMax + drainBytesMax) request.destroy();
    });
    request.on('end', () => resolve(body.release()));
    // A client that goes away makes no `error` as long as nobody listens for one.
    request.on('close', () => {
      if (!request.complete) refuse(incomplete());
    });
  });
}

/**
 * Puts the pieces of a body into one buffer as they come. Kept one by one, each would cost the memory of an object: a
 * body of 1 MB in chunks of one byte took 400 MB.
 */
class GrowingBuffer {
  readonly #memory: BodyMemory;
  readonly #bytesMax: number;
  #bytes: Buffer = Buffer.alloc(0);
  #length = 0;
  #isReleased = false;

  constructor(memory: BodyMemory, bytesMax: number) {
    this.#memory = memory;
    this.#bytesMax = bytesMax;
  }

  /** False where there is no memory for it. After `release` everything is thrown away. */
  add(chunk: Buffer): boolean {
    if (this.#isReleased) return true;
    const length = this.#length + chunk.length;
    if (length > this.#bytes.length && !this.#grow(chunk, length)) return false;
    if (this.#bytes !== chunk) chunk.copy(this.#bytes, this.#length);
    this.#length = length;
    return true;
  }

  /** Ends it, and gives what has come. */
  release(): Buffer {
    const bytes = this.#bytes.subarray(0, this.#length);
    this.#memory.held -= this.#isReleased ? 0 : this.#bytes.length;
    this.#isReleased = true;
    this.#bytes = Buffer.alloc(0);
    this.#length = 0;
    return bytes;
  }

  #grow(chunk: Buffer, length: number): boolean {
    // Most bodies come in one piece, which is taken as it is; the second one has them copied.
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

/** Closing at once would reset the connection and could take the response with it. */
function drain(request: IncomingMessage): void {
  let left = drainBytesMax;
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) request.destroy();
  });
}

/** Unlike the others it ends the connection: what is still to come would cost as much again. */
function inPieces(): AppError {
  return new AppError('malformed_request', 400, {}, { headers: { connection: 'close' } });
}

function tooLarge(bytesMax: number): AppError {
  return new AppError('payload_too_large', 413, { bytes_max: bytesMax });
}

function incomplete(): AppError {
  const violation = {
    in: 'body',
    pointer: '',
    code: 'incomplete_body',
    detail: 'ended before its announced length',
  } as const;
  return new AppError('validation_failed', 400, { count: 1 }, { violations: [violation] });
}
