import type { RendererObject, Token, Tokens } from 'marked';
import { Markup, markup } from '../markup.ts';
import { loadMarked } from './load-marked.ts';

interface Heading {
  /** 2 for a section, 3 for its parts. */
  readonly depth: number;
  /** The anchor: the heading's words, as GitHub derives it. */
  readonly id: string;
  readonly text: string;
}

interface RenderedMarkdown {
  /** The text of the first heading. The HTML does not contain it. */
  readonly title: string;
  /** The other headings, in order. */
  readonly headings: readonly Heading[];
  readonly html: Markup;
}

/** Returns where a link leads to, or undefined if that is a file of the repository that no server serves. */
export type LinkOf = (href: string) => string | undefined;

interface RenderOptions {
  readonly linkOf: LinkOf;
  /** Changes the text of a code block. */
  readonly codeOf: (text: string) => string;
}

/**
 * Renders GitHub Flavored Markdown. HTML in the source is shown as text, except comments, because the pages allow
 * none that is not their own.
 */
export function renderMarkdown(source: string, options: RenderOptions): RenderedMarkdown {
  const outline = createOutline();
  const renderer: RendererObject = { ...blocks(options), ...inlines(options), heading: outline.heading };
  const { Marked } = loadMarked();
  const html = new Marked({ renderer }).parse(source, { async: false });
  return { ...outline.found(), html: new Markup(html) };
}

/** Returns the text of inline tokens without their markup. */
export function plainText(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      const { tokens: inner, text } = token as { readonly tokens?: Token[]; readonly text?: string };
      return inner === undefined ? (text ?? '') : plainText(inner);
    })
    .join('');
}

/** Collects the headings, and gives each an anchor that occurs once in the page. */
function createOutline() {
  let title = '';
  const headings: Heading[] = [];
  const taken = new Map<string, number>();
  const anchorOf = (text: string): string => {
    const slug = slugOf(text);
    const count = taken.get(slug) ?? 0;
    taken.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  };
  const heading: RendererObject['heading'] = function ({ tokens, depth }) {
    const text = plainText(tokens);
    if (depth === 1) {
      title = text;
      return '';
    }
    const id = anchorOf(text);
    headings.push({ depth, id, text });
    const label = `Link to the section ${text}`;
    const words = new Markup(this.parser.parseInline(tokens));
    const anchor = markup` <a class="anchor" href="#${id}" aria-label="${label}">#</a>`;
    return `<h${depth} id="${id}">${markup`${words}${anchor}`.text}</h${depth}>\n`;
  };
  return { heading, found: () => ({ title, headings }) };
}

function slugOf(text: string): string {
  const kept = text.toLowerCase().replaceAll(/[^\p{Letter}\p{Number}\s_-]/gu, '');
  return kept.trim().replaceAll(/\s/g, '-');
}

function blocks({ codeOf }: RenderOptions): RendererObject {
  return {
    code({ text, lang }) {
      return markup`<pre class="block" data-kind="${lang ?? ''}"><code>${codeOf(text)}</code></pre>\n`.text;
    },
    html({ text }) {
      return /^\s*<!--.*-->\s*$/s.test(text) ? '' : markup`${text}`.text;
    },
    table({ header, rows }) {
      const cells = (row: readonly Tokens.TableCell[], tag: string): string =>
        row.map(({ tokens }) => `<${tag}>${this.parser.parseInline(tokens)}</${tag}>`).join('');
      const isTitled = header.some(({ text }) => text !== '');
      const head = isTitled ? `<thead><tr>${cells(header, 'th')}</tr></thead>\n` : '';
      const body = rows.map((row) => `<tr>${cells(row, 'td')}</tr>\n`).join('');
      // A wide table scrolls by itself, with the keyboard too.
      return `<div class="scroll" tabindex="0"><table>\n${head}<tbody>\n${body}</tbody>\n</table></div>\n`;
    },
  };
}

function inlines({ linkOf }: RenderOptions): RendererObject {
  return {
    link({ href, tokens }) {
      const text = this.parser.parseInline(tokens);
      const target = linkOf(href);
      return target === undefined ? text : markup`<a href="${target}">${new Markup(text)}</a>`.text;
    },
  };
}
