import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { pino, type Logger } from 'pino';
import { parse } from 'yaml';
import { createServer } from '../../../src/http/create-server.ts';
import { listen } from '../../../src/http/listen.ts';
import type { Listener, ServerLimits } from '../../../src/http/listen.ts';
import type {
  Engine,
  HttpContext,
  HttpOptions,
  HttpSettings,
  ProblemCatalogue,
  UndeclaredProblem,
  Version,
} from '../../../src/http/options.ts';
import { createMetrics } from '../../../src/platform/metrics.ts';
import { documents as smallDocuments } from './documents.ts';

type Handle = (context: HttpContext) => void | Promise<void>;

export const catalogue = parse(
  readFileSync(join(import.meta.dirname, '../../../openapi/shared/problems.yaml'), 'utf8'),
) as ProblemCatalogue;

interface ServeOptions {
  readonly v1?: Handle;
  readonly v2?: Handle;
  readonly documents?: HttpOptions['documents'];
  readonly settings?: Partial<HttpSettings>;
  readonly limits?: Partial<ServerLimits>;
  readonly rateLimiter?: HttpOptions['rateLimiter'];
  readonly changelog?: HttpOptions['changelog'];
  readonly readHealth?: HttpOptions['readHealth'];
  readonly load?: HttpOptions['load'];
}

export interface Served {
  readonly port: number;
  readonly listener: Listener;
  readonly lines: readonly LogLine[];
  /** Problems that their operation does not declare. */
  readonly breaches: readonly UndeclaredProblem[];
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<GivenResponse>;
  send(method: string, path: string, headers?: Readonly<Record<string, string>>): Promise<GivenResponse>;
  /** Writes bytes to a socket of its own and resolves with all that comes back until the server closes it. */
  raw(bytes: string): Promise<string>;
  close(): Promise<void>;
}

export type LogLine = Readonly<Record<string, unknown>>;

export interface GivenResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
  json(): Record<string, unknown>;
}

/** Says what it was asked for, so that tests see which engine got which path. */
function echo(version: Version): Handle {
  return (context) => {
    context.body = { version, method: context.method, path: context.path, query: context.querystring };
  };
}

/** The real server around two engines that a test makes up. */
export async function serve(options: ServeOptions = {}): Promise<Served> {
  const lines: LogLine[] = [];
  const breaches: UndeclaredProblem[] = [];
  const logger = pino({ level: 'debug' }, { write: (line: string) => lines.push(JSON.parse(line) as LogLine) });
  const app = createServer(createOptions(options, { logger, breaches }));
  const listener = await listen(app, { port: 0, host: '127.0.0.1', limits: options.limits ?? {} });
  const send = (method: string, path: string, headers: Readonly<Record<string, string>> = {}) =>
    exchange({ port: listener.port, method, path, headers });
  return {
    port: listener.port,
    listener,
    lines,
    breaches,
    send,
    get: (path, headers) => send('GET', path, headers),
    raw: (bytes) => exchangeRaw(listener.port, bytes),
    close: async () => {
      await listener.close({ limitMs: 1000 });
    },
  };
}

interface Observers {
  readonly logger: Logger;
  readonly breaches: UndeclaredProblem[];
}

/** What the server is created with, where a test makes nothing else up. */
export function createOptions(
  options: ServeOptions = {},
  { logger, breaches }: Observers = { logger: pino({ enabled: false }), breaches: [] },
): HttpOptions {
  const engine = (version: Version): Engine => ({
    handle: async (context) => (options[version] ?? echo(version))(context),
    refuse: (_context, error) => {
      throw error;
    },
  });
  const metrics = createMetrics();
  return {
    engines: { v1: engine('v1'), v2: engine('v2') },
    documents: options.documents ?? smallDocuments,
    changelog: options.changelog ?? [],
    problems: catalogue,
    logger,
    metrics,
    onFailure: () => undefined,
    readMetrics: () => metrics.registry.metrics(),
    rateLimiter: options.rateLimiter,
    load: options.load,
    readHealth:
      options.readHealth ??
      (async () => ({ isDatabaseUp: true, isAccepting: true, at: new Date('2026-11-02T10:00:00.000Z') })),
    onBreach: (breach) => breaches.push(breach),
    settings: {
      publicUrl: '',
      corsOrigins: [],
      trustedProxies: 0,
      proxyHeader: 'x-forwarded-for',
      metrics: { isPublic: true, token: undefined },
      ...options.settings,
    },
  };
}

interface Exchange {
  readonly port: number;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** node:http instead of fetch: it sends paths and headers as they are, and shows responses as they came. */
function exchange({ port, method, path, headers }: Exchange): Promise<GivenResponse> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ port, host: '127.0.0.1', method, path, headers, agent: false }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () => {
        const bytes = Buffer.concat(chunks);
        const text = bytes.toString();
        const json = () => JSON.parse(text) as Record<string, unknown>;
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, bytes, text, json });
      });
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
}

function exchangeRaw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let text = '';
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
    socket.on('error', reject);
    socket.on('close', () => resolve(text));
  });
}
