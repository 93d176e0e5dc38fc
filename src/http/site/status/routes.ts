import type { HttpOptions } from '../../options.ts';
import type { Assets } from '../assets.ts';
import { chosenType, pagePolicies } from '../page.ts';
import { createRepresentation, jsonType, send } from '../representation.ts';
import type { SurfaceRouter } from '../router.ts';
import { renderStatus, statusPath } from './page.ts';
import { toStatusReport } from './report.ts';

/** `/api/status`: the state of the service, read on each request. 200 also if it is bad: monitors use `/health`. */
export function addStatus(
  router: SurfaceRouter,
  { readHealth }: Pick<HttpOptions, 'readHealth'>,
  assets: Assets,
): void {
  router.get(statusPath, async (context) => {
    const type = chosenType(context, ['json', 'html']);
    const report = toStatusReport(await readHealth());
    if (type === 'json') return send(context, createRepresentation(jsonType, JSON.stringify(report)), 'no-store');
    context.set('Content-Security-Policy', pagePolicies.plain);
    return send(context, renderStatus(report, assets), 'no-store');
  });
}
