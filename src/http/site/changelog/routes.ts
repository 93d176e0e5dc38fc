import { onFirstUse } from '../../../platform/on-first-use.ts';
import type { HttpOptions } from '../../options.ts';
import type { Assets } from '../assets.ts';
import { chosenType, pagePolicies, sendPage } from '../page.ts';
import { createRepresentation, documentCaching, jsonType, send } from '../representation.ts';
import type { SurfaceRouter } from '../router.ts';
import { releasesOf } from './changelog.ts';
import { changelogPath, renderChangelog } from './page.ts';

/** `/api/changelog`: what each release of the documents added, changed, deprecated and removed. */
export function addChangelog(
  router: SurfaceRouter,
  options: Pick<HttpOptions, 'changelog' | 'documents' | 'settings'>,
  assets: Assets,
): void {
  const releases = onFirstUse(() => releasesOf(options));
  const json = onFirstUse(() => createRepresentation(jsonType, JSON.stringify({ data: releases() })));
  const page = onFirstUse(() => renderChangelog(releases(), assets));
  router.get(changelogPath, async (context) => {
    if (chosenType(context, ['html', 'json']) === 'json') return send(context, json(), documentCaching);
    return sendPage(context, page(), pagePolicies.plain);
  });
}
