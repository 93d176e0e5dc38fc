import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type Koa from 'koa';
import { InFlight, TrackedResponse } from './in-flight.ts';
import { slowReaderCut } from './slow-readers.ts';

type TrackingServer = Server<typeof IncomingMessage, typeof TrackedResponse>;

interface ListenOptions {
  /** 0 selects a free port. */
  readonly port: number;
  readonly host: string;
  readonly limits?: Partial<ServerLimits>;
}

/** Limits against slow callers and against too many connections. */
export interface ServerLimits {
  readonly headersTimeoutMs: number;
  readonly requestTimeoutMs: number;
  /** Longer than load balancers keep idle connections (usually 60 s), so that the load balancer closes them first. */
  readonly keepAliveTimeoutMs: number;
  /** The time in which a client must read a complete response. Until then the response stays in memory. */
  readonly responseTimeoutMs: number;
  /**
   * The total size of responses that clients have not read. Beyond it, the server cuts the connections that have waited
   * longest.
   */
  readonly unreadBytesMax: number;
  /** How often connections are checked against the limits above. */
  readonly checkIntervalMs: number;
  readonly headerBytesMax: number;
  readonly connectionsMax: number;
  /**
   * The number of pipelined requests on one connection. Without a limit Node would start all requests that it has read,
   * thousands at once.
   */
  readonly pipelinedMax: number;
}

export interface Listener {
  readonly port: number;
  /**
   * Drains the server: responses say `Connection: close`; after `lameDuckMs` (so that a load balancer can notice) the
   * server accepts no more connections. Resolves after the last response, or after `limitMs`, when the remaining
   * connections are cut.
   * @returns whether every response was sent
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
  // More than any operation accepts (middleware/dispatch.ts).
  headerBytesMax: 65_536,
  connectionsMax: 10_000,
  pipelinedMax: 64,
};

/** Serves the application on a port until it is closed. */
export async function listen(app: Koa, options: ListenOptions): Promise<Listener> {
  const limits = { ...defaultLimits, ...options.limits };
  const server = createHttpServer(limits);
  const pipelines = new Pipelines(limits.pipelinedMax);
  const inFlight = new InFlight();
  const cutSlowReaders = slowReaderCut();
  const state = { isDraining: false };
  const handle = app.callback();
  const serve = (request: IncomingMessage, response: TrackedResponse): void => {
    const { socket } = request;
    if (!pipelines.mayBegin(socket)) return;
    inFlight.add(response);
    response.on('close', () => {
      inFlight.remove(response);
      pipelines.end(socket);
    });
    if (state.isDraining) response.shouldKeepAlive = false;
    void handle(request, response);
  };
  server.on('request', serve);
  // An unknown expectation is ignored (RFC 9110, 10.1.1). Node would respond to it without the standard headers.
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

function createHttpServer(limits: ServerLimits): TrackingServer {
  const server = createServer({
    ServerResponse: TrackedResponse,
    headersTimeout: limits.headersTimeoutMs,
    requestTimeout: limits.requestTimeoutMs,
    keepAliveTimeout: limits.keepAliveTimeoutMs,
    connectionsCheckingInterval: limits.checkIntervalMs,
    maxHeaderSize: limits.headerBytesMax,
    // A middleware refuses a missing Host, with the headers and the body of every other error.
    requireHostHeader: false,
    // If Host, Authorization or Content-Type occurs twice, Node would use the first, and a proxy perhaps the last.
    // Joined, they are no valid host, credential or media type, and are refused.
    joinDuplicateHeaders: true,
    noDelay: true,
  });
  server.maxConnections = limits.connectionsMax;
  // The size limit bounds the number of headers too. A limit on the number would drop the surplus silently.
  server.maxHeadersCount = 0;
  return server;
}

/**
 * Bounds the requests that wait on one connection, and cuts a connection with too many. Clients that pipeline send only
 * a few requests ahead, and must expect that the connection closes (RFC 9112, 9.3.2).
 */
class Pipelines {
  readonly #max: number;
  readonly #waiting = new WeakMap<Socket, number>();

  constructor(max: number) {
    this.#max = max;
  }

  mayBegin(socket: Socket): boolean {
    // A request that had been read before the connection was cut.
    if (socket.destroyed) return false;
    const count = (this.#waiting.get(socket) ?? 0) + 1;
    if (count > this.#max) {
      socket.destroy();
      return false;
    }
    this.#waiting.set(socket, count);
    return true;
  }

  end(socket: Socket): void {
    this.#waiting.set(socket, (this.#waiting.get(socket) ?? 1) - 1);
  }
}

/**
 * Whether a response may be written to the socket of a caller that violated the protocol. It must not be written after
 * another response has begun, nor if the caller would take it for the response to an earlier request on the same
 * connection.
 */
function mayRespond(socket: Duplex, inFlight: InFlight): boolean {
  return ![...inFlight].some(
    (response) => response.socket === socket && (response.headersSent || response.req.complete),
  );
}

function begin(server: TrackingServer, options: ListenOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port: options.port, host: options.host, backlog: 1024 }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function portOf(server: TrackingServer): number {
  const address = server.address();
  if (isAddressInfo(address)) return address.port;
  throw new Error('The server listens on no port');
}

function isAddressInfo(address: AddressInfo | string | null): address is AddressInfo {
  return address !== null && typeof address === 'object';
}

interface Serving {
  readonly server: TrackingServer;
  readonly inFlight: InFlight;
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
  // A response that had already sent its headers leaves its connection open. The sweep repeats until none is left.
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
