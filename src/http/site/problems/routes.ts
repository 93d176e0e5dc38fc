import { AppError } from '../../../problems/app-error.ts';
import type { HttpOptions, ProblemEntry } from '../../options.ts';
import { createProblemWriter, type ProblemWriter } from '../../problem-body.ts';
import { renderProblem, renderProblems } from './page.ts';
import type { Assets } from '../assets.ts';
import { declaredProblems } from './declared-problems.ts';
import type { DeclaringOperation } from './declared-problems.ts';
import { chosenType, pagePolicies, sendPage } from '../page.ts';
import { createRepresentation, documentCaching, jsonType, send } from '../representation.ts';
import type { SurfaceRouter } from '../router.ts';

export const problemPrefix = '/api/problems/';

/** `/api/problems` and `/api/problems/{code}`: the pages that the `type` of a problem document links to. */
export function addProblems(router: SurfaceRouter, options: HttpOptions, assets: Assets): void {
  const { problems: catalogue } = options;
  const writer = createProblemWriter(catalogue);
  const declared = declaredProblems(options.documents);
  const facts = (code: string, entry: ProblemEntry, operations: readonly DeclaringOperation[]) => ({
    type: `${problemPrefix}${code}`,
    code,
    ...entry,
    example: exampleOf(writer, code, entry),
    operations,
  });
  const entries = Object.entries(catalogue).map(([code, entry]) => facts(code, entry, declared.get(code) ?? []));
  const list = {
    json: createRepresentation(
      jsonType,
      JSON.stringify({ data: entries.map(({ operations: _, example: _example, ...entry }) => entry) }),
    ),
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

/** Values of the placeholders in `detail`, so that an example reads like a real response. */
const exampleParams: Readonly<Record<string, string | number>> = {
  allow: 'GET, HEAD, POST, OPTIONS',
  bytes_max: 1_048_576,
  class: 'write',
  columns: 'due_on, labels',
  count: 1,
  email: 'jun@meridian.example',
  expires_at: '2026-11-02T09:30:00.000Z',
  from: 'backlog',
  key: 'CORE-42',
  media_type: 'text/csv',
  name: 'regression',
  offered: 'application/json, application/vnd.architect.v2+json',
  reason: 'the column title occurs more than once',
  retry_after: 12,
  role: 'contributor',
  scope: 'tasks:write',
  slug: 'meridian',
  source: 'csv',
  status: 'completed',
  successor: 'GET /api/v2/tasks',
  sunset: 'Mon, 01 Nov 2027 00:00:00 GMT',
  supported: 'application/json',
  to: 'done',
};

/** The problem document as the server would return it. Placeholders without a value above are replaced by ids. */
function exampleOf(writer: ProblemWriter, code: string, { status, detail }: ProblemEntry): unknown {
  const id = '01939b7c-2f4e-7a10-8c55-0a1b2c3d0300';
  const names = [...detail.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const params = Object.fromEntries(names.map((name) => [name, exampleParams[name] ?? id]));
  const violation = {
    in: 'body',
    pointer: '/title',
    code: 'min_length',
    detail: 'must NOT have fewer than 1 characters',
  };
  const options = code === 'validation_failed' ? { violations: [{ ...violation, in: 'body' as const }] } : {};
  const error = new AppError(code, status, params, options);
  const context = {
    version: 'v2',
    request_id: '01939b7c-2f4e-7a10-8c55-0a1b2c3d0f00',
    path: `/api/v2/tasks/${id}`,
  } as const;
  return JSON.parse(writer.write(error, context).body) as unknown;
}
