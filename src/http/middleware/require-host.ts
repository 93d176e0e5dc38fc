import { AppError } from '../../errors/app-error.ts';
import type { HttpMiddleware } from '../options.ts';

/** HTTP/1.1 demands the header (RFC 9112, 3.2). Node would refuse by itself, but without our headers and body. */
export function requireHost(): HttpMiddleware {
  return (context, next) => {
    if (context.req.headers.host === undefined && context.req.httpVersion === '1.1') {
      throw new AppError('malformed_request', 400);
    }
    return next();
  };
}
