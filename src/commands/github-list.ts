// Converts the lists that `gh issue list --json …` and `gh pr list --json …` write to a GitHub archive.
import type { GithubArchive } from '../../generated/v2/types.ts';

type Fields = Readonly<Record<string, unknown>>;

const recordUrl = /^https:\/\/[^/]+\/([^/\s]+\/[^/\s]+)\/(issues|pull)\/\d+$/;

/** The fields of `gh issue list` that an import uses. */
export const githubListFields =
  'id,number,title,body,state,author,url,createdAt,updatedAt,closedAt,labels,assignees,milestone,comments';

/** Returns the archive; undefined if no record has a `url`, which names the repository. */
export function archiveOfList(list: readonly unknown[]): GithubArchive | undefined {
  const records = list.filter(isFields);
  const repo = records.map(({ url }) => placeOf(url)?.repo).find((name) => name !== undefined);
  if (repo === undefined) return undefined;
  const isPull = ({ url }: Fields): boolean => placeOf(url)?.list === 'pull';
  return {
    repo,
    labels: labelsOf(records),
    issues: records.filter((record) => !isPull(record)).map(toRecord),
    pulls: records.filter(isPull).map(toRecord),
  };
}

function placeOf(url: unknown): { readonly repo: string | undefined; readonly list: string | undefined } | undefined {
  const match = typeof url === 'string' ? recordUrl.exec(url) : null;
  return match === null ? undefined : { repo: match[1], list: match[2] };
}

/** The labels of the records, each once. An archive lists them with their colours. */
function labelsOf(records: readonly Fields[]): GithubArchive['labels'] {
  const labels = new Map<unknown, Fields>();
  for (const record of records) {
    for (const label of membersOf(record['labels'])) if (!labels.has(label['name'])) labels.set(label['name'], label);
  }
  return [...labels.values()].filter(({ name, color }) => typeof name === 'string' && typeof color === 'string');
}

/** In an archive an author is a login. */
function toRecord(record: Fields): Fields {
  return {
    ...withLogin(record),
    comments: membersOf(record['comments']).map(withLogin),
    reviews: membersOf(record['reviews']).map((review) => ({ createdAt: review['submittedAt'], ...withLogin(review) })),
  };
}

function withLogin(fields: Fields): Fields {
  const { author } = fields;
  return isFields(author) ? { ...fields, author: author['login'] ?? null } : fields;
}

function membersOf(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
