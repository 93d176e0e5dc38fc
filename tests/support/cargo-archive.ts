import type { GithubArchive } from '../../generated/v2/types.ts';

type Fields = Record<string, unknown>;

/** Returns an issue with a node id. `overrides` replace its members. */
export function cargoIssue(overrides: Fields = {}): Fields {
  return {
    number: 7,
    id: 'I_kwDO0001',
    url: 'https://github.com/harbour/cargo/issues/7',
    title: 'Crates are counted twice',
    body: 'On every full moon.',
    state: 'OPEN',
    author: 'vera',
    labels: ['bug'],
    createdAt: '2026-03-01T08:00:00Z',
    updatedAt: '2026-03-02T09:30:00Z',
    closedAt: null,
    comments: [
      { author: 'wim', body: 'And once on a Tuesday.', createdAt: '2026-03-02T09:30:00Z' },
      { author: 'ida', body: 'Here, too.', createdAt: '2026-03-02T09:30:00Z' },
    ],
    ...overrides,
  };
}

/** Returns a reviewed pull request. */
export function cargoPull(overrides: Fields = {}): Fields {
  const moment = '2026-03-04T10:00:00Z';
  return {
    ...cargoIssue({ number: 9, id: 'PR_kwDO0002', url: 'https://github.com/harbour/cargo/pull/9', comments: [] }),
    title: 'Count crates once',
    state: 'MERGED',
    closedAt: moment,
    reviews: [
      {
        id: 'R1',
        author: 'ida',
        state: 'APPROVED',
        body: 'Good.',
        createdAt: moment,
        comments: [{ body: 'A test?', createdAt: moment }],
      },
    ],
    ...overrides,
  };
}

export function cargoArchive(overrides: Partial<GithubArchive> = {}): GithubArchive {
  return {
    repo: 'harbour/cargo',
    labels: [{ name: 'bug', color: 'd73a4a', description: null }],
    issues: [cargoIssue()],
    pulls: [cargoPull()],
    ...overrides,
  };
}

/** Returns the archive with words replaced. */
export function rewritten(archive: GithubArchive, words: Readonly<Record<string, string>>): GithubArchive {
  let text = JSON.stringify(archive);
  for (const [word, other] of Object.entries(words)) text = text.replaceAll(word, other);
  return JSON.parse(text) as GithubArchive;
}
