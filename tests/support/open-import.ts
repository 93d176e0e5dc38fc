import type { Project } from '../../generated/v2/types.ts';
import { newId } from '../../src/platform/ids.ts';
import type { Clock } from '../../src/platform/clock.ts';
import type { TestApp } from './app.ts';

const none = { created: 0, unchanged: 0, refused: 0 };
const kinds = ['labels', 'milestones', 'tasks', 'issues', 'pull_requests', 'comments', 'reviews', 'review_comments'];

/**
 * Creates an import that no worker processes.
 * @returns its id
 */
export async function createOpenImport(
  app: Pick<TestApp, 'query'> & { readonly clock: Pick<Clock, 'now'> },
  project: Pick<Project, 'id' | 'organization_id'>,
  created_by_id: string | null = null,
): Promise<string> {
  const id = newId();
  const counts = Object.fromEntries([...kinds, 'dependencies'].map((kind) => [kind, none]));
  await app.query(
    `INSERT INTO imports (id, organization_id, project_id, source, status, counts, created_by_id, created_at, updated_at)
     VALUES ($1, $2, $3, 'github_archive', 'queued', $4, $5, $6, $6)`,
    [id, project.organization_id, project.id, JSON.stringify(counts), created_by_id, app.clock.now()],
  );
  await app.query('INSERT INTO import_uploads (import_id, content) VALUES ($1, $2)', [id, Buffer.from('{}')]);
  return id;
}
