import type { UpgradeGuide, UpgradeStep } from '../../../documents/upgrade-guide.ts';
import type { Assets } from '../assets.ts';
import type { Representation } from '../representation.ts';
import { renderPage } from '../layout.ts';
import { markup, prose } from '../markup.ts';
import type { Markup } from '../markup.ts';

/** `/api/upgrade-guide` for people: the successor of every operation of v1. */
export function renderUpgradeGuide({ sunsets, everywhere, tags }: UpgradeGuide, assets: Assets): Representation {
  const body = markup`<h1>From v1 to v2</h1>
<p class="lead">${sunsets.length === 0 ? 'Nothing is deprecated.' : `The operations of v1 end on ${sunsets.join(', ')}. After that they return 410 and name their successor.`}</p>
<p><code>GET /api/v2/deprecations</code> lists the operations that your keys and sessions still use.</p>
${tags.length === 0 ? markup`` : contents(tags)}
${everywhere.length === 0 ? markup`` : markup`<h2>Everywhere</h2>\n${list(everywhere)}`}
${tags.map(({ name, steps }) => markup`<h2 id="${name}">${name}</h2>\n${steps.map(stepMarkup)}`)}`;
  return renderPage(
    { title: 'From v1 to v2', current: '/api/upgrade-guide', body, styles: ['upgrade-guide.css'] },
    assets,
  );
}

/** The links to all operations by tag: a table of contents for the long guide. */
function contents(tags: UpgradeGuide['tags']): Markup {
  const links = (steps: readonly UpgradeStep[]): Markup =>
    markup`${steps.map(({ id }) => markup`<li><a href="#${id}"><code>${id}</code></a></li>\n`)}`;
  return markup`<nav class="contents" aria-label="Operations">
${tags.map(({ name, steps }) => markup`<section><a href="#${name}">${name}</a>\n<ul>\n${links(steps)}</ul></section>\n`)}</nav>`;
}

function stepMarkup({ id, summary, from, to, successor, changes }: UpgradeStep): Markup {
  const renamed = id === successor ? markup`` : markup` (<code>${successor}</code>)`;
  return markup`<section class="step" id="${id}">
<h3>${summary}</h3>
<p><code>${from}</code><br>becomes <code>${to}</code>${renamed}</p>
${changes.length === 0 ? markup`<p>Nothing else changes.</p>` : changes.map(({ title, items }) => markup`<h4>${title}</h4>\n${list(items)}`)}
</section>
`;
}

function list(items: readonly string[]): Markup {
  return markup`<ul>\n${items.map((item) => markup`<li>${prose(item)}</li>\n`)}</ul>`;
}
