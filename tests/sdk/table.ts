import { documentNames, versionsOf, type DocumentName, type Manifest } from './manifest.ts';
import type { Outcome } from './row.ts';

// The table of docs/SDKS.md.

export type Outcomes = ReadonlyMap<DocumentName, Pick<Outcome, 'failedAt'>>;

const START = '<!-- The table: written by `make sdk-matrix`. -->';
const END = '<!-- The end of the table. -->';
const head = '| generator | version | language | document | settings |';
const line = head.replaceAll(/[^|]+/g, ' --- ');

/** Returns the row of a generator after a run of both documents. */
export function toRow(manifest: Manifest, outcomes: Outcomes): string {
  const { name, title, language, settings } = manifest;
  const documents = [...manifest.documents].map(([document, expected]) => {
    const failedAt = outcomes.get(document)?.failedAt;
    if (failedAt === undefined) return document;
    const known = expected === 'passes' ? undefined : expected;
    const issue = known?.issue === undefined ? '' : ` ([issue](${known.issue}))`;
    return `not ${document}: fails to ${failedAt}, ${known?.reason ?? 'for a reason that is not known'}${issue}`;
  });
  const cells = [`[${title}](../tests/sdk/${name})`, versionsOf(manifest).join(', '), language, documents.join('; ')];
  return `| ${[...cells, settings === '' ? 'none' : settings].join(' | ')} |`;
}

/** Returns the rows of the table in the text, by the generator's folder. */
export function readRows(text: string): Map<string, string> {
  const table = text.slice(text.indexOf(START), text.indexOf(END));
  const rows = table.split('\n').filter((row) => row.startsWith('| ['));
  return new Map(rows.map((row) => [/\(\.\.\/tests\/sdk\/([^)]+)\)/.exec(row)?.[1] ?? row, row]));
}

/**
 * Returns the text with the rows of those generators that ran both documents. The other rows stay, and rows of generators
 * without a manifest go.
 * @throws Error if the text has no markers
 */
export function replaceRows(
  text: string,
  manifests: readonly Manifest[],
  results: ReadonlyMap<string, Outcomes>,
): string {
  const [start, end] = [text.indexOf(START), text.indexOf(END)];
  if (start === -1 || end === -1) throw new Error(`docs/SDKS.md lacks ${START} or ${END}`);
  const before = readRows(text);
  const rows = manifests.map((manifest) => {
    const outcomes = results.get(manifest.name);
    const isWhole = documentNames.every((document) => outcomes?.has(document) === true);
    return outcomes !== undefined && isWhole ? toRow(manifest, outcomes) : before.get(manifest.name);
  });
  const table = [START, '', head, line, ...rows.filter((row) => row !== undefined), '', ''].join('\n');
  return `${text.slice(0, start)}${table}${text.slice(end)}`;
}
