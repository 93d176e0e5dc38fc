/** A release of the contract, with the subjects of the commits that led to it, the newest first. */
export interface Release {
  readonly version: string;
  /** yyyy-mm-dd */
  readonly date: string;
  readonly subjects: readonly string[];
}

/** What readers of a changelog look for; other types of commits change nothing for them. */
const headings = { feat: 'Added', fix: 'Fixed', perf: 'Faster' } as const;

/**
 * CHANGELOG.md: a section for each release, the newest first, with the commits of each type by their scope. It changes
 * with a release only, not with every commit.
 */
export function changelogOf(releases: readonly Release[]): string {
  const sections = releases.map(({ version, date, subjects }) =>
    [`## ${version} (${date})\n`, ...Object.entries(headings).map(([type, title]) => listOf(type, title, subjects))]
      .filter((part) => part !== '')
      .join('\n'),
  );
  return [
    '# Changelog\n',
    'Written by `make changelog`: the releases of the contract, and the commits that led to each.\n',
    ...sections,
  ].join('\n');
}

function listOf(type: string, title: string, subjects: readonly string[]): string {
  const entries = subjects.flatMap((subject) => {
    const [, found, scope, text] = /^([a-z]+)(?:\(([^)]+)\))?!?: (.+)$/.exec(subject) ?? [];
    return found === type && text !== undefined
      ? [`- ${scope === undefined ? '' : `**${scope}**: `}${escaped(text)}`]
      : [];
  });
  return entries.length === 0 ? '' : `### ${title}\n\n${entries.sort().join('\n')}\n`;
}

/** A subject is text: what Markdown would make a mark of stays a sign. */
function escaped(text: string): string {
  return text.replace(/[\\*_<>[\]]/g, String.raw`\$&`);
}
