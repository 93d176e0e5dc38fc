import type { IncomingMessage } from 'node:http';
import { AppError } from '../../problems/app-error.ts';
import type { Engine, HttpMiddleware, Version } from '../options.ts';

/** Node's parser reads some more (listen.ts), so that what is too large still is refused in the shape of its operation. */
const headerBytesMax = 16 * 1024;

/** Hands the request to the engine of the document its path belongs to; anything else does not exist. */
export function dispatch(engines: Readonly<Record<Version, Engine>>): HttpMiddleware {
  return async (context) => {
    const version = versionOf(context.path);
    const engine = version && engines[version];
    if (bytesOf(context.req) > headerBytesMax) {
      const error = new AppError('header_too_large', 431, {}, { headers: { connection: 'close' } });
      if (engine === undefined) throw error;
      engine.refuse(context, error);
    }
    if (engine === undefined) throw new AppError('not_found', 404);
    return engine.handle(context);
  };
}

function versionOf(path: string): Version | undefined {
  if (path.startsWith('/api/v2/') || path === '/health' || path.startsWith('/health/')) return 'v2';
  return path.startsWith('/api/v1/') ? 'v1' : undefined;
}

/** Of the target and the headers, without what stands between them. */
function bytesOf({ url = '', rawHeaders }: IncomingMessage): number {
  let bytes = url.length;
  for (const text of rawHeaders) bytes += text.length;
  return bytes;
}
