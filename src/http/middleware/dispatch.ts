import { AppError } from '../../problems/app-error.ts';
import type { Engine, HttpMiddleware, Version } from '../options.ts';

/** Hands the request to the engine of the document its path belongs to; anything else does not exist. */
export function dispatch(engines: Readonly<Record<Version, Engine>>): HttpMiddleware {
  return async (context) => {
    const { path } = context;
    if (path.startsWith('/api/v2/') || path === '/health' || path.startsWith('/health/')) {
      return engines.v2.handle(context);
    }
    if (path.startsWith('/api/v1/')) return engines.v1.handle(context);
    throw new AppError('not_found', 404);
  };
}
