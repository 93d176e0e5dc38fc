import { renderAcceptInvitation } from './page.ts';
import type { Assets } from '../assets.ts';
import { pagePolicies, sendPage } from '../page.ts';
import type { SurfaceRouter } from '../router.ts';

/** `/api/accept-invitation`: the page behind the link of the invitation mail. */
export function addAcceptInvitation(router: SurfaceRouter, assets: Assets): void {
  const page = renderAcceptInvitation(assets);
  router.get('/api/accept-invitation', (context) => sendPage(context, page, pagePolicies.plain));
}
