import { once } from 'node:events';
import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eventually } from './eventually.ts';

/**
 * A load balancer that keeps connections alive, checks readiness, and sends no requests to a backend that is not ready.
 */
export interface Balancer {
  readonly url: string;
  /** Returns the number of failed requests. Each of them received 502. */
  readonly failed: () => number;
  /** Returns the number of requests forwarded to a backend. */
  readonly forwardedTo: (port: number) => number;
  /** Sends no further requests to a backend, as a proxy's administrator does, and waits for those under way. */
  withdraw(port: number): Promise<void>;
  /** Sends requests to a withdrawn backend again, as soon as it is ready. */
  readmit(port: number): void;
  close(): Promise<void>;
}

interface Backend {
  readonly port: number;
  readonly agent: Agent;
  isReady: boolean;
  isWithdrawn: boolean;
  forwarded: number;
  running: number;
}

/** Balances requests over local ports, in turn. */
export async function openBalancer(ports: readonly number[], checkMs: number): Promise<Balancer> {
  const backends = ports.map(createBackend);
  await Promise.all(backends.map(checkReadiness));
  const state = { failed: 0, turn: 0 };
  const check = setInterval(() => {
    for (const backend of backends) void checkReadiness(backend);
  }, checkMs);
  const server = createServer((incoming, outgoing) => {
    const ready = backends.filter(({ isReady, isWithdrawn }) => isReady && !isWithdrawn);
    const backend = ready[state.turn++ % ready.length];
    if (backend !== undefined) countRunning(backend, outgoing);
    forward(backend, incoming, outgoing).catch(() => {
      state.failed++;
      outgoing.writeHead(502).end();
    });
  });
  const backendAt = (target: number): Backend => findBackend(backends, target);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    failed: () => state.failed,
    forwardedTo: (target) => backendAt(target).forwarded,
    readmit: (target) => {
      backendAt(target).isWithdrawn = false;
    },
    withdraw: async (target) => {
      const backend = backendAt(target);
      backend.isWithdrawn = true;
      await eventually(async () => {
        if (backend.running > 0) throw new Error(`${backend.running} requests are under way`);
      });
    },
    close: async () => {
      clearInterval(check);
      for (const { agent } of backends) agent.destroy();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function createBackend(port: number): Backend {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  return { port, agent, isReady: false, isWithdrawn: false, forwarded: 0, running: 0 };
}

function findBackend(backends: readonly Backend[], target: number): Backend {
  const found = backends.find(({ port }) => port === target);
  if (found === undefined) throw new Error(`port ${target} is not balanced`);
  return found;
}

function countRunning(backend: Backend, outgoing: ServerResponse): void {
  backend.running++;
  outgoing.once('close', () => backend.running--);
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
