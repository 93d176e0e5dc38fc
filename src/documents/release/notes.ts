import { isDeepStrictEqual } from 'node:util';

interface DocumentPair {
  /** v1 or v2 */
  readonly name: string;
  /** The JSON text of the generated document. */
  readonly current: string;
  /** The JSON text of the document that was released last. */
  readonly released: string;
}

interface Versioned {
  readonly info: { readonly version: string };
}

/**
 * @param pairs the documents; the version of the last one is the version of the release
 * @throws Error if a document has changes that are not released
 */
export function releasedVersion(pairs: readonly DocumentPair[]): string {
  let version = '';
  for (const { name, current, released } of pairs) {
    const document = JSON.parse(current) as Versioned;
    version = document.info.version;
    if (!isDeepStrictEqual(document, JSON.parse(released)))
      throw new Error(`${name} ${version} has changes that are not released: run make release-contract and commit`);
  }
  return version;
}

/**
 * Returns the section of a version in CHANGELOG.md, without its heading.
 * @throws Error if it is not the first one
 */
export function notesOf(changelog: string, version: string): string {
  const [, first = ''] = changelog.split(/^## /m);
  const [heading = '', ...lines] = first.split('\n');
  if (!heading.startsWith(`${version} (`))
    throw new Error(`CHANGELOG.md does not begin with ${version}: run make changelog and commit`);
  return `${lines.join('\n').trim()}\n`;
}
