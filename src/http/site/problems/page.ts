import type { ProblemCatalogue, ProblemEntry } from '../../options.ts';
import type { Assets } from '../assets.ts';
import type { DeclaringOperation } from './declared-problems.ts';
import type { Representation } from '../representation.ts';
import { renderPage } from '../layout.ts';
import { markup, prose } from '../markup.ts';
import type { Markup } from '../markup.ts';
import { navigation, startPath } from '../navigation.ts';

const operationsShownMax = 12;
const addressShownMax = 200;
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
  return markup`<tr><td>${status(entry)}</td><td>${link}</td><td>${entry.title}</td></tr>\n`;
}

interface DescribedProblem extends ProblemEntry {
  readonly code: string;
  /** A complete problem document. */
  readonly example: unknown;
  readonly operations: readonly DeclaringOperation[];
}

/** `/api/problems/{code}` for people: the page that the `type` of a problem document links to. */
export function renderProblem(problem: DescribedProblem, assets: Assets): Representation {
  const body = markup`<p class="crumb"><a href="/api/problems">Problems</a></p>
<h1>${problem.title}</h1>
<p class="lead">${status(problem)} <code>${problem.code}</code></p>
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

interface MetProblem extends ProblemEntry {
  readonly code: string;
  readonly request_id: string;
}

/** The page that a request gets instead of the one it asked for. It does not contain what was asked for. */
export function renderProblemPage(problem: MetProblem, assets: Assets): Representation {
  return metPage(
    problem,
    problem.title,
    markup`<p>${prose(problem.when)}</p>\n<p>${prose(problem.remedy)}</p>`,
    assets,
  );
}

/** The page for an address at which nothing is. It shows the address as text, so that a reader sees what to correct. */
export function renderAbsentAddress(problem: MetProblem, address: string, assets: Assets): Representation {
  const shown = address.length <= addressShownMax ? address : `${address.slice(0, addressShownMax)}…`;
  const list = navigation.find(({ path }) => address.startsWith(`${path}/`));
  const nearby =
    list === undefined
      ? markup`Addresses of operations begin with <code>/api/v2/</code>; <a href="/api/redoc">the reference</a> lists all of them.`
      : markup`What there is at addresses like this: <a href="${list.path}">${list.name}</a>.`;
  const text = markup`<p>No page and no operation has the address <code class="address">${shown}</code>.</p>\n<p>${nearby}</p>`;
  return metPage(problem, 'There is nothing at this address', text, assets);
}

function metPage(problem: MetProblem, title: string, text: Markup, assets: Assets): Representation {
  const body = markup`<h1>${title}</h1>
<p class="lead">${status(problem)} <a href="/api/problems/${problem.code}"><code>${problem.code}</code></a></p>
${text}
<p><a href="${startPath}">The start page</a> leads to everything that is here. The request was <code>${problem.request_id}</code>.</p>`;
  return renderPage({ title: `${problem.status}: ${title}`, current: '', body, styles }, assets);
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

function status(entry: ProblemEntry): Markup {
  return markup`<span class="status status-${String(entry.status).slice(0, 1)}">${entry.status}</span>`;
}
