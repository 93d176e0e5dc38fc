import type { ProblemCatalogue, ProblemEntry } from '../../options.ts';
import type { Assets } from '../assets.ts';
import type { DeclaringOperation } from './declared-problems.ts';
import type { Representation } from '../representation.ts';
import { renderPage } from '../layout.ts';
import { markup, prose } from '../markup.ts';
import type { Markup } from '../markup.ts';
import { statusBadge } from './status-badge.ts';

const operationsShownMax = 12;
const styles = ['problems.css'] as const;

/** `/api/problems` for people: the catalogue, by status. */
export function renderProblems(catalogue: ProblemCatalogue, assets: Assets): Representation {
  const rows = Object.entries(catalogue).sort(
    ([a, left], [b, right]) => left.status - right.status || (a < b ? -1 : 1),
  );
  const body = markup`<h1>Problems</h1>
<p class="lead">Every error has a stable <code>code</code> that programs can rely on. This page explains each code.</p>
<table class="problems">
<thead><tr><th>Status</th><th>Code</th><th>Meaning</th></tr></thead>
<tbody>
${rows.map(([code, entry]) => row(code, entry))}</tbody>
</table>`;
  return renderPage({ title: 'Problems', current: '/api/problems', body, styles }, assets);
}

function row(code: string, entry: ProblemEntry): Markup {
  const link = markup`<a href="/api/problems/${code}"><code>${code}</code></a>`;
  return markup`<tr><td>${statusBadge(entry)}</td><td>${link}</td><td>${entry.title}</td></tr>\n`;
}

interface DescribedProblem extends ProblemEntry {
  readonly code: string;
  /** The whole body of an error. */
  readonly example: unknown;
  readonly operations: readonly DeclaringOperation[];
}

/** `/api/problems/{code}` for people: the page that the `type` of a problem document links to. */
export function renderProblem(problem: DescribedProblem, assets: Assets): Representation {
  const body = markup`<p class="crumb"><a href="/api/problems">Problems</a></p>
<h1>${problem.title}</h1>
<p class="lead">${statusBadge(problem)} <code>${problem.code}</code></p>
<dl>
<dt>What it means</dt><dd>${prose(problem.meaning)}</dd>
<dt>When it happens</dt><dd>${prose(problem.when)}</dd>
<dt>What to do</dt><dd>${prose(problem.remedy)}</dd>
</dl>
<h2>An example</h2>
<pre><code>${JSON.stringify(problem.example, undefined, 2)}</code></pre>
<h2>Operations that return this problem</h2>
${problem.operations.length === 0 ? markup`<p>No operation declares it: it is returned for requests that reach no operation.</p>` : list(problem)}`;
  return renderPage({ title: problem.title, current: '/api/problems', body, styles }, assets);
}

function list({ operations }: DescribedProblem): Markup {
  const table = markup`<table class="operations">
<thead><tr><th>Operation</th><th>Method</th><th>Path</th></tr></thead>
<tbody>
${operations.map(operationRow)}</tbody>
</table>`;
  if (operations.length <= operationsShownMax) return table;
  return markup`<details><summary>${operations.length} operations</summary>\n${table}</details>`;
}

function operationRow({ operation_id, method, path }: DeclaringOperation): Markup {
  return markup`<tr><td>${operation_id}</td><td>${method}</td><td><code>${path}</code></td></tr>\n`;
}
