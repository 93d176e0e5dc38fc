import { once } from 'node:events';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A TCP proxy between a client and a server, which a test can interrupt. */
export interface Network {
  /** The port to which clients connect. */
  readonly port: number;
  /** Returns the URL with the address of this proxy. */
  through(url: string): string;
  /** Cuts every connection and refuses new ones. `refused` returns the number of refused ones. */
  goDown(): Promise<{ readonly refused: () => number }>;
  comeBack(): void;
  /** Open connections no longer transfer data in either direction. New ones work. */
  stall(): void;
  /** Like `stall`, but new connections do not transfer data either. */
  stallAll(): void;
  close(): Promise<void>;
}

/** Opens a proxy to a port of this machine. */
export async function openNetwork(targetPort: number): Promise<Network> {
  const pairs = new Set<readonly [Socket, Socket]>();
  const clients = new Set<Socket>();
  const state = { isDown: false, isStalled: false, refused: 0 };
  const server = createServer((client) => {
    client.on('error', () => undefined);
    clients.add(client);
    client.once('close', () => clients.delete(client));
    if (state.isDown) {
      state.refused++;
      client.resetAndDestroy();
      return;
    }
    if (state.isStalled) return;
    join(client, targetPort, pairs);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    through: (url) => {
      const proxied = new URL(url);
      proxied.hostname = '127.0.0.1';
      proxied.port = String(port);
      return proxied.href;
    },
    goDown: async () => {
      Object.assign(state, { isDown: true, refused: 0 });
      cutAll(pairs);
      return { refused: () => state.refused };
    },
    comeBack: () => {
      Object.assign(state, { isDown: false, isStalled: false });
    },
    stall: () => stallAll(pairs),
    stallAll: () => {
      state.isStalled = true;
      stallAll(pairs);
    },
    close: () => {
      for (const client of clients) client.destroy();
      return closeServer(server, pairs);
    },
  };
}

function join(client: Socket, targetPort: number, pairs: Set<readonly [Socket, Socket]>): void {
  const target = createConnection({ port: targetPort, host: '127.0.0.1' });
  const pair = [client, target] as const;
  pairs.add(pair);
  client.pipe(target);
  target.pipe(client);
  for (const socket of pair) {
    socket.on('error', () => undefined);
    socket.once('close', () => {
      pairs.delete(pair);
      for (const end of pair) end.destroy();
    });
  }
}

function stallAll(pairs: ReadonlySet<readonly [Socket, Socket]>): void {
  for (const [client, target] of pairs) {
    client.unpipe(target);
    target.unpipe(client);
    for (const socket of [client, target]) socket.pause();
  }
}

function cutAll(pairs: ReadonlySet<readonly [Socket, Socket]>): void {
  for (const [client, target] of pairs) {
    client.resetAndDestroy();
    target.destroy();
  }
}

async function closeServer(server: Server, pairs: ReadonlySet<readonly [Socket, Socket]>): Promise<void> {
  cutAll(pairs);
  server.close();
  await once(server, 'close');
}
