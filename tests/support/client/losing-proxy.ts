import { once } from 'node:events';
import { createServer, request as sendRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';

/** What happens to a request: it passes, its connection is cut before the server sees it, or its response is lost. */
export type Fate = 'pass' | 'cut' | 'lose';

/** A proxy that kills connections. */
export interface LosingProxy {
  readonly url: string;
  /** Determines the next requests. Those after them pass. Forgets the requests so far. */
  readonly expect: (...fates: readonly Fate[]) => void;
  /** Method, path and key of each request since the last `expect`. */
  readonly requests: () => readonly {
    readonly method: string;
    readonly path: string;
    readonly key: string | undefined;
  }[];
  readonly close: () => void;
}

/** Forwards requests to a server on loopback. */
export async function openLosingProxy(target: string): Promise<LosingProxy> {
  let fates: readonly Fate[] = [];
  let requests: { method: string; path: string; key: string | undefined }[] = [];
  const server = createServer((incoming, outgoing) => {
    const fate = fates[requests.length] ?? 'pass';
    const { method = '', url: path = '', headers } = incoming;
    requests.push({ method, path, key: headers['idempotency-key'] as string | undefined });
    if (fate === 'cut') incoming.socket.destroy();
    else forward(target, incoming, fate === 'lose' ? undefined : outgoing).catch(() => incoming.socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    expect: (...next) => {
      fates = next;
      requests = [];
    },
    requests: () => requests,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/**
 * Without a response to write to, the connection is cut after the server has responded.
 * @throws the error of the connection to the server
 */
async function forward(target: string, incoming: IncomingMessage, outgoing: ServerResponse | undefined): Promise<void> {
  const { method, url = '', headers } = incoming;
  const forwarded = sendRequest(new URL(url, target), { method, headers });
  // Also after the response has begun, when `once` no longer listens.
  forwarded.on('error', () => incoming.socket.destroy());
  incoming.pipe(forwarded);
  const [response] = (await once(forwarded, 'response')) as [IncomingMessage];
  if (outgoing === undefined) {
    response.resume();
    await once(response, 'end');
    incoming.socket.destroy();
  } else {
    outgoing.writeHead(response.statusCode ?? 502, response.headers);
    await pipeline(response, outgoing);
  }
}
