import type { Assets } from '../assets.ts';
import { renderPage } from '../layout.ts';
import { markup } from '../markup.ts';
import type { Representation } from '../representation.ts';
import type { StatusReport } from './report.ts';

export const statusPath = '/api/status';

const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `2026-11-02T10:00:00.000Z` -> `2 November 2026, 10:00:00 UTC`. status.js writes times in the same way. */
function readableTime(instant: string): string {
  return `${days.format(Date.parse(instant))}, ${instant.slice(11, 19)} UTC`;
}

/** `/api/status` for people. status.js reads the report again and updates the texts in place. */
export function renderStatus({ status, summary, read_at, parts }: StatusReport, assets: Assets): Representation {
  const rows = parts.map(
    (part) => markup`<tr data-part="${part.name}"><th scope="row">${part.name}</th>
<td><span class="state" data-state="${part.status}">${part.status}</span></td><td class="summary">${part.summary}</td></tr>
`,
  );
  const body = markup`<h1>Status</h1>
<p class="lead" id="overall" role="status"><span class="state" data-state="${status}">${status}</span>
<span class="summary">${summary}</span></p>
<table>
<thead><tr><th>Part</th><th>State</th><th>What it means</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
<p>Read at <time id="read-at" datetime="${read_at}">${readableTime(read_at)}</time>. <span id="refresh"><a href="${statusPath}">Read it
again</a></span></p>
<h2>For programs</h2>
<p><code>GET /health</code>, <code>GET /health/readiness</code> and <code>GET /health/liveness</code> need no credential,
as <a href="/api/guides/health">the guide to health</a> shows. Operators get the cache, the queue and the mail server too,
from <code>GET /health/detailed</code>.</p>`;
  const files = { styles: ['status.css'], scripts: ['status.js'] } as const;
  return renderPage({ title: 'Status', current: statusPath, body, ...files }, assets);
}
