import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import type { Load, LoadResult } from './load.ts';

// A load generator on plain sockets, for machines without wrk and for loads at a given rate. It reads of a response what
// it needs: the status, and where the body ends.

/** One connection, which sends one request at a time. */
export interface Line {
  /** Sends a request; calls `onEnd` with the status of its response. */
  send(request: string, onEnd: (status: number) => void): void;
  close(): void;
}

const headEnd = Buffer.from('\r\n\r\n');

/** Opens a connection. @param onError called if it fails or is closed by the server */
export async function openLine(port: number, onError: (error: Error) => void): Promise<Line> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  let onEnd: ((status: number) => void) | undefined;
  let isClosing = false;
  readResponses(socket, (status) => {
    const end = onEnd;
    onEnd = undefined;
    end?.(status);
  });
  const fail = (error: Error): void => {
    if (!isClosing) onError(error);
  };
  socket.on('error', fail);
  socket.on('close', () => {
    fail(new Error('the server closed a connection'));
  });
  return {
    send: (request, then) => {
      onEnd = then;
      socket.write(request);
    },
    close: () => {
      isClosing = true;
      socket.destroy();
    },
  };
}

function readResponses(socket: Socket, onResponse: (status: number) => void): void {
  let held: Buffer = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    const end = held.indexOf(headEnd);
    if (end === -1) return;
    const head = held.toString('latin1', 0, end);
    const status = Number(head.slice(9, 12));
    const length = status === 304 ? 0 : Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
    if (/\r\ntransfer-encoding:/i.test(head)) throw new Error('expected a response with Content-Length');
    if (held.length < end + headEnd.length + length) return;
    held = Buffer.alloc(0);
    onResponse(status);
  });
}

export function readRequests(file: string): string[] {
  return readFileSync(file, 'utf8').split('\0');
}

/** The closed loop of wrk, without wrk. */
export async function sendBySockets({ port, file, offset, connections, length }: Load): Promise<LoadResult> {
  const requests = readRequests(file);
  let [sent, finished, errors] = [0, 0, 0];
  const startedAt = performance.now();
  const isOver = (): boolean =>
    'requests' in length ? sent >= length.requests : performance.now() - startedAt >= length.seconds * 1000;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      let line: Line | undefined;
      await new Promise<void>((resolve, reject) => {
        const next = (): void => {
          if (isOver()) {
            resolve();
            return;
          }
          line!.send(requests[(offset + sent++) % requests.length]!, (status) => {
            finished += 1;
            if (status >= 400) errors += 1;
            next();
          });
        };
        openLine(port, reject).then((opened) => {
          line = opened;
          next();
        }, reject);
      });
      line?.close();
    }),
  );
  return { requests: finished, errors, seconds: (performance.now() - startedAt) / 1000 };
}
