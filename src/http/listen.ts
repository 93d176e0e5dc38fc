import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type Koa from 'koa';
import { slowReaderCut } from './slow-readers.ts';

interface ListenOptions {
  /** 0 takes a free one. */
  readonly port: number;
  readonly host: string;
  readonly limits?: Partial<ServerLimits>;
}

/** Bounds against callers that are slow, or that are many. */
export interface ServerLimits {
  readonly headersTimeoutMs: number;
  readonly requestTimeoutMs: number;
  /** Longer than load balancers keep idle connections (60 s as a rule), so that they close first, never we. */
  readonly keepAliveTimeoutMs: number;
  /** For taking a response that is complete; until it has left, it stays in memory. */
  readonly responseTimeoutMs: number;
  /** All responses together that wait for being taken; beyond it, those are cut that have waited longest. */
  readonly unreadBytesMax: number;
  /** How often connections are checked against the bounds above. */
  readonly checkIntervalMs: number;
  readonly headerBytesMax: number;
  readonly connectionsMax: number;
  /** Requests on one connection that wait for their responses; Node would begin all that it has read, thousands at once. */
  readonly pipelinedMax: number;
}

export interface Listener {
  readonly port: number;
  /**
   * Drains: responses say `Connection: close`; after `lameDuckMs` (time for a load balancer to notice) no connection
   * is accepted any more; resolves when the last response has left, or cuts what is left after `limitMs`.
   * @returns whether every response could leave.
   */
  close(options?: { readonly lameDuckMs?: number; readonly limitMs?: number }): Promise<boolean>;
}

const defaultLimits: ServerLimits = {
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 60_000,
  keepAliveTimeoutMs: 75_000,
  responseTimeoutMs: 120_000,
  unreadBytesMax: 256 * 1024 * 1024,
  checkIntervalMs: 2_000,
  // More than any operation takes (middleware/dispatch.ts).
  headerBytesMax: 65_536,
  connectionsMax: 10_000,
  pipelinedMax: 64,
};

/** Serves the application on a port until it is closed. */
export async function listen(app: Koa, options: ListenOptions): Promise<Listener> {
  const limits = { ...defaultLimits, ...options.limits };
  const server = createHttpServer(limits);
  const mayBegin = pipelineBound(limits.pipelinedMax);
  const inFlight = new Set<ServerResponse>();
  const cutSlowReaders = slowReaderCut();
  const state = { isDraining: false };
  const handle = app.callback();
  const serve = (request: IncomingMessage, response: ServerResponse): void => {
    if (!mayBegin(request.socket, response)) return;
    inFlight.add(response);
    response.once('close', () => inFlight.delete(response));
    if (state.isDraining) response.shouldKeepAlive = false;
    void handle(request, response);
  };
  server.on('request', serve);
  // An expectation we do not know is ignored (RFC 9110, 10.1.1); Node would respond to it without our headers.
  server.on('checkExpectation', serve);
  server.on('connect', (_request, socket) => app.emit('clientError', new Error('CONNECT is not served'), socket));
  server.on('clientError', (error, socket) => {
    if (mayRespond(socket, inFlight)) app.emit('clientError', error, socket);
    else socket.destroy();
  });
  await begin(server, options);
  const sweep = setInterval(cutSlowReaders, limits.checkIntervalMs, inFlight, limits).unref();
  server.once('close', () => clearInterval(sweep));
  return { port: portOf(server), close: (patience = {}) => drain({ server, inFlight, state }, patience) };
}

function createHttpServer(limits: ServerLimits): Server {
  const server = createServer({
    headersTimeout: limits.headersTimeoutMs,
    requestTimeout: limits.requestTimeoutMs,
    keepAliveTimeout: limits.keepAliveTimeoutMs,
    connectionsCheckingInterval: limits.checkIntervalMs,
    maxHeaderSize: limits.headerBytesMax,
    // Ours refuses a missing Host too, with the headers and the body of every other error.
    requireHostHeader: false,
    // Of two Host, Authorization or Content-Type headers Node would take the first, and a proxy perhaps the last.
    // Joined, they are no host, no credential and no media type, and are refused as such.
    joinDuplicateHeaders: true,
    noDelay: true,
  });
  server.maxConnections = limits.connectionsMax;
  // The size bounds their number; a count would drop the surplus silently.
  server.maxHeadersCount = 0;
  return server;
}

/**
 * Says whether a request may begin, and cuts a connection on which too many wait: clients that pipeline send a few
 * ahead, and have to be prepared for losing the connection (RFC 9112, 9.3.2).
 */
function pipelineBound(max: number): (socket: Socket, response: ServerResponse) => boolean {
  const waiting = new WeakMap<Socket, number>();
  return (socket, response) => {
    // The rest of what had been read when the connection was cut.
    if (socket.destroyed) return false;
    const count = (waiting.get(socket) ?? 0) + 1;
    if (count > max) {
      socket.destroy();
      return false;
    }
    waiting.set(socket, count);
    response.once('close', () => waiting.set(socket, (waiting.get(socket) ?? 1) - 1));
    return true;
  };
}

/**
 * Whether a response may be written to a socket whose caller broke the protocol: not when a response has begun, and not
 * when it would be taken for the response to an earlier, complete request on the same connection.
 */
function mayRespond(socket: Duplex, inFlight: ReadonlySet<ServerResponse>): boolean {
  return ![...inFlight].some(
    (response) => response.socket === socket && (response.headersSent || response.req.complete),
  );
}

function begin(server: Server, options: ListenOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port: options.port, host: options.host, backlog: 1024 }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (isAddressInfo(address)) return address.port;
  throw new Error('The server listens on no port');
}

function isAddressInfo(address: AddressInfo | string | null): address is AddressInfo {
  return address !== null && typeof address === 'object';
}

interface Serving {
  readonly server: Server;
  readonly inFlight: ReadonlySet<ServerResponse>;
  readonly state: { isDraining: boolean };
}

async function drain(
  { server, inFlight, state }: Serving,
  { lameDuckMs = 0, limitMs = 25_000 }: { readonly lameDuckMs?: number; readonly limitMs?: number },
): Promise<boolean> {
  state.isDraining = true;
  for (const response of inFlight) if (!response.headersSent) response.shouldKeepAlive = false;
  if (lameDuckMs > 0) await new Promise((resolve) => setTimeout(resolve, lameDuckMs));
  let isComplete = true;
  // A response that had sent its headers before leaves its connection open: swept until none is left.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const limit = setTimeout(() => {
    isComplete = inFlight.size === 0;
    server.closeAllConnections();
  }, limitMs);
  await new Promise((resolve) => server.close(resolve));
  clearInterval(sweep);
  clearTimeout(limit);
  return isComplete;
}
