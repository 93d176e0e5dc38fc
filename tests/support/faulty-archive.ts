import type { GithubArchive } from '../../generated/v2/types.ts';

const at = (minute: number): string => new Date(Date.UTC(2022, 0, 1, 0, minute)).toISOString();

/** The records that an import of `faultyArchive` must create, and those that it must refuse. */
export const faultyArchiveFacts = {
  created: { labels: 4, issues: 30, pull_requests: 30, comments: 150, reviews: 60, review_comments: 60 },
  refused: [
    { record: '/labels/4', line: null, reason: 'color is not six hexadecimal digits' },
    { record: '/issues/30', line: null, reason: 'title is empty' },
    { record: '/issues/31', line: null, reason: 'createdAt is not an RFC 3339 time' },
    { record: '/pulls/0/comments/2', line: null, reason: 'body is missing or not a text' },
    { record: '/pulls/30', line: null, reason: 'state is not one of OPEN, CLOSED, MERGED' },
  ],
} as const;

/** Returns an archive of 30 issues and 30 pull requests with comments and reviews, and five invalid records. */
export function faultyArchive(): GithubArchive {
  const pulls = Array.from({ length: 30 }, (_, index) => pull(index));
  const [first] = pulls;
  first?.comments.push({ author: 'ada', body: null, createdAt: at(1) });
  return {
    repo: 'meridian/anchor',
    labels: [
      ...['bug', 'enhancement', 'editorial', 'design'].map((name) => ({ name, color: 'd73a4a', description: '' })),
      { name: 'blue', color: 'blue', description: '' },
    ],
    issues: [
      ...Array.from({ length: 30 }, (_, index) => issue(index)),
      { ...issue(30), title: '' },
      { ...issue(31), createdAt: 'yesterday' },
    ],
    pulls: [...pulls, { ...pull(30), state: 'DRAFT' }],
  };
}

function said(author: string, index: number, part: number) {
  return { author, body: `Said about ${index}: ${part}`, createdAt: at(index * 10 + part) };
}

function issue(index: number) {
  return {
    number: index + 1,
    title: `The anchor slips (${index})`,
    url: `https://github.com/meridian/anchor/issues/${index + 1}`,
    state: index % 3 === 0 ? 'CLOSED' : 'OPEN',
    author: 'ada',
    labels: index % 2 === 0 ? ['bug'] : [],
    body: 'In mud, at low tide.',
    createdAt: at(index),
    closedAt: index % 3 === 0 ? at(index + 5) : null,
    comments: [said('ben', index, 0), said('eve', index, 1), said('ben', index, 2)],
  };
}

function pull(index: number) {
  const reviews = ['eve', 'ben'].map((author, part) => ({
    ...said(author, index, part),
    id: `review-${index}-${part}`,
    state: 'APPROVED',
    comments: [said(author, index, part + 5)],
  }));
  const comments: { author: string; body: string | null; createdAt: string }[] = [
    said('ada', index, 0),
    said('ben', index, 1),
  ];
  const isMerged = index % 2 === 0;
  return {
    ...issue(index),
    number: 100 + index,
    state: isMerged ? 'MERGED' : 'OPEN',
    closedAt: isMerged ? at(index + 5) : null,
    comments,
    reviews,
  };
}
