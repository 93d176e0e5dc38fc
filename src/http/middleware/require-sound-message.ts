import { AppError } from '../../problems/app-error.ts';
import type { HttpContext, HttpMiddleware } from '../options.ts';
import { isHost, originForm } from '../target.ts';

/**
 * Refuses messages whose parts a proxy in front could have read in another way than we do: a target that has no origin
 * form; no Host in HTTP/1.1, more than one (`listen` lets Node join them), or one that is no host (RFC 9112, 3.2); a
 * transfer coding that we do not undo, or one in HTTP/1.0, which has none (6.1). Node lets most of them through, and
 * refuses the rest without our headers and body.
 */
export function requireSoundMessage(): HttpMiddleware {
  return (context, next) => {
    if (isAddressSound(context) && isFramingSound(context)) return next();
    throw new AppError('malformed_request', 400, {}, { headers: { connection: 'close' } });
  };
}

function isAddressSound({ req, originalUrl }: HttpContext): boolean {
  const { host } = req.headers;
  const isHostSound = host === undefined ? req.httpVersion === '1.0' : isHost(host);
  // Most targets are in origin form as they come; the others are asked for a second time.
  return isHostSound && (req.url === originalUrl || originForm(originalUrl) !== undefined);
}

function isFramingSound({ req }: HttpContext): boolean {
  const coding = req.headers['transfer-encoding'];
  return coding === undefined || (coding.toLowerCase() === 'chunked' && req.httpVersion === '1.1');
}
