/** A release of the contract with the subjects of its commits, the newest first. */
export interface Release {
  readonly version: string;
  /** yyyy-mm-dd */
  readonly date: string;
  readonly subjects: readonly string[];
}

/** The types of commits that readers of a changelog need. Other types do not change what users see. */
const headings = { feat: 'Added', fix: 'Fixed', perf: 'Faster' } as const;

/**
 * Returns the text of CHANGELOG.md: a section per release, the newest first, with the commits of each type, grouped by
 * scope. The text changes with a release only, not with every commit.
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
      ? [`- ${scope === undefined ? '' : `**${scope}**: `}${escapeMarkdown(text)}`]
      : [];
  });
  return entries.length === 0 ? '' : `### ${title}\n\n${entries.sort().join('\n')}\n`;
}

/** Escapes characters of a subject that Markdown would interpret. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\*_<>[\]]/g, String.raw`\$&`);
}
