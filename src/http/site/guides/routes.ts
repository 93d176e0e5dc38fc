import { onFirstUse } from '../../../platform/on-first-use.ts';
import { AppError } from '../../../problems/app-error.ts';
import type { HttpOptions } from '../../options.ts';
import type { Assets } from '../assets.ts';
import { chosenType, pagePolicies, redirect, sendPage } from '../page.ts';
import { createRepresentation, documentCaching, jsonType, markdownType, send } from '../representation.ts';
import type { Representation } from '../representation.ts';
import type { SurfaceRouter } from '../router.ts';
import {
  contentsName,
  guidesPath,
  linksFrom,
  withOwnAddress,
  withOwnBase,
  type GuideSource,
  type GuideSources,
} from './guides.ts';
import { renderGuide, type GuideSettings } from './page.ts';
import type { LinkOf } from './render-markdown.ts';

export const guidePrefix = `${guidesPath}/`;

/** The name of the contents in the links between the Markdown forms, which people open without the ending, too. */
const pathOfContents = `${guidePrefix}${contentsName}`;

interface GuideForms {
  html(): Representation;
  markdown(): Representation;
}

/** `/api/guides` and `/api/guides/{name}`: docs/guides as pages; `/api/guides/{name}.md`: as Markdown. */
export function addGuides(
  router: SurfaceRouter,
  sources: () => GuideSources,
  { settings: { publicUrl } }: Pick<HttpOptions, 'settings'>,
  assets: Assets,
): void {
  const forms = onFirstUse(() => formsOf({ sources: sources(), publicUrl, assets }));
  const list = onFirstUse(() => listOf(sources(), publicUrl));

  router.get(guidesPath, async (context) => {
    const type = chosenType(context, ['html', 'json', 'markdown']);
    const { contents } = forms();
    if (type === 'html') return sendPage(context, contents.html(), pagePolicies.plain);
    return send(context, type === 'json' ? list() : contents.markdown(), documentCaching);
  });
  router.get(pathOfContents, (context) => redirect(context, 301, guidesPath));
  router.get(`${guidePrefix}:name`, async (context) => {
    const { contents, guides } = forms();
    const asked = context.path.slice(guidePrefix.length);
    const name = asked.replace(/\.md$/, '');
    const guide = name === contentsName && name !== asked ? contents : guides.get(name);
    if (guide === undefined) throw new AppError('not_found', 404);
    const isMarkdown = name !== asked || chosenType(context, ['html', 'markdown']) === 'markdown';
    if (isMarkdown) return send(context, guide.markdown(), documentCaching);
    return sendPage(context, guide.html(), pagePolicies.plain);
  });
}

/** What guides are served as. Each form is made on its first request. */
function formsOf(settings: GuideSettings) {
  const { sources, publicUrl } = settings;
  const formOf = (guide: GuideSource): GuideForms => ({
    html: onFirstUse(() => renderGuide(guide, settings)),
    markdown: onFirstUse(() => {
      // Absolute, because the contents are served at two paths, from which names alone would lead to different places.
      const linkOf = linksFrom(guide, sources, ({ name }) => `${guidePrefix}${name}.md`);
      return createRepresentation(
        markdownType,
        withLinks(withOwnBase(withOwnAddress(guide, publicUrl), publicUrl), linkOf),
      );
    }),
  });
  const guides: ReadonlyMap<string, GuideForms> = new Map(sources.guides.map((guide) => [guide.name, formOf(guide)]));
  return { contents: formOf(sources.contents), guides };
}

function listOf({ guides }: GuideSources, publicUrl: string): Representation {
  const data = guides.map(({ name, title, summary }) => ({
    name,
    title,
    summary,
    page: `${publicUrl}${guidePrefix}${name}`,
    markdown: `${publicUrl}${guidePrefix}${name}.md`,
  }));
  return createRepresentation(jsonType, JSON.stringify({ data }));
}

/** Converts the links of a Markdown text. A link to what is not served becomes its text. */
function withLinks(markdown: string, linkOf: LinkOf): string {
  return markdown.replaceAll(/\[([^\][]*)\]\(([^)\s]+)\)/g, (_link, text: string, href: string) => {
    const target = linkOf(href);
    return target === undefined ? text : `[${text}](${target})`;
  });
}
