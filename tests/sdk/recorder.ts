import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request of a generated client, and the server's response. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly status: number;
  readonly responseHeaders: Readonly<Record<string, string>>;
  readonly responseBody: string;
}

interface Recorder {
  readonly url: string;
  readonly exchanges: readonly Exchange[];
  stop(): Promise<void>;
}

/** Starts a proxy on loopback that passes each request on to the server and keeps the exchange. */
export async function startRecorder(serverUrl: string): Promise<Recorder> {
  const exchanges: Exchange[] = [];
  const proxy = createServer((incoming, outgoing) => {
    pass(serverUrl, incoming, outgoing).then(
      (exchange) => exchanges.push(exchange),
      (error: unknown) => outgoing.writeHead(502).end(String(error)),
    );
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const { port } = proxy.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    exchanges,
    stop: async () => {
      proxy.closeAllConnections();
      proxy.close();
      await once(proxy, 'close');
    },
  };
}

async function pass(serverUrl: string, incoming: IncomingMessage, outgoing: ServerResponse): Promise<Exchange> {
  const { method = '', url: target = '' } = incoming;
  const body = await readAll(incoming);
  // The bodies are kept as text, so the server must not compress them.
  const { 'accept-encoding': _, ...headers } = incoming.headers;
  const forwarded = request(`${serverUrl}${target}`, { method, headers, agent: false });
  forwarded.end(body);
  const [response] = (await once(forwarded, 'response')) as [IncomingMessage];
  const responseBody = await readAll(response);
  const status = response.statusCode ?? 0;
  // In their original spelling: not every client looks headers up without regard to case.
  outgoing.writeHead(status, response.rawHeaders).end(responseBody);
  const { pathname, searchParams } = new URL(target, serverUrl);
  return {
    ...{ method, path: pathname, query: searchParams, status },
    ...{ headers: toText(incoming.headers), body: body.toString() },
    ...{ responseHeaders: toText(response.headers), responseBody: responseBody.toString() },
  };
}

async function readAll(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function toText(headers: IncomingMessage['headers']): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
