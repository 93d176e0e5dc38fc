import type { GithubArchive, Import, Project } from '../../generated/v2/types.ts';
import type { Account } from './accounts.ts';
import type { TestApp } from './app.ts';
import { eventually } from './eventually.ts';
import { bodyOf, createImport } from './factories.ts';

const at = (minute: number): string => `2026-10-28T11:${String(minute).padStart(2, '0')}:00Z`;

/** Returns the archive of a repository with one record of every kind. `overrides` replace its lists. */
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
        body: 'The second page of an empty list returns 400.',
        createdAt: at(20),
        updatedAt: at(25),
        closedAt: null,
        comments: [{ author: 'edsger', body: 'I see it, too.', createdAt: at(25), updatedAt: at(25) }],
      },
    ],
    pulls: [
      {
        number: 8,
        title: 'Return an empty page',
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

/**
 * Waits until an import's job has ended.
 * @throws Error if it does not end in time
 */
export async function ended({ v2 }: Pick<Account, 'v2'>, started: Pick<Import, 'id'>): Promise<Import> {
  const params = { path: { import_id: started.id } };
  return eventually(async () => {
    const found = bodyOf(await v2.GET('/api/v2/imports/{import_id}', { params }));
    if (found.finished_at === null) throw new Error(`the import is still ${found.status}`);
    return found;
  }, 8000);
}

const mediaTypes = { csv: 'text/csv', ndjson: 'application/x-ndjson' } as const;

/** Uploads records as CSV or NDJSON. */
export async function uploadRecords(
  { v2 }: Pick<Account, 'v2'>,
  project: Pick<Project, 'id'>,
  { source, text }: { readonly source: 'csv' | 'ndjson'; readonly text: string },
): Promise<Import> {
  const params = { path: { project_id: project.id }, query: { source } };
  const headers = { 'content-type': mediaTypes[source] };
  const request = { params, body: text, headers, bodySerializer: (body: unknown) => body as string };
  return bodyOf(await v2.POST('/api/v2/projects/{project_id}/imports', request));
}

export async function importRecords(
  account: Account,
  project: Pick<Project, 'id'>,
  upload: { readonly source: 'csv' | 'ndjson'; readonly text: string },
): Promise<Import> {
  return ended(account, await uploadRecords(account, project, upload));
}

/** Inserts thousands of tasks directly into the database. */
export async function insertTasks(
  app: Pick<TestApp, 'query'>,
  project: Pick<Project, 'id' | 'organization_id' | 'key'>,
  { count, description }: { readonly count: number; readonly description: string },
): Promise<void> {
  await app.query(
    `INSERT INTO tasks (id, organization_id, project_id, number, key, title, description, type, status, priority,
       created_at, updated_at)
     SELECT gen_random_uuid(), $1, $2, number, $3 || '-' || number, 'Task ' || number, $4, 'task', 'todo', 'none',
            '2026-11-02T10:00:00Z', '2026-11-02T10:00:00Z'
       FROM generate_series(1, $5::integer) AS number`,
    [project.organization_id, project.id, project.key, description, count],
  );
  await app.query('UPDATE projects SET last_task_number = $2 WHERE id = $1', [project.id, count]);
}

/** Returns the text of an export. */
export async function exportOf(
  { v2 }: Pick<Account, 'v2'>,
  project: Pick<Project, 'id'>,
  accept: 'text/csv' | 'application/x-ndjson' = 'application/x-ndjson',
): Promise<string> {
  const params = { path: { project_id: project.id } };
  const request = { params, headers: { accept }, parseAs: 'text' as const };
  return bodyOf(await v2.GET('/api/v2/projects/{project_id}/export', request));
}

export async function runImport(
  account: Account,
  project: Pick<Project, 'id'>,
  archive?: GithubArchive,
): Promise<Import> {
  return ended(account, await createImport(account, project, archive ?? smallArchive()));
}
