import { onFirstUse } from '../../../platform/on-first-use.ts';
import { renderLogIn } from './page.ts';
import type { Assets } from '../assets.ts';
import { pagePolicies, sendPage } from '../page.ts';
import type { SurfaceRouter } from '../router.ts';

/** `/api/log-in`: the form that begins a session in a browser. */
export function addLogIn(router: SurfaceRouter, assets: Assets): void {
  const page = onFirstUse(() => renderLogIn(assets));
  router.get('/api/log-in', (context) => sendPage(context, page(), pagePolicies.plain));
}
