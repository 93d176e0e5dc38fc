import { AppError } from '../../problems/app-error.ts';
import { parseAccept, preferredOf } from '../../contract/media-types.ts';
import { pagePolicy } from '../middleware/headers.ts';
import type { HttpContext } from '../options.ts';
import { documentCaching, send } from './representation.ts';
import type { Representation } from './representation.ts';

/** Content security policies of the pages. None allows inline scripts or content from other servers. */
export const pagePolicies = {
  plain: pagePolicy(),
  /** Swagger UI's style sheet contains icons as data: URLs. */
  docs: pagePolicy({ 'img-src': ["'self'", 'data:'] }),
  /** ReDoc inserts <style> elements (styled-components) and searches in a worker made from a blob. */
  redoc: pagePolicy({
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:'],
    'worker-src': ["'self'", 'blob:'],
  }),
} as const;

/** Responds with an HTML page and its content security policy. */
export async function sendPage(context: HttpContext, page: Representation, policy: string): Promise<void> {
  context.set('Content-Security-Policy', policy);
  await send(context, page, documentCaching);
}

/** Redirects without the HTML page that Koa would send. */
export function redirect(context: HttpContext, status: 301 | 302, target: string): void {
  context.status = status;
  context.redirect(target);
  context.body = '';
}

/**
 * Returns the representation that Accept prefers, or the first one if it states no preference.
 * @throws AppError `not_acceptable` (406) if Accept allows none of them
 */
export function chosenType<Type extends keyof typeof mediaTypes>(context: HttpContext, types: readonly Type[]): Type {
  context.vary('Accept');
  const offers = types.map((type) => mediaTypes[type]);
  const chosen = preferredOf(parseAccept(context.headers.accept ?? '*/*'), offers);
  const type = types.find((candidate) => mediaTypes[candidate] === chosen);
  if (type !== undefined) return type;
  throw new AppError('not_acceptable', 406, { offered: offers.join(', ') });
}

const mediaTypes = { json: 'application/json', html: 'text/html', markdown: 'text/markdown' } as const;
