import type { IncomingMessage } from 'node:http';
import { AppError } from '../errors/app-error.ts';

/** What is still read and thrown away of a body that is too large, so that the client gets to read our answer. */
const drainBytesMax = 32 * 1024 * 1024;

/**
 * Reads a request's body into memory.
 * @throws AppError `payload_too_large` as soon as the announced or the received length exceeds `bytesMax`;
 *   `validation_failed` when the client goes away in the middle
 */
export function readBytes(request: IncomingMessage, bytesMax: number): Promise<Buffer> {
  if (Number(request.headers['content-length']) > bytesMax) {
    drain(request);
    return Promise.reject(tooLarge(bytesMax));
  }
  if (request.destroyed) return Promise.reject(incomplete());
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let length = 0;
    // Listeners are not taken off: the request goes when it has been answered, and a promise is settled once.
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= bytesMax) {
        chunks.push(chunk);
        return;
      }
      chunks = [];
      reject(tooLarge(bytesMax));
      if (length > bytesMax + drainBytesMax) request.destroy();
    });
    request.on('end', () => {
      const [first] = chunks;
      resolve(chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks));
    });
    // A client that goes away makes no `error` as long as nobody listens for one.
    request.on('close', () => {
      if (!request.complete) reject(incomplete());
    });
  });
}

/** Closing at once would reset the connection and could take the answer with it. */
function drain(request: IncomingMessage): void {
  let left = drainBytesMax;
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) request.destroy();
  });
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
