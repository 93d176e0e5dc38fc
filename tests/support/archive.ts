import type { GithubArchive, Import, Project } from '../../generated/v2/types.ts';
import type { Account } from './accounts.ts';
import { eventually } from './eventually.ts';
import { bodyOf, createImport } from './factories.ts';

const at = (minute: number): string => `2026-10-28T11:${String(minute).padStart(2, '0')}:00Z`;

/** A repository with one record of every kind; `overrides` replace its lists. */
export function smallArchive(overrides: Partial<GithubArchive> = {}): GithubArchive {
  return {
    repo: 'meridian/core',
    labels: [{ name: 'bug', description: 'Something is not working', color: 'd73a4a' }],
    issues: [
      {
        number: 7,
        title: 'Cursor of an empty page is refused',
        state: 'OPEN',
        author: 'grace',
        labels: ['bug'],
        body: 'The second page of an empty list answers 400.',
        createdAt: at(20),
        updatedAt: at(25),
        closedAt: null,
        comments: [{ author: 'edsger', body: 'I see it, too.', createdAt: at(25), updatedAt: at(25) }],
      },
    ],
    pulls: [
      {
        number: 8,
        title: 'Answer an empty page',
        state: 'MERGED',
        author: 'edsger',
        labels: [],
        body: 'Fixes #7.',
        createdAt: at(30),
        updatedAt: at(40),
        closedAt: at(40),
        mergedAt: at(40),
        comments: [],
        reviews: [
          {
            id: 'R1',
            author: 'grace',
            state: 'APPROVED',
            body: 'Good.',
            createdAt: at(35),
            comments: [{ body: 'A test?', createdAt: at(35), updatedAt: at(35) }],
          },
        ],
      },
    ],
    ...overrides,
  };
}

/** Follows an import until its job has ended. @throws Error when it is not over in time */
export async function ended({ v2 }: Pick<Account, 'v2'>, started: Pick<Import, 'id'>): Promise<Import> {
  const params = { path: { import_id: started.id } };
  return eventually(async () => {
    const found = bodyOf(await v2.GET('/api/v2/imports/{import_id}', { params }));
    if (found.finished_at === null) throw new Error(`the import is still ${found.status}`);
    return found;
  }, 8000);
}

export async function runImport(
  account: Account,
  project: Pick<Project, 'id'>,
  archive?: GithubArchive,
): Promise<Import> {
  return ended(account, await createImport(account, project, archive ?? smallArchive()));
}
