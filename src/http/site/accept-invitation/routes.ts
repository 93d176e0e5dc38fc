import { onFirstUse } from '../../../platform/on-first-use.ts';
import { renderAcceptInvitation } from './page.ts';
import type { Assets } from '../assets.ts';
import { pagePolicies, sendPage } from '../page.ts';
import type { SurfaceRouter } from '../router.ts';

/** `/api/accept-invitation`: the page that the link in an invitation mail opens. */
export function addAcceptInvitation(router: SurfaceRouter, assets: Assets): void {
  const page = onFirstUse(() => renderAcceptInvitation(assets));
  router.get('/api/accept-invitation', (context) => sendPage(context, page(), pagePolicies.plain));
}
