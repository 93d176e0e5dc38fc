import type { HttpOptions } from '../options.ts';
import type { SurfaceRouter } from './router.ts';

/** `/metrics`: everything in the registry, in the text format of Prometheus. */
export function addMetrics(router: SurfaceRouter, { metrics: { registry } }: Pick<HttpOptions, 'metrics'>): void {
  router.get('/metrics', async (context) => {
    context.body = await registry.metrics();
    context.set('Content-Type', registry.contentType);
  });
}
