import type { IncomingMessage } from 'node:http';
import { AppError } from '../../problems/app-error.ts';
import { isIntakePath } from '../intake-paths.ts';
import type { Engine, HttpMiddleware, Version } from '../options.ts';

/**
 * Node's parser accepts slightly more (listen.ts), so that a header that is too large is refused in the error format of
 * its operation.
 */
const headerBytesMax = 16 * 1024;

/** Passes the request to the engine of the document that its path belongs to. Any other path returns 404. */
export function dispatch(engines: Readonly<Record<Version, Engine>>): HttpMiddleware {
  return async (context) => {
    const engine = engineOf(engines, context.path);
    if (bytesOf(context.req) > headerBytesMax) {
      const error = new AppError('header_too_large', 431, {}, { headers: { connection: 'close' } });
      if (engine === undefined) throw error;
      engine.refuse(context, error);
    }
    if (engine === undefined) throw new AppError('not_found', 404);
    return engine.handle(context);
  };
}

/** Returns the engine that serves a path; undefined for a path outside of the contract. */
export function engineOf(engines: Readonly<Record<Version, Engine>>, path: string): Engine | undefined {
  const version = versionOf(path);
  return version && engines[version];
}

function versionOf(path: string): Version | undefined {
  if (path.startsWith('/api/v2/') || path === '/health' || path.startsWith('/health/')) return 'v2';
  if (path.startsWith('/api/v1/')) return 'v1';
  return isIntakePath(path) ? 'v2' : undefined;
}

/** The size in bytes of the target and the headers, without separators. */
function bytesOf({ url = '', rawHeaders }: IncomingMessage): number {
  let bytes = url.length;
  for (const text of rawHeaders) bytes += text.length;
  return bytes;
}
