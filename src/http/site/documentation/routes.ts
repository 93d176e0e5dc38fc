import { AppError } from '../../../problems/app-error.ts';
import type { HttpContext, Version } from '../../options.ts';
import { renderDocs, renderRedoc } from './page.ts';
import type { Assets } from '../assets.ts';
import { chosenType, pagePolicies, sendPage } from '../page.ts';
import type { SurfaceRouter } from '../router.ts';

/** `/api/docs` (Swagger UI) and `/api/redoc` (ReDoc). `?version=v1` shows the contract of v1. */
export function addDocumentation(router: SurfaceRouter, assets: Assets): void {
  const docs = { v1: renderDocs('v1', assets), v2: renderDocs('v2', assets) };
  const redoc = { v1: renderRedoc('v1', assets), v2: renderRedoc('v2', assets) };
  router.get('/api/docs', async (context) => {
    chosenType(context, ['html']);
    await sendPage(context, docs[askedVersion(context)], pagePolicies.docs);
  });
  router.get('/api/redoc', async (context) => {
    chosenType(context, ['html']);
    await sendPage(context, redoc[askedVersion(context)], pagePolicies.redoc);
  });
}

function askedVersion(context: HttpContext): Version {
  const version = context.query['version'] ?? 'v2';
  if (version === 'v1' || version === 'v2') return version;
  throw new AppError('not_found', 404);
}
