import type { Assets } from '../assets.ts';
import { renderPage } from '../layout.ts';
import { markup, type Markup } from '../markup.ts';
import type { Representation } from '../representation.ts';
import { noteGroups, type Affected, type Note, type Release } from './changelog.ts';

export const changelogPath = '/api/changelog';

/** More names are folded, so that they do not hide the other notes. */
const namesShownMax = 6;
const titles = { added: 'Added', changed: 'Changed', deprecated: 'Deprecated', removed: 'Removed' } as const;

/** `/api/changelog` for people: the releases of both documents, the newest first. */
export function renderChangelog(releases: readonly Release[], assets: Assets): Representation {
  const body = markup`<h1>Changelog</h1>
<p class="lead">What each release of the contract changed. Changes of descriptions and examples are left out.</p>
${releases.some(({ released_on }) => released_on === null) ? unreleased : markup``}<nav class="releases" aria-label="Releases"><ul>
${releases.map((release) => markup`<li><a href="#${idOf(release)}">${nameOf(release)}</a> ${dayOf(release)}</li>\n`)}</ul></nav>
${releases.map(section)}`;
  return renderPage({ title: 'Changelog', current: changelogPath, body, styles: ['changelog.css'] }, assets);
}

const unreleased = markup`<p>This server already works as the versions that are not released yet say; until their release,
what they add can still change.</p>
`;

function section(release: Release): Markup {
  const groups = noteGroups.filter((group) => release[group].length > 0);
  return markup`<section class="release" id="${idOf(release)}">
<h2>${nameOf(release)} <small>${dayOf(release)}</small></h2>
${groups.length === 0 ? markup`<p>Only descriptions and examples changed.</p>\n` : markup``}${groups.map(
    (group) => markup`<h3>${titles[group]}</h3>\n<ul>\n${release[group].map(item)}</ul>\n`,
  )}</section>
`;
}

function item({ kind, where, reason, affected }: Note): Markup {
  const place = where === '' ? markup`` : markup`<code>${where}</code>: `;
  const names = namesOf(affected, kind);
  return markup`<li>${place}${reason}${badge(kind)}${names}</li>\n`;
}

const parts = new Set([
  'parameter',
  'request',
  'response',
  'payload',
  'header',
  'webhook',
  'property',
  'media',
  'type',
  'status',
]);

/** What the change is part of: `response property` of `response-property-added`. The reason says the rest. */
function badge(kind: string): Markup {
  const words = kind.split('-');
  const end = words.findIndex((word) => !parts.has(word));
  const text = words.slice(0, end === -1 ? words.length : end).join(' ');
  return text === '' ? markup`` : markup` <span class="kind">${text}</span>`;
}

function namesOf(affected: readonly Affected[], kind: string): Markup {
  // Payloads are those of webhooks, which the notes name by their event.
  const noun = /^(?:payload|webhook)-/.test(kind) ? 'events' : 'operations';
  const shownMax = kind.startsWith('operation-') ? affected.length : namesShownMax;
  if (affected.length === 0) return markup`<p class="names">all ${noun}</p>`;
  const names = affected.map((one, index) => markup`${index === 0 ? '' : ', '}${linkOf(one)}`);
  if (affected.length <= shownMax) return markup`<p class="names">${names}</p>`;
  return markup`<details><summary>${affected.length} ${noun}</summary><p class="names">${names}</p></details>`;
}

function linkOf({ name, operation }: Affected): Markup {
  return operation === null ? markup`<code>${name}</code>` : markup`<a href="${operation.reference}">${name}</a>`;
}

function idOf({ document, version }: Release): string {
  return `${document}-${version}`;
}

function nameOf({ document, version }: Release): string {
  return `${document} ${version}`;
}

function dayOf({ released_on }: Release): string {
  return released_on ?? 'not released yet';
}
