import { AppError } from '../../errors/app-error.ts';
import type { HttpOptions, ProblemEntry } from '../options.ts';
import { renderProblem, renderProblems } from '../pages/problems.ts';
import type { Assets } from './assets.ts';
import { declaredProblems } from './declared-problems.ts';
import type { DeclaringOperation } from './declared-problems.ts';
import { chosenType, pagePolicies, sendPage } from './page.ts';
import { createRepresentation, documentCaching, jsonType, send } from './representation.ts';
import type { SurfaceRouter } from './router.ts';

export const problemPrefix = '/api/problems/';

/** `/api/problems` and `/api/problems/{code}`: what the `type` of a problem document leads to. */
export function addProblems(router: SurfaceRouter, options: HttpOptions, assets: Assets): void {
  const { problems: catalogue } = options;
  const declared = declaredProblems(options.documents);
  const facts = (code: string, entry: ProblemEntry, operations: readonly DeclaringOperation[]) => ({
    type: `${problemPrefix}${code}`,
    code,
    ...entry,
    operations,
  });
  const entries = Object.entries(catalogue).map(([code, entry]) => facts(code, entry, declared.get(code) ?? []));
  const list = {
    json: createRepresentation(jsonType, JSON.stringify({ data: entries.map(({ operations: _, ...entry }) => entry) })),
    html: renderProblems(catalogue, assets),
  };
  const single = new Map(
    entries.map((entry) => [
      entry.code,
      { json: createRepresentation(jsonType, JSON.stringify(entry)), html: renderProblem(entry, assets) },
    ]),
  );
  router.get('/api/problems', async (context) => {
    if (chosenType(context, ['json', 'html']) === 'json') return send(context, list.json, documentCaching);
    return sendPage(context, list.html, pagePolicies.plain);
  });
  router.get(`${problemPrefix}:code`, async (context) => {
    const entry = single.get(context.path.slice(problemPrefix.length));
    if (entry === undefined) throw new AppError('not_found', 404);
    if (chosenType(context, ['json', 'html']) === 'json') return send(context, entry.json, documentCaching);
    return sendPage(context, entry.html, pagePolicies.plain);
  });
}
