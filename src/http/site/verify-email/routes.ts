import { onFirstUse } from '../../../platform/on-first-use.ts';
import { renderVerifyEmail } from './page.ts';
import type { Assets } from '../assets.ts';
import { pagePolicies, sendPage } from '../page.ts';
import type { SurfaceRouter } from '../router.ts';

/** `/api/verify-email`: the page that the link in a registration mail opens. */
export function addVerifyEmail(router: SurfaceRouter, assets: Assets): void {
  const page = onFirstUse(() => renderVerifyEmail(assets));
  router.get('/api/verify-email', (context) => sendPage(context, page(), pagePolicies.plain));
}
