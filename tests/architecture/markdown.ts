import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Returns the text of a Markdown file without its blocks of code. */
export function readProse(file: string): string {
  return readFileSync(file, 'utf8').replaceAll(/^ *```[^]*?^ *```/gm, '');
}

/** Returns what is between backquotes. */
export function codeIn(prose: string): readonly string[] {
  return [...prose.matchAll(/`(?<code>[^`\n]+)`/g)].map(({ groups }) => groups!['code']!);
}

interface Link {
  readonly href: string;
  /** The file that the link leads to, relative to the root. */
  readonly file: string;
  readonly anchor: string | undefined;
}

/** Returns the relative links of a file's prose. */
export function linksIn(file: string, prose: string): readonly Link[] {
  return [...prose.matchAll(/\]\((?<href>[^)\s]+)(?: "[^"]*")?\)/g)]
    .map(({ groups }) => groups!['href']!)
    .filter((href) => !/^(?:[a-z]+:|\/)/.test(href))
    .map((href) => {
      const [path = '', anchor] = href.split('#');
      return { href, file: path === '' ? file : join(dirname(file), path), anchor };
    });
}

/** Returns the anchors of the headings, as GitHub forms them: a repeated heading gets a number. */
export function anchorsOf(prose: string): ReadonlySet<string> {
  const counts = new Map<string, number>();
  return new Set(
    [...prose.matchAll(/^#+ (?<heading>.*)$/gm)].map(({ groups }) => {
      const anchor = toAnchor(groups!['heading']!);
      const count = counts.get(anchor) ?? 0;
      counts.set(anchor, count + 1);
      return count === 0 ? anchor : `${anchor}-${count}`;
    }),
  );
}

function toAnchor(heading: string): string {
  return heading
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');
}
