import { createHash, timingSafeEqual } from 'node:crypto';
import { AppError } from '../../problems/app-error.ts';
import { bearerChallenge } from '../../problems/bearer-challenge.ts';
import type { HttpOptions } from '../options.ts';
import type { SurfaceRouter } from './router.ts';

export const metricsPath = '/metrics';

/** Everything in the registry, in the text format of Prometheus; for whoever has the token, if there is one. */
export function addMetrics(
  router: SurfaceRouter,
  { metrics: { registry }, settings }: Pick<HttpOptions, 'metrics' | 'settings'>,
): void {
  const { token } = settings.metrics;
  router.get(metricsPath, async (context) => {
    if (token !== undefined && !isBearer(context.get('Authorization'), token)) {
      throw new AppError('unauthenticated', 401, {}, bearerChallenge);
    }
    context.body = await registry.metrics();
    context.set('Content-Type', registry.contentType);
  });
}

/** Compared by hash, so that timing does not reveal how much of a guess was right. */
function isBearer(header: string, token: string): boolean {
  const [, sent = ''] = /^bearer +(\S+)$/i.exec(header) ?? [];
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(sent), digest(token));
}
