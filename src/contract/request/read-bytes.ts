import type { IncomingMessage } from 'node:http';
import { AppError } from '../../problems/app-error.ts';
import { GrowingBuffer, sharedMemory } from './growing-buffer.ts';

/** How many bytes of a body that is too large are still read and dropped, so that the client can read the response. */
const drainBytesMax = 32 * 1024 * 1024;

/** More than this many chunks of less than this many bytes are refused. No HTTP library sends such a body. */
const piecesMax = 4096;
const pieceBytesMin = 16;

/**
 * Reads a request's body into memory.
 * @throws AppError `payload_too_large` as soon as the announced or received length exceeds `bytesMax`;
 *   `validation_failed` if the client disconnects before the end; `malformed_request` for too many tiny chunks;
 *   `overloaded` if slow large bodies have taken all memory for bodies
 */
export function readBytes(request: IncomingMessage, bytesMax: number, memory = sharedMemory): Promise<Buffer> {
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
    // The listeners stay: the request object is dropped after its response, and a promise settles only once.
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (++pieces > piecesMax && length < pieces * pieceBytesMin) refuse(inPieces());
      else if (length > bytesMax) refuse(tooLarge(bytesMax));
      else if (!body.add(chunk)) refuse(noMemory());
      if (length > bytesMax + drainBytesMax) request.destroy();
    });
    request.on('end', () => resolve(body.release()));
    // Node emits no `error` when a client disconnects, unless somebody listens for it.
    request.on('close', () => {
      if (!request.complete) refuse(incomplete());
    });
  });
}

/** Closing the connection at once would reset it, and the client could lose the response. */
function drain(request: IncomingMessage): void {
  let left = drainBytesMax;
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) request.destroy();
  });
}

/** Returns the error for a body that there is no memory for: `overloaded` (503). */
export function noMemory(): AppError {
  return new AppError('overloaded', 503, {}, { headers: { 'retry-after': '5' } });
}

/** Closes the connection, unlike the other errors: the remaining chunks would cost as much again. */
function inPieces(): AppError {
  return new AppError('malformed_request', 400, {}, { headers: { connection: 'close' } });
}

/** Returns the error for a body of more than `bytesMax` bytes: `payload_too_large` (413). */
export function tooLarge(bytesMax: number): AppError {
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
