import { readFileSync } from 'node:fs';
import type { Token, Tokens } from 'marked';
import { gatePath } from '../gate.ts';
import { loadMarked } from './load-marked.ts';
import { plainText, type LinkOf } from './render-markdown.ts';

// The guides are files in docs/, which people also read in the repository. docs/guides/README.md lists them: its table
// has a row with name, link and summary for each.

export const guidesPath = '/api/guides';
const docs = new URL('../../../../docs/', import.meta.url);
/** The base of links between the files, as in the repository. */
const base = 'file:///docs/';
const contentsFile = 'guides/README.md';
/** The name of the table of contents. */
export const contentsName = 'README';
/** Files of the repository that the server serves elsewhere. */
const servedFiles: ReadonlyMap<string, string> = new Map([['file:///generated/gate.mjs', gatePath]]);

export interface GuideSource {
  /** The last part of the page's path: `tasks`. */
  readonly name: string;
  /** Below docs/: `guides/tasks.md`. */
  readonly file: string;
  readonly markdown: string;
  /** Its first heading. */
  readonly title: string;
  /** What the table of contents says about it. */
  readonly summary: string;
}

export interface GuideSources {
  readonly contents: GuideSource;
  readonly guides: readonly GuideSource[];
}

/**
 * Reads the table of contents and every guide that it lists.
 * @throws Error if a file is missing
 */
export function readGuideSources(): GuideSources {
  const contents = { name: contentsName, summary: '', ...read(contentsFile) };
  const guides = rowsOf(contents.markdown).flatMap(({ href, summary }) => {
    const file = resolveFile(href, contentsFile);
    return file === undefined ? [] : [{ name: nameOf(file), summary, ...read(file) }];
  });
  return { contents, guides };
}

/**
 * Returns a function that converts the links between files to links between what is served. Other links stay as they are.
 * @param addressOf returns where a guide is served
 * @throws Error for a file in docs/ that is not in the table of contents
 */
export function linksFrom(
  from: GuideSource,
  { contents, guides }: GuideSources,
  addressOf: (guide: GuideSource) => string,
): LinkOf {
  return (href) => {
    if (/^(?:[a-z]+:|[#/])/i.test(href)) return href;
    const { hash } = new URL(href, base);
    const file = resolveFile(href, from.file);
    if (file === undefined) return servedFiles.get(addressIn(href, from.file));
    const target = [contents, ...guides].find((guide) => guide.file === file);
    if (target === undefined)
      throw new Error(`docs/${from.file} links to ${href}, which docs/${contentsFile} does not list`);
    return `${addressOf(target)}${hash}`;
  };
}

/**
 * Returns the Markdown of a guide with the server's own address instead of the default one. Guides about a server that
 * the reader starts keep the default, and so do the commands for such a server, which have its port in a variable.
 */
export function withOwnAddress({ markdown, file }: GuideSource, publicUrl: string): string {
  const isAboutAnyServer = file.startsWith('guides/') || file === 'SDKS.md';
  if (publicUrl === '' || !isAboutAnyServer) return markdown;
  return markdown.replaceAll(/http:\/\/localhost:(?:8080|…)/g, publicUrl);
}

/** Returns the text of a code block with the server's address instead of `$BASE`. */
export function withOwnBase(code: string, publicUrl: string): string {
  return publicUrl === '' ? code : code.replaceAll(/\$BASE\b|\$\{BASE\}/g, publicUrl);
}

/** Returns the path of a guide's page. */
export function pagePathOf({ name, file }: Pick<GuideSource, 'name' | 'file'>): string {
  return file === contentsFile ? guidesPath : `${guidesPath}/${name}`;
}

function read(file: string): Pick<GuideSource, 'file' | 'markdown' | 'title'> {
  const markdown = readFileSync(new URL(file, docs), 'utf8');
  return { file, markdown, title: /^# (.+)$/m.exec(markdown)?.[1] ?? file };
}

/** Returns the file that a link names, below docs/; undefined for one elsewhere in the repository. */
function resolveFile(href: string, from: string): string | undefined {
  const address = addressIn(href, from);
  return address.startsWith(base) ? address.slice(base.length) : undefined;
}

/** Returns where a link leads in the repository, without its fragment. */
function addressIn(href: string, from: string): string {
  const resolved = new URL(href, new URL(from, base));
  resolved.hash = '';
  return resolved.href;
}

/** `FUZZING.md` -> `fuzzing`. */
function nameOf(file: string): string {
  return file.replace(/^.*\//, '').replace(/\.md$/, '').toLowerCase();
}

/** Returns the rows of the table of contents: the table whose first cells are links. */
function rowsOf(markdown: string): { readonly href: string; readonly summary: string }[] {
  const tables = loadMarked()
    .lexer(markdown)
    .filter((token): token is Tokens.Table => token.type === 'table');
  return tables
    .flatMap(({ rows }) => rows)
    .flatMap(([first, second]) => {
      const link = first?.tokens.find(isLink);
      return link === undefined ? [] : [{ href: link.href, summary: plainText(second?.tokens ?? []) }];
    });
}

function isLink(token: Token): token is Tokens.Link {
  return token.type === 'link';
}
