import type { Violation } from '../../../problems/app-error.ts';
import type { ProblemEntry } from '../../options.ts';
import type { Assets } from '../assets.ts';
import type { Representation } from '../representation.ts';
import { renderPage } from '../layout.ts';
import { markup, prose } from '../markup.ts';
import type { Markup } from '../markup.ts';
import { navigation, startPath } from '../navigation.ts';
import { statusBadge } from './status-badge.ts';

const addressShownMax = 200;

/** A problem that a request has met. */
interface MetProblem extends ProblemEntry {
  readonly code: string;
  readonly request_id: string;
  /** Without placeholders. */
  readonly detail: string;
  readonly violations: readonly Violation[];
  /** The headers of the response that the page shows. */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
}

/** The page that a request gets instead of the one it asked for. It says what the problem document says. */
export function renderProblemPage(problem: MetProblem, assets: Assets): Representation {
  const { title, detail, violations, headers, remedy } = problem;
  const text = markup`<p>${detail}</p>
${violations.length === 0 ? markup`` : markup`<ul class="violations">\n${violations.map(violationItem)}</ul>\n`}${headers.map(
    ({ name, value }) => markup`<p><code>${name}: ${value}</code></p>\n`,
  )}<p>${prose(remedy)}</p>`;
  return renderFailure(problem, title, text, assets);
}

function violationItem({ in: place, parameter, pointer, detail }: Violation): Markup {
  return markup`<li>${place} <code>${parameter ?? pointer ?? ''}</code>: ${detail}</li>\n`;
}

/** An address at which nothing is. */
interface AbsentAddress {
  /** The normalized path. */
  readonly path: string;
  /** The request target as it was sent. */
  readonly shown: string;
}

/** The page for an address at which nothing is. It shows the address as text, so that a reader sees what to correct. */
export function renderAbsentAddress(
  problem: MetProblem,
  { path, shown: address }: AbsentAddress,
  assets: Assets,
): Representation {
  const shown = address.length <= addressShownMax ? address : `${address.slice(0, addressShownMax)}…`;
  const text = markup`<p>No page and no operation has the address <code class="address">${shown}</code>.</p>\n<p>${nearbyOf(path)}</p>`;
  return renderFailure(problem, 'There is nothing at this address', text, assets);
}

function nearbyOf(path: string): Markup {
  const near = navigation.find((entry) => path === entry.path || path.startsWith(`${entry.path}/`));
  if (near !== undefined) return markup`What there is at addresses like this: <a href="${near.path}">${near.name}</a>.`;
  if (path.startsWith('/api/v1/'))
    return markup`Addresses of operations of v1 begin with <code>/api/v1/</code>; <a href="/api/redoc?version=v1">the reference of v1</a> lists all of them.`;
  return markup`Addresses of operations begin with <code>/api/v2/</code>, and those about the state of the service with <code>/health</code>; <a href="/api/redoc">the reference</a> lists all of them.`;
}

function renderFailure(problem: MetProblem, title: string, text: Markup, assets: Assets): Representation {
  const body = markup`<h1>${title}</h1>
<p class="lead">${statusBadge(problem)} <a href="/api/problems/${problem.code}"><code>${problem.code}</code></a></p>
${text}
<p><a href="${startPath}">The start page</a> leads to everything that is here. The request was <code>${problem.request_id}</code>.</p>`;
  return renderPage({ title: `${problem.status}: ${title}`, current: '', body, styles: ['problems.css'] }, assets);
}
