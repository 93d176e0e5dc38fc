import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

interface Load {
  readonly port: number;
  /** How many clients there are. Each sends its next request when it has the response to the one before. */
  readonly clients: number;
  readonly seconds: number;
  /** So many seconds before are not counted: all clients begin in the same instant, which is a burst and no load. */
  readonly settleSeconds: number;
  /** Returns the bytes of the next request. */
  readonly nextRequest: () => string;
}

export interface Counts {
  readonly servedPerSecond: number;
  readonly refusedPerSecond: number;
  /** Milliseconds until 99 of 100 served requests had their response. */
  readonly servedP99Ms: number;
  readonly refusedP99Ms: number;
  /** Responses with another status than 2xx and 503. */
  readonly others: number;
}

/** Runs clients that know no patience: after a 503 they send at once, whatever Retry-After says. */
export async function runClients({ port, clients, seconds, settleSeconds, nextRequest }: Load): Promise<Counts> {
  const served: number[] = [];
  const refused: number[] = [];
  let others = 0;
  const countedFrom = performance.now() + settleSeconds * 1000;
  const note = (status: number, elapsedMs: number): void => {
    if (performance.now() < countedFrom) return;
    if (status === 503) refused.push(elapsedMs);
    else if (status >= 200 && status < 300) served.push(elapsedMs);
    else others += 1;
  };
  const sockets = await Promise.all(Array.from({ length: clients }, () => startClient(port, nextRequest, note)));
  await delay((settleSeconds + seconds) * 1000);
  for (const socket of sockets) socket.destroy();
  return {
    servedPerSecond: served.length / seconds,
    refusedPerSecond: refused.length / seconds,
    servedP99Ms: percentile(served),
    refusedP99Ms: percentile(refused),
    others,
  };
}

async function startClient(
  port: number,
  nextRequest: () => string,
  note: (status: number, elapsedMs: number) => void,
): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  let sentAt = performance.now();
  let received = '';
  socket.setNoDelay(true).setEncoding('latin1');
  socket.on('data', (chunk: string) => {
    received += chunk;
    const status = statusOf(received);
    if (status === undefined) return;
    received = '';
    note(status, performance.now() - sentAt);
    sentAt = performance.now();
    socket.write(nextRequest());
  });
  socket.on('error', () => socket.destroy());
  socket.write(nextRequest());
  return socket;
}

/** Returns the status of a response with a Content-Length once it is complete. */
function statusOf(received: string): number | undefined {
  const end = received.indexOf('\r\n\r\n');
  if (end === -1) return undefined;
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(received.slice(0, end))?.[1] ?? 0);
  return received.length < end + 4 + length ? undefined : Number(received.slice(9, 12));
}

function percentile(values: number[]): number {
  values.sort((a, b) => a - b);
  return values[Math.floor(values.length * 0.99)] ?? 0;
}
