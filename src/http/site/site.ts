import Router from '@koa/router';
import { setRateHeaders } from '../../contract/response/send.ts';
import { onFirstUse } from '../../platform/on-first-use.ts';
import { sourceOf } from '../../platform/source-address.ts';
import { AppError } from '../../problems/app-error.ts';
import type { HttpMiddleware, HttpOptions } from '../options.ts';
import { addAcceptInvitation } from './accept-invitation/routes.ts';
import { addApiCatalog } from './api-catalog.ts';
import { addAssets, assetPrefix, type Assets } from './assets.ts';
import { addChangelog } from './changelog/routes.ts';
import { addDocumentation } from './documentation/routes.ts';
import { addDocuments } from './documents.ts';
import { addGate } from './gate.ts';
import { readGuideSources } from './guides/guides.ts';
import { addGuides, guidePrefix } from './guides/routes.ts';
import { addLanding } from './landing/routes.ts';
import { addUpgradeGuide } from './upgrade-guide/routes.ts';
import { addLogIn } from './log-in/routes.ts';
import { addLlms } from './llms.ts';
import { addProbes } from './probes.ts';
import { addProblems, problemPrefix } from './problems/routes.ts';
import type { SurfaceRouter } from './router.ts';
import { addMetrics, metricsPath } from './metrics.ts';
import { addResetPassword } from './reset-password/routes.ts';
import { addStatus } from './status/routes.ts';
import { addVerifyEmail } from './verify-email/routes.ts';
import { addWorkflows, workflowPrefix } from './workflows/routes.ts';

const allowed = 'GET, HEAD, OPTIONS';
/** Below these, the last part of the path is a name. */
const prefixes = [problemPrefix, guidePrefix, workflowPrefix, assetPrefix];

/** Everything that the server offers besides the contract: pages, documents, metrics. All of it is read-only. */
export function surfaces(options: HttpOptions, assets: Assets): HttpMiddleware {
  return guard(createSiteRouter(options, assets), options);
}

export function createSiteRouter(options: HttpOptions, assets: Assets): SurfaceRouter {
  const router: SurfaceRouter = new Router({ strict: true, sensitive: true });
  const guides = onFirstUse(readGuideSources);
  addLanding(router, options, assets);
  addDocumentation(router, assets);
  addDocuments(router, options);
  addGate(router);
  addGuides(router, guides, options, assets);
  addProblems(router, options, assets);
  addLogIn(router, assets);
  addResetPassword(router, assets);
  addUpgradeGuide(router, options, assets);
  addVerifyEmail(router, assets);
  addAcceptInvitation(router, assets);
  addChangelog(router, options, assets);
  addStatus(router, options, assets);
  addWorkflows(router, options, assets);
  addApiCatalog(router, options);
  addLlms(router, guides, options);
  if (options.settings.metrics.isPublic) addMetrics(router, options);
  addAssets(router, assets);
  return router;
}

/** `/metrics` and the probes alone. Any other path returns 404. */
export function metricsSurface(options: Pick<HttpOptions, 'readMetrics' | 'settings' | 'readHealth'>): HttpMiddleware {
  const router: SurfaceRouter = new Router({ strict: true, sensitive: true });
  addMetrics(router, options);
  addProbes(router, options);
  const serve = guard(router, { rateLimiter: undefined });
  return (context) => serve(context, absent);
}

/** Passes requests for the contract on without the router, and refuses methods other than GET, HEAD and OPTIONS. */
function guard(router: SurfaceRouter, { rateLimiter }: Pick<HttpOptions, 'rateLimiter'>): HttpMiddleware {
  const paths = new Set(router.stack.map((layer) => layer.path));
  const routes = router.routes();
  return async (context, next) => {
    const { path, method } = context;
    if (!paths.has(path) && !prefixes.some((prefix) => path.startsWith(prefix))) return next();
    if (method === 'GET' || method === 'HEAD') {
      // Monitoring must not be refused because of other clients at its address.
      if (path !== metricsPath) setRateHeaders(context.res, await rateLimiter?.count('pages', sourceOf(context.ip)));
      await routes(Object.assign(context, { params: {}, router }), absent);
      return;
    }
    context.set('Allow', allowed);
    context.state.offer = { methods: allowed, headers: 'Accept, If-None-Match, X-Request-Id' };
    if (method !== 'OPTIONS') throw new AppError('method_not_allowed', 405, { allow: allowed });
    context.status = 204;
  };
}

async function absent(): Promise<never> {
  throw new AppError('not_found', 404);
}
