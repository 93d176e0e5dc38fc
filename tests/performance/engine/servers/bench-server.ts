import { createServer, type IncomingMessage, type Server } from 'node:http';
import type Koa from 'koa';
import { task, token } from '../bench-contract.ts';

/** What every server of the benchmark is to the one who measures it. */
export interface BenchServer {
  readonly server: Server;
  /** Requests and responses validated so far; undefined where the server does not count. */
  readonly counts?: () => { readonly requests: number; readonly responses: number };
}

export const etag = '"3"';
export const location = `/api/v2/resource15s/${task.id}`;

const tokens = new Map([[`Bearer ${token}`, 'user']]);

/** Security of the peers: the header is looked up in memory. */
export function isKnown(authorization: string | undefined): boolean {
  return authorization !== undefined && tokens.has(authorization);
}

export function textOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => resolve(Buffer.concat(chunks).toString()));
    request.on('error', reject);
  });
}

export function serve<State>(app: Koa<State>): Server {
  const handle = app.callback();
  return createServer((request, response) => void handle(request, response));
}
