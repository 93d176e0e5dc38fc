import { once } from 'node:events';
import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A load balancer that keeps connections alive, checks readiness, and sends no requests to a backend that is not ready.
 */
export interface Balancer {
  readonly url: string;
  /** Returns the number of failed requests. Each of them received 502. */
  readonly failed: () => number;
  /** Returns the number of requests forwarded to a backend. */
  readonly forwardedTo: (port: number) => number;
  close(): Promise<void>;
}

interface Backend {
  readonly port: number;
  readonly agent: Agent;
  isReady: boolean;
  forwarded: number;
}

/** Balances requests over local ports, in turn. */
export async function openBalancer(ports: readonly number[], checkMs: number): Promise<Balancer> {
  const backends = ports.map((port): Backend => {
    return { port, agent: new Agent({ keepAlive: true, maxSockets: 8 }), isReady: true, forwarded: 0 };
  });
  const state = { failed: 0, turn: 0 };
  const check = setInterval(() => {
    for (const backend of backends) void checkReadiness(backend);
  }, checkMs);
  const server = createServer((incoming, outgoing) => {
    const ready = backends.filter(({ isReady }) => isReady);
    const backend = ready[state.turn++ % ready.length];
    forward(backend, incoming, outgoing).catch(() => {
      state.failed++;
      outgoing.writeHead(502).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    failed: () => state.failed,
    forwardedTo: (target) => backends.find((backend) => backend.port === target)?.forwarded ?? 0,
    close: async () => {
      clearInterval(check);
      for (const { agent } of backends) agent.destroy();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function checkReadiness(backend: Backend): Promise<void> {
  const check = request({ port: backend.port, host: '127.0.0.1', path: '/health/readiness', agent: false });
  check.end();
  try {
    const [response] = (await once(check, 'response')) as [IncomingMessage];
    response.resume();
    backend.isReady = response.statusCode === 200;
  } catch {
    backend.isReady = false;
  }
}

async function forward(
  backend: Backend | undefined,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  if (backend === undefined) throw new Error('no backend is ready');
  const { method, url: path, headers } = incoming;
  const forwarded = request({
    ...{ method, path, headers },
    port: backend.port,
    host: '127.0.0.1',
    agent: backend.agent,
  });
  incoming.pipe(forwarded);
  const [response] = (await once(forwarded, 'response')) as [IncomingMessage];
  backend.forwarded++;
  const { connection: _connection, ...kept } = response.headers;
  outgoing.writeHead(response.statusCode ?? 502, kept);
  response.pipe(outgoing);
}
