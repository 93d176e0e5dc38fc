import { parseAccept, preferredOf } from '../../contract/media-types.ts';
import { problemDetail } from '../../problems/problem-text.ts';
import type { HttpMiddleware, HttpOptions } from '../options.ts';
import type { Assets } from '../site/assets.ts';
import { pagePolicies } from '../site/page.ts';
import { renderAbsentAddress, renderProblemPage } from '../site/problems/failure-page.ts';

const offers = ['application/json', 'text/html'];
/** Headers of a refusal that say what to do next. Browsers do not show headers. */
const shownHeaders = ['Retry-After', 'Allow'];

/**
 * Shows people a page where a request that reaches no operation fails: an unknown path, or a page that cannot be shown.
 * The status and the other headers stay. Responses of operations are never replaced, because the contract declares
 * their bodies.
 */
export function problemPage({ problems }: Pick<HttpOptions, 'problems'>, assets: Assets): HttpMiddleware {
  return async (context, next) => {
    // The negotiation adds a version to it.
    const { path } = context;
    await next();
    const { problem, operation, request_id } = context.state;
    const entry = problem && problems[problem.code];
    if (problem === undefined || entry === undefined || operation !== undefined || context.headerSent) return;
    context.vary('Accept');
    if (preferredOf(parseAccept(context.headers.accept ?? '*/*'), offers) !== 'text/html') return;
    const { code, params, violations = [] } = problem;
    const headers = shownHeaders.flatMap((name) => {
      const value = context.res.getHeader(name);
      return value === undefined ? [] : [{ name, value: String(value) }];
    });
    const met = { ...entry, code, request_id, detail: problemDetail(entry.detail, params), violations, headers };
    const { type, bytes } =
      code === 'not_found'
        ? renderAbsentAddress(met, { path, shown: context.originalUrl }, assets)
        : renderProblemPage(met, assets);
    context.set('Content-Security-Policy', pagePolicies.plain);
    context.type = type;
    context.body = bytes;
  };
}
