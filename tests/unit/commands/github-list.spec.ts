import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { archiveOfList } from '../../../src/commands/github-list.ts';
import { readUpload } from '../../../src/commands/import-upload.ts';

const issue = {
  id: 'I_kwDO0001',
  number: 7,
  title: 'Crates are counted twice',
  state: 'OPEN',
  author: { login: 'vera', name: 'Vera' },
  assignees: [{ login: 'wim', name: 'Wim' }],
  labels: [{ id: 'LA_1', name: 'bug', color: 'd73a4a', description: 'Broken' }],
  comments: [{ id: 'IC_1', author: { login: 'wim' }, body: 'Yes.', createdAt: '2026-03-02T09:30:00Z' }],
  createdAt: '2026-03-01T08:00:00Z',
  url: 'https://github.com/harbour/cargo/issues/7',
};
const pull = {
  number: 8,
  title: 'Count once',
  state: 'MERGED',
  author: { login: 'wim' },
  labels: [{ name: 'bug', color: 'd73a4a' }, { name: 'urgent', color: 'ffffff' }, 1],
  reviews: [
    { id: 'PRR_1', author: { login: 'vera' }, body: 'Good.', state: 'APPROVED', submittedAt: '2026-03-03T00:00:00Z' },
  ],
  createdAt: '2026-03-02T08:00:00Z',
  url: 'https://github.example.com/harbour/cargo/pull/8',
};

describe('archiveOfList', () => {
  it('sorts issues and pull requests, and names the repository by their URLs', () => {
    const archive = archiveOfList([{ number: 1, title: 'without a URL' }, issue, pull, 'no record']);
    expect(archive?.repo).to.equal('harbour/cargo');
    expect(archive?.issues.map(({ number }) => number)).to.deep.equal([1, 7]);
    expect(archive?.pulls.map(({ number }) => number)).to.deep.equal([8]);
  });

  it('names authors by their logins', () => {
    const archive = archiveOfList([issue, pull, { ...issue, number: 9, author: null }]);
    expect(archive?.issues.map(({ author }) => author)).to.deep.equal(['vera', null]);
    expect(archive?.issues[0]?.['comments']).to.deep.equal([{ ...issue.comments[0], author: 'wim' }]);
    expect(archive?.pulls[0]?.['reviews']).to.deep.include.members([
      { ...pull.reviews[0], author: 'vera', createdAt: '2026-03-03T00:00:00Z' },
    ]);
  });

  it('lists each label once', () => {
    expect(archiveOfList([issue, pull])?.labels.map(({ name, color }) => [name, color])).to.deep.equal([
      ['bug', 'd73a4a'],
      ['urgent', 'ffffff'],
    ]);
  });

  for (const [title, list] of [
    ['an empty list', []],
    ['a list without URLs', [{ number: 1, title: 'a' }]],
    ['a list of the REST API', [{ ...issue, url: 'https://api.github.com/repos/harbour/cargo/issues/7' }]],
    ['a list of other values', [null, 1, [issue]]],
  ] as const) {
    it(`makes no archive of ${title}`, () => {
      expect(archiveOfList(list)).to.equal(undefined);
    });
  }

  it('is what the import command sends for a list', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'architect-list-'));
    try {
      const file = join(folder, 'issues.json');
      await writeFile(file, JSON.stringify([issue, pull]));
      expect(await readUpload(file)).to.deep.equal({
        source: 'github_archive',
        mediaType: 'application/json',
        name: 'harbour/cargo',
        body: archiveOfList([issue, pull]),
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
