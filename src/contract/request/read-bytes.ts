import type { IncomingMessage } from 'node:http';
import { AppError } from '../../problems/app-error.ts';
import { GrowingBuffer, sharedMemory } from './growing-buffer.ts';

/** What is still read and thrown away of a body that is too large, so that the client gets to read our response. */
const drainBytesMax = 32 * 1024 * 1024;

/** Beyond so many pieces of less than so many bytes each, a body is made to keep us busy: no HTTP library sends it. */
const piecesMax = 4096;
const pieceBytesMin = 16;

/**
 * Reads a request's body into memory.
 * @throws AppError `payload_too_large` as soon as the announced or the received length exceeds `bytesMax`;
 *   `validation_failed` when the client goes away in the middle; `malformed_request` for countless tiny chunks;
 *   `overloaded` where large bodies that come slowly have filled the memory that there is for them
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
    // Listeners are not taken off: the request goes when it has its response, and a promise is settled once.
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (++pieces > piecesMax && length < pieces * pieceBytesMin) refuse(inPieces());
      else if (length > bytesMax) refuse(tooLarge(bytesMax));
      else if (!body.add(chunk)) refuse(noMemory());
      if (length > bytesMax + drainBytesMax) request.destroy();
    });
    request.on('end', () => resolve(body.release()));
    // A client that goes away makes no `error` as long as nobody listens for one.
    request.on('close', () => {
      if (!request.complete) refuse(incomplete());
    });
  });
}

/** Closing at once would reset the connection and could take the response with it. */
function drain(request: IncomingMessage): void {
  let left = drainBytesMax;
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) request.destroy();
  });
}

export function noMemory(): AppError {
  return new AppError('overloaded', 503, {}, { headers: { 'retry-after': '5' } });
}

/** Unlike the others it ends the connection: what is still to come would cost as much again. */
function inPieces(): AppError {
  return new AppError('malformed_request', 400, {}, { headers: { connection: 'close' } });
}

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
