import { parseAccept, preferredOf } from '../../contract/media-types.ts';
import type { HttpMiddleware, HttpOptions } from '../options.ts';
import type { Assets } from '../site/assets.ts';
import { pagePolicies } from '../site/page.ts';
import { renderAbsentAddress, renderProblemPage } from '../site/problems/page.ts';

const offers = ['application/json', 'text/html'];

/**
 * Shows people a page where a request that reaches no operation fails: an unknown path, or a page that cannot be shown.
 * The status and the other headers stay. Responses of operations are never replaced, because the contract declares
 * their bodies.
 */
export function problemPage({ problems }: Pick<HttpOptions, 'problems'>, assets: Assets): HttpMiddleware {
  return async (context, next) => {
    await next();
    const { problem_code: code, operation, request_id } = context.state;
    const entry = code === undefined ? undefined : problems[code];
    if (code === undefined || entry === undefined || operation !== undefined || context.headerSent) return;
    context.vary('Accept');
    if (preferredOf(parseAccept(context.headers.accept ?? '*/*'), offers) !== 'text/html') return;
    const problem = { code, ...entry, request_id };
    const { type, bytes } =
      code === 'not_found'
        ? renderAbsentAddress(problem, context.originalUrl, assets)
        : renderProblemPage(problem, assets);
    context.set('Content-Security-Policy', pagePolicies.plain);
    context.type = type;
    context.body = bytes;
  };
}
