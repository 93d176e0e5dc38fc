import { AppError } from '../../problems/app-error.ts';
import type { HttpContext, HttpMiddleware } from '../options.ts';
import { isHost, originForm } from '../target.ts';

/**
 * Refuses messages that a proxy in front could read differently: a target without an origin form; no Host in HTTP/1.1,
 * more than one (`listen` makes Node join them), or an invalid one (RFC 9112, 3.2); a transfer coding that this server
 * does not decode, or any in HTTP/1.0 (6.1). Node accepts most of them, and refuses the others without the standard
 * headers and body.
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
  // Most targets are already in origin form. Only the others are converted again.
  return isHostSound && (req.url === originalUrl || originForm(originalUrl) !== undefined);
}

function isFramingSound({ req }: HttpContext): boolean {
  const coding = req.headers['transfer-encoding'];
  return coding === undefined || (coding.toLowerCase() === 'chunked' && req.httpVersion === '1.1');
}
