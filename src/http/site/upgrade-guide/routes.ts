import { upgradeGuidePath } from '../../../contract/response/deprecation.ts';
import { upgradeGuideOf } from '../../../documents/upgrade-guide.ts';
import { onFirstUse } from '../../../platform/on-first-use.ts';
import type { HttpOptions } from '../../options.ts';
import { renderUpgradeGuide } from './page.ts';
import type { Assets } from '../assets.ts';
import { chosenType, pagePolicies, redirect, sendPage } from '../page.ts';
import { createRepresentation, documentCaching, jsonType, send } from '../representation.ts';
import type { SurfaceRouter } from '../router.ts';

/** `/api/upgrade-guide`: how to move from v1 to v2. Deprecated responses link to it. */
export function addUpgradeGuide(
  router: SurfaceRouter,
  { documents }: Pick<HttpOptions, 'documents'>,
  assets: Assets,
): void {
  const guide = onFirstUse(() => upgradeGuideOf(documents.v1, documents.v2));
  const json = onFirstUse(() => createRepresentation(jsonType, JSON.stringify(guide())));
  const page = onFirstUse(() => renderUpgradeGuide(guide(), assets));
  router.get(upgradeGuidePath, async (context) => {
    if (chosenType(context, ['html', 'json']) === 'json') return send(context, json(), documentCaching);
    return sendPage(context, page(), pagePolicies.plain);
  });
  // The former path of the guide. Older responses of v1 link to it.
  router.get('/api/migration', (context) => redirect(context, 301, upgradeGuidePath));
}
