import type { Origin, Task } from '../../generated/v2/types.ts';
import type { TestApp } from './app.ts';

/** Sets the origin of a task, as an import would. */
export async function makeImported(app: Pick<TestApp, 'query'>, { id }: Pick<Task, 'id'>, kind: string): Promise<void> {
  const origin: NonNullable<Origin> = {
    ...{ source: 'github_archive', kind, external_id: id, url: null, author: null, state: null, assignees: [] },
  };
  await app.query('UPDATE tasks SET origin = $2 WHERE id = $1', [id, JSON.stringify(origin)]);
}
