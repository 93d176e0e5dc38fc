import { createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** Passes requests on to the server, and notes the statuses of the responses by the name that begins the path. */
export interface Gateway {
  /** The address of the server for what is done in the name. */
  readonly urlFor: (name: string) => string;
  readonly statusesOf: (name: string) => readonly number[];
  readonly close: () => void;
}

export async function openGateway(server: { readonly url: string }): Promise<Gateway> {
  const target = new URL(server.url);
  const seen = new Map<string, number[]>();
  const pass = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const [, name = '', path = ''] = /^\/([^/]+)(\/.*)$/.exec(incoming.url ?? '') ?? [];
    const { method, headers } = incoming;
    const passed = send({ host: target.hostname, port: target.port, method, path, headers }, (response) => {
      const status = response.statusCode ?? 0;
      seen.set(name, [...(seen.get(name) ?? []), status]);
      outgoing.writeHead(status, response.headers);
      response.pipe(outgoing);
    });
    passed.on('error', () => outgoing.destroy());
    incoming.pipe(passed);
  };
  const gateway = createServer(pass).listen(0, '127.0.0.1');
  await once(gateway, 'listening');
  const { port } = gateway.address() as AddressInfo;
  return {
    urlFor: (name) => `http://127.0.0.1:${port}/${name}`,
    statusesOf: (name) => seen.get(name) ?? [],
    close: () => {
      gateway.close();
      gateway.closeAllConnections();
    },
  };
}
