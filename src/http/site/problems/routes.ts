import { onFirstUse } from '../../../platform/on-first-use.ts';
import { AppError } from '../../../problems/app-error.ts';
import type { HttpOptions, ProblemEntry } from '../../options.ts';
import { createProblemWriter, type ProblemWriter } from '../../problem-body.ts';
import { renderProblem, renderProblems } from './page.ts';
import type { Assets } from '../assets.ts';
import { declaredExamples, declaredProblems } from './declared-problems.ts';
import { chosenType, pagePolicies, sendPage } from '../page.ts';
import { createRepresentation, documentCaching, jsonType, send } from '../representation.ts';
import type { Representation } from '../representation.ts';
import type { SurfaceRouter } from '../router.ts';

export const problemPrefix = '/api/problems/';

/** `/api/problems` and `/api/problems/{code}`: the pages that the `type` of a problem document links to. */
export function addProblems(router: SurfaceRouter, options: HttpOptions, assets: Assets): void {
  const { problems: catalogue } = options;
  const entries = onFirstUse(() => entriesOf(options));
  const list = {
    json: onFirstUse(() => listOf(entries())),
    html: onFirstUse(() => renderProblems(catalogue, assets)),
  };
  const single = onFirstUse(() => new Map(entries().map((entry) => [entry.code, formsOf(entry, assets)])));
  router.get('/api/problems', async (context) => {
    if (chosenType(context, ['json', 'html']) === 'json') return send(context, list.json(), documentCaching);
    return sendPage(context, list.html(), pagePolicies.plain);
  });
  router.get(`${problemPrefix}:code`, async (context) => {
    const entry = single().get(context.path.slice(problemPrefix.length));
    if (entry === undefined) throw new AppError('not_found', 404);
    if (chosenType(context, ['json', 'html']) === 'json') return send(context, entry.json(), documentCaching);
    return sendPage(context, entry.html(), pagePolicies.plain);
  });
}

/** A problem with an example of its body and the operations that declare it. */
function entriesOf({ problems: catalogue, documents }: Pick<HttpOptions, 'problems' | 'documents'>) {
  const writer = createProblemWriter(catalogue);
  const declared = declaredProblems(documents);
  const examples = declaredExamples(documents);
  return Object.entries(catalogue).map(([code, problem]) => {
    const { params: _params, errors: _errors, ...entry } = problem;
    const example = examples.get(code) ?? exampleOf(writer, code, problem);
    return { type: `${problemPrefix}${code}`, code, ...entry, example, operations: declared.get(code) ?? [] };
  });
}

type Entry = ReturnType<typeof entriesOf>[number];

function listOf(entries: readonly Entry[]): Representation {
  const data = entries.map(({ operations: _, example: _example, ...entry }) => entry);
  return createRepresentation(jsonType, JSON.stringify({ data }));
}

function formsOf(entry: Entry, assets: Assets) {
  return {
    json: onFirstUse(() => createRepresentation(jsonType, JSON.stringify(entry))),
    html: onFirstUse(() => renderProblem(entry, assets)),
  };
}

/** Errors whose response is sent before the path of the request is known. */
const codesWithoutPath: ReadonlySet<string> = new Set(['malformed_request', 'request_timeout']);

/** The body that the server would send for a code that no document has an example of. */
function exampleOf(writer: ProblemWriter, code: string, { status, params = {}, errors }: ProblemEntry): unknown {
  const error = new AppError(code, status, params, errors === undefined ? {} : { violations: errors });
  const context = {
    version: 'v2',
    request_id: '01939b7c-2f4e-7a10-8c55-0a1b2c3d0f00',
    path: codesWithoutPath.has(code) ? '/' : '/api/v2/tasks/01939b7c-2f4e-7a10-8c55-0a1b2c3d0300',
  } as const;
  return JSON.parse(writer.write(error, context).body) as unknown;
}
