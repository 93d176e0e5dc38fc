import { onFirstUse } from '../../../platform/on-first-use.ts';
import type { HttpOptions } from '../../options.ts';
import { renderLanding } from './page.ts';
import { landingLinks } from '../api-catalog.ts';
import type { Assets } from '../assets.ts';
import { chosenType, pagePolicies, redirect, sendPage } from '../page.ts';
import { createRepresentation, documentCaching, jsonType, send } from '../representation.ts';
import { startPath } from '../navigation.ts';
import type { SurfaceRouter } from '../router.ts';

/** Addresses that people try, which lead to `/api`. The redirect is temporary: a page of their own may take its place. */
const aliases = ['/', '/docs', '/api/', '/api/v1', '/api/v1/', '/api/v2', '/api/v2/'];

/** `/api`, and what redirects to it: links for people and for programs. */
export function addLanding(router: SurfaceRouter, { documents, settings }: HttpOptions, assets: Assets): void {
  const { publicUrl } = settings;
  const { info } = documents.v2;
  const facts = {
    name: info.title,
    summary: info.summary ?? '',
    versions: [
      { version: 'v2', status: 'current', openapi: `${publicUrl}/api/v2/openapi.json` },
      { version: 'v1', status: 'deprecated', openapi: `${publicUrl}/api/v1/openapi.json` },
    ],
    links: {
      self: `${publicUrl}/api`,
      documentation: `${publicUrl}/api/docs`,
      reference: `${publicUrl}/api/redoc`,
      guides: `${publicUrl}/api/guides`,
      workflows: `${publicUrl}/api/workflows`,
      problems: `${publicUrl}/api/problems`,
      upgrade_guide: `${publicUrl}/api/upgrade-guide`,
      catalog: `${publicUrl}/.well-known/api-catalog`,
      changelog: `${publicUrl}/api/changelog`,
      health: `${publicUrl}/health`,
      status: `${publicUrl}/api/status`,
    },
  };
  const json = onFirstUse(() => createRepresentation(jsonType, JSON.stringify(facts)));
  const page = onFirstUse(() => renderLanding(documents, settings, assets));
  for (const alias of aliases) {
    router.get(alias, (context) => redirect(context, 302, startPath));
  }
  router.get('/api', async (context) => {
    context.set('Link', landingLinks(settings));
    if (chosenType(context, ['json', 'html']) === 'json') return send(context, json(), documentCaching);
    return sendPage(context, page(), pagePolicies.plain);
  });
}
