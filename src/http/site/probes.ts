import { AppError } from '../../problems/app-error.ts';
import type { HttpOptions } from '../options.ts';
import type { SurfaceRouter } from './router.ts';

/**
 * Liveness and readiness with the paths and bodies of the contract, for processes that do not serve the contract: a
 * supervisor probes a worker on the port of its metrics.
 */
export function addProbes(router: SurfaceRouter, { readHealth }: Pick<HttpOptions, 'readHealth'>): void {
  router.get('/health/liveness', (context) => {
    context.body = { alive: true };
  });
  router.get('/health/readiness', async (context) => {
    const { isAccepting, isDatabaseUp } = await readHealth();
    if (!isAccepting || !isDatabaseUp) {
      throw new AppError('service_unavailable', 503, {}, { headers: { 'retry-after': '1' } });
    }
    context.body = { ready: true };
  });
}
