import { createHash, timingSafeEqual } from 'node:crypto';
import { METRICS_CONTENT_TYPE } from '../../platform/metrics.ts';
import { AppError } from '../../problems/app-error.ts';
import { bearerChallenge } from '../../problems/bearer-challenge.ts';
import type { HttpOptions } from '../options.ts';
import type { SurfaceRouter } from './router.ts';

export const metricsPath = '/metrics';

/** The metrics in the text format of Prometheus. If a token is configured, readers must send it. */
export function addMetrics(
  router: SurfaceRouter,
  { readMetrics, settings }: Pick<HttpOptions, 'readMetrics' | 'settings'>,
): void {
  const { token } = settings.metrics;
  router.get(metricsPath, async (context) => {
    if (token !== undefined && !isBearer(context.get('Authorization'), token)) {
      throw new AppError('unauthenticated', 401, {}, bearerChallenge);
    }
    context.body = await readMetrics();
    context.set('Content-Type', METRICS_CONTENT_TYPE);
  });
}

/** Compares hashes, so that timing does not reveal how much of a guess is right. */
function isBearer(header: string, token: string): boolean {
  const [, sent = ''] = /^bearer +(\S+)$/i.exec(header) ?? [];
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(sent), digest(token));
}
