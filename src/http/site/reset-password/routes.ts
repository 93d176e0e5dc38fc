import { onFirstUse } from '../../../platform/on-first-use.ts';
import { renderResetPassword } from './page.ts';
import type { Assets } from '../assets.ts';
import { pagePolicies, sendPage } from '../page.ts';
import type { SurfaceRouter } from '../router.ts';

/** `/api/reset-password`: the page that the link in a reset mail opens. */
export function addResetPassword(router: SurfaceRouter, assets: Assets): void {
  const page = onFirstUse(() => renderResetPassword(assets));
  router.get('/api/reset-password', (context) => sendPage(context, page(), pagePolicies.plain));
}
