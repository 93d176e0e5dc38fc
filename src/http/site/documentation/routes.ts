import { onFirstUse } from '../../../platform/on-first-use.ts';
import { AppError } from '../../../problems/app-error.ts';
import type { HttpContext, Version } from '../../options.ts';
import { renderDocs, renderRedoc } from './page.ts';
import type { Assets } from '../assets.ts';
import { chosenType, pagePolicies, sendPage } from '../page.ts';
import type { Representation } from '../representation.ts';
import type { SurfaceRouter } from '../router.ts';

/** `/api/docs` (Swagger UI) and `/api/redoc` (ReDoc). `?version=v1` shows the contract of v1. */
export function addDocumentation(router: SurfaceRouter, assets: Assets): void {
  const docs = perVersion((version) => renderDocs(version, assets));
  const redoc = perVersion((version) => renderRedoc(version, assets));
  router.get('/api/docs', async (context) => {
    chosenType(context, ['html']);
    await sendPage(context, docs[askedVersion(context)](), pagePolicies.docs);
  });
  router.get('/api/redoc', async (context) => {
    chosenType(context, ['html']);
    await sendPage(context, redoc[askedVersion(context)](), pagePolicies.redoc);
  });
}

function perVersion(render: (version: Version) => Representation): Readonly<Record<Version, () => Representation>> {
  return { v1: onFirstUse(() => render('v1')), v2: onFirstUse(() => render('v2')) };
}

function askedVersion(context: HttpContext): Version {
  const version = context.query['version'] ?? 'v2';
  if (version === 'v1' || version === 'v2') return version;
  throw new AppError('not_found', 404);
}
