import { expect } from 'chai';
import type { Import, Project, Task } from '../../generated/v2/types.ts';
import { createMember } from '../support/accounts.ts';
import { importRecords } from '../support/archive.ts';
import { changedWhileWaiting } from '../support/lock-holder.ts';
import { addDependency, bodyOf, createProject, createTask } from '../support/factories.ts';
import { refusalOf, useScene } from '../support/scene.ts';

// What is decided about several rows at once is decided in turns: each sees what those before it have decided.

const dependency = `INSERT INTO task_dependencies
    (id, organization_id, project_id, task_id, blocking_project_id, blocking_task_id, created_at)
  SELECT gen_random_uuid(), t.organization_id, t.project_id, t.id, b.project_id, b.id, t.created_at
    FROM tasks t, tasks b WHERE t.id = $1 AND b.id = $2`;

describe('a decision about several rows waits for its turn, and sees what was decided meanwhile', () => {
  const scene = useScene();

  describe('a dependency that would close a circle with one that comes while it waits', () => {
    let project: Project;
    let one: Task;
    let other: Task;
    beforeEach(async () => {
      project = await createProject(scene.owner);
      one = await createTask(scene.owner, project);
      other = await createTask(scene.owner, project);
    });

    /** `one` waits for `other`, decided in the turn before. */
    const meanwhile = () => ({
      lock: `SELECT pg_advisory_xact_lock(hashtextextended('task dependencies ' || organization_id::text, 0))
               FROM tasks WHERE id = $1 AND $2::uuid IS NOT NULL`,
      change: dependency,
      values: [one.id, other.id],
    });

    it('is refused to a caller', async () => {
      const params = { path: { task_id: other.id, blocking_task_id: one.id } };
      const result = await changedWhileWaiting(scene.app.databaseUrl, meanwhile(), () =>
        scene.owner.v2.PUT('/api/v2/tasks/{task_id}/dependencies/{blocking_task_id}', { params }),
      );
      expect(refusalOf(result)).to.deep.equal({ status: 409, code: 'dependency_cycle' });
    });

    it('is left out of an import, and reported', async () => {
      const [task, blocking_task] = [`architect:${other.id}`, `architect:${one.id}`];
      const text = JSON.stringify({ record: 'dependency', task, blocking_task });
      const done = await changedWhileWaiting(scene.app.databaseUrl, meanwhile(), () =>
        importRecords(scene.owner, project, { source: 'ndjson', text }),
      );
      expect(done.counts.dependencies).to.deep.equal({ created: 0, unchanged: 0, refused: 1 });
      expect(done.refused.map(({ reason }) => reason)).to.deep.equal([
        `${task} cannot wait for ${blocking_task}: the dependency would close a circle`,
      ]);
    });
  });

  it('an import does not create what another import into the project creates while it waits', async () => {
    const project = await createProject(scene.owner);
    const lock = `SELECT pg_advisory_xact_lock(hashtextextended('imports ' || $1::text, 0))`;
    const change = `INSERT INTO tasks (id, organization_id, project_id, number, key, title, type, status, priority,
        external_id, created_at, updated_at)
      SELECT gen_random_uuid(), organization_id, id, 1000, key || '-1000', 'First', 'task', 'todo', 'none', 'X-1',
             created_at, created_at
        FROM projects WHERE id = $1`;
    const done = await changedWhileWaiting<Import>(scene.app.databaseUrl, { lock, change, values: [project.id] }, () =>
      importRecords(scene.owner, project, { source: 'csv', text: 'external_id,title\nX-1,Second\n' }),
    );
    expect(done.counts.tasks).to.deep.equal({ created: 0, unchanged: 1, refused: 0 });
  });

  for (const isBulk of [false, true]) {
    it(`a deletion locks the task that waits first where that has the lower id${isBulk ? ', in bulk' : ''}`, async () => {
      const waiting = await createTask(scene.owner, scene.project);
      const blocking = await createTask(scene.owner, scene.project);
      await addDependency(scene.owner, waiting, blocking);
      // While it waits for the first task, the second one is free: somebody else may come by in the same order.
      const free = `SELECT 1 / count(*) FROM (SELECT FROM tasks WHERE id = $2 AND $1::uuid IS NOT NULL
                                               FOR UPDATE SKIP LOCKED) AS free`;
      const lock = 'SELECT FROM tasks WHERE id = $1 AND $2::uuid IS NOT NULL FOR UPDATE';
      const operations = [{ action: 'delete' as const, task_id: blocking.id }];
      const params = { path: { task_id: blocking.id } };
      const removal = await changedWhileWaiting(
        scene.app.databaseUrl,
        { lock, change: free, values: [waiting.id, blocking.id] },
        async (): Promise<{ readonly response: Response }> =>
          isBulk
            ? scene.owner.v2.POST('/api/v2/tasks/bulk', { body: { operations } })
            : scene.owner.v2.DELETE('/api/v2/tasks/{task_id}', { params }),
      );
      expect(removal.response.ok).to.equal(true);
    });
  }

  describe('what is made below a row that is deleted meanwhile is 404, as it would be a moment later:', () => {
    type Made = Promise<{ readonly error?: unknown; readonly response: Response }>;
    const project = "FROM projects WHERE id = $1 AND $2::text <> ''";
    const member = 'FROM organization_members WHERE user_id = $1 AND organization_id = $2::uuid';
    const makings: Readonly<Record<string, readonly [row: string, make: (id: string, user_id: string) => Made]>> = {
      'a milestone': [
        project,
        (project_id) => {
          const params = { path: { project_id } };
          return scene.owner.v2.POST('/api/v2/projects/{project_id}/milestones', { params, body: { name: 'a' } });
        },
      ],
      'a label': [
        project,
        (project_id) => {
          const params = { path: { project_id } };
          const body = { name: 'a', color: '#8b949e' };
          return scene.owner.v2.POST('/api/v2/projects/{project_id}/labels', { params, body });
        },
      ],
      'a member of the project': [
        member,
        (project_id, user_id) => {
          const params = { path: { project_id, user_id } };
          return scene.owner.v2.PUT('/api/v2/projects/{project_id}/members/{user_id}', {
            ...{ params, body: { role: 'viewer' } },
          });
        },
      ],
    };
    for (const [what, [row, make]] of Object.entries(makings)) {
      it(what, async () => {
        const { id } = await createProject(scene.owner);
        const { user_id, organization_id } = await createMember(scene.app, scene.owner);
        const values = row === project ? [id, 'x'] : [user_id, organization_id];
        const gone = { lock: `SELECT ${row} FOR UPDATE`, change: `DELETE ${row}`, values };
        const result = await changedWhileWaiting(scene.app.databaseUrl, gone, () => make(id, user_id));
        expect(refusalOf(result)).to.deep.equal({ status: 404, code: 'not_found' });
      });
    }
  });

  describe('a dependency that begins while the task that is waited for', () => {
    const removals: Readonly<
      Record<string, readonly [lock: string, remove: (blocking: Task) => Promise<{ readonly response: Response }>]>
    > = {
      'is deleted': [
        'SELECT FROM tasks WHERE id = $2 AND $1::uuid IS NOT NULL FOR UPDATE',
        ({ id }) => scene.owner.v2.DELETE('/api/v2/tasks/{task_id}', { params: { path: { task_id: id } } }),
      ],
      'is deleted in bulk': [
        'SELECT FROM tasks WHERE id = $2 AND $1::uuid IS NOT NULL FOR UPDATE',
        ({ id }) =>
          scene.owner.v2.POST('/api/v2/tasks/bulk', { body: { operations: [{ action: 'delete', task_id: id }] } }),
      ],
      'is deleted with its project': [
        `SELECT FROM projects WHERE id = (SELECT project_id FROM tasks WHERE id = $2) AND $1::uuid IS NOT NULL
            FOR UPDATE`,
        ({ project_id }) =>
          scene.owner.v2.DELETE('/api/v2/projects/{project_id}', { params: { path: { project_id } } }),
      ],
    };
    for (const [what, [lock, remove]] of Object.entries(removals)) {
      it(`${what} ends in the history of the task that waited`, async () => {
        const waiting = await createTask(scene.owner, scene.project);
        const blocking = await createTask(scene.owner, await createProject(scene.owner));
        const began = { lock, change: dependency, values: [waiting.id, blocking.id] };
        const removal = await changedWhileWaiting(scene.app.databaseUrl, began, () => remove(blocking));
        expect(removal.response.ok).to.equal(true);
        const params = { path: { task_id: waiting.id } };
        const { data } = bodyOf(await scene.owner.v2.GET('/api/v2/tasks/{task_id}/history', { params }));
        expect(data[0]).to.deep.include({
          version: 2,
          changes: [{ field: 'blocking_task_id', from: blocking.id, to: null }],
        });
      });
    }
  });
});
