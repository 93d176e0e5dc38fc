import type { Assets } from '../assets.ts';
import { renderPage } from '../layout.ts';
import { markup, type Markup } from '../markup.ts';
import type { Representation } from '../representation.ts';
import {
  guidesPath,
  linksFrom,
  pagePathOf,
  withOwnAddress,
  withOwnBase,
  type GuideSource,
  type GuideSources,
} from './guides.ts';
import { renderMarkdown } from './render-markdown.ts';

export interface GuideSettings {
  readonly sources: GuideSources;
  /** The origin that examples show instead of `$BASE` and the default port; empty to leave them as they are. */
  readonly publicUrl: string;
  readonly assets: Assets;
}

/** Renders the page of a guide, or of the table of contents: a list of its sections, the text, and its neighbours. */
export function renderGuide(guide: GuideSource, settings: GuideSettings): Representation {
  const { sources, publicUrl, assets } = settings;
  const { title, headings, html } = renderMarkdown(withOwnAddress(guide, publicUrl), {
    linkOf: linksFrom(guide, sources, pagePathOf),
    codeOf: (text) => withOwnBase(text, publicUrl),
  });
  const isContents = guide === sources.contents;
  const sections = headings.filter(({ depth }) => depth <= 3);
  const body = markup`${isContents ? markup`` : markup`<p class="crumb"><a href="${guidesPath}">Guides</a></p>\n`}<h1>${title}</h1>
<div class="guide">
<nav class="contents" aria-label="On this page"><p>On this page</p><ul>
${sections.map(({ depth, id, text }) => markup`<li class="depth-${depth}"><a href="#${id}">${text}</a></li>\n`)}</ul></nav>
<article>
${html}${neighbours(guide, sources)}<p class="source"><a href="${guidesPath}/${guide.name}.md">This page as Markdown</a></p>
</article>
</div>`;
  return renderPage({ title, current: guidesPath, body, styles: ['guides.css'] }, assets);
}

function neighbours(guide: GuideSource, { guides }: GuideSources): Markup {
  const index = guides.indexOf(guide);
  if (index === -1) return markup``;
  const link = (neighbour: GuideSource | undefined, rel: 'prev' | 'next', word: string): Markup =>
    neighbour === undefined
      ? markup`<span></span>`
      : markup`<a rel="${rel}" href="${pagePathOf(neighbour)}">${word}: ${neighbour.name}</a>`;
  return markup`<nav class="neighbours" aria-label="Neighbouring guides">
${link(guides[index - 1], 'prev', 'Previous')}
${link(guides[index + 1], 'next', 'Next')}
</nav>
`;
}
