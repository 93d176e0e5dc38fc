import type { HttpOptions } from '../options.ts';
import type { SurfaceRouter } from './router.ts';

export const metricsPath = '/metrics';

/** Everything in the registry, in the text format of Prometheus. */
export function addMetrics(router: SurfaceRouter, { metrics: { registry } }: Pick<HttpOptions, 'metrics'>): void {
  router.get(metricsPath, async (context) => {
    context.body = await registry.metrics();
    context.set('Content-Type', registry.contentType);
  });
}
