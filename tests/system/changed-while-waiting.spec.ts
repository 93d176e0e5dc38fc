import { expect } from 'chai';
import type { Task } from '../../generated/v2/types.ts';
import { sweepImports } from '../../src/modules/imports/imports.jobs.ts';
import { unassignSome } from '../../src/modules/tasks/index.ts';
import { eraseNeverVerified } from '../../src/modules/users/erasure.service.ts';
import { openDatabase, type Database } from '../../src/platform/database.ts';
import type { Actor } from '../../src/platform/unit.ts';
import { createAccount, createMember } from '../support/accounts.ts';
import { changedWhileWaiting } from '../support/lock-holder.ts';
import {
  addDependency,
  bodyOf,
  createLabel,
  createMilestone,
  createProject,
  createTask,
} from '../support/factories.ts';
import { createOpenImport } from '../support/open-import.ts';
import { refusalOf, useScene } from '../support/scene.ts';
import { contextOn } from '../support/steps-that-hang.ts';

// What is decided about a row holds for the row as it is behind its lock, not as it was when it was found.

const lock = 'SELECT FROM tasks WHERE id = $1 FOR UPDATE';

describe('a row that is changed while one waits for it', () => {
  const scene = useScene();
  let database: Database;

  before(async () => {
    database = await openDatabase({ url: scene.app.databaseUrl });
  });
  after(() => database.close());

  const taskOf = async ({ id }: Pick<Task, 'id'>): Promise<Task> =>
    bodyOf(await scene.owner.v2.GET('/api/v2/tasks/{task_id}', { params: { path: { task_id: id } } }));

  describe('a task that is to be taken off somebody who cannot see it', () => {
    /** Of somebody who is no member. */
    const orphan = async (): Promise<Task> => {
      const task = await createTask(scene.owner, scene.project);
      await scene.app.query('UPDATE tasks SET assignee_id = $2 WHERE id = $1', [task.id, scene.stranger.user_id]);
      return task;
    };
    const unassign = (): Promise<boolean> => {
      const { user_id, organization_id } = scene.owner;
      const actor: Actor = {
        ...{ user_id, organization_id, role: 'owner', scopes: undefined, is_operator: false },
        ...{ credential_type: null, credential_id: null },
      };
      return database.db.transaction((db) =>
        unassignSome({ db, actor, request_id: 'unassignment', now: scene.app.clock.now() }, scene.stranger.user_id),
      );
    };

    it('is taken off when nothing has changed', async () => {
      const task = await orphan();
      const change = 'SELECT $1::uuid';
      await changedWhileWaiting(scene.app.databaseUrl, { lock, change, values: [task.id] }, unassign);
      expect(await taskOf(task)).to.include({ assignee_id: null, version: 2 });
    });

    const changes: Readonly<Record<string, string>> = {
      'was given to somebody else': 'UPDATE tasks SET assignee_id = created_by_id WHERE id = $1',
      'was done': "UPDATE tasks SET status = 'done', completed_at = updated_at WHERE id = $1",
      'was cancelled': "UPDATE tasks SET status = 'cancelled' WHERE id = $1",
      'lies in a project that was archived':
        'UPDATE projects SET archived_at = updated_at WHERE id = (SELECT project_id FROM tasks WHERE id = $1)',
    };
    for (const [what, change] of Object.entries(changes)) {
      it(`keeps its assignee when it ${what}`, async () => {
        const task = await orphan();
        await changedWhileWaiting(scene.app.databaseUrl, { lock, change, values: [task.id] }, unassign);
        const { assignee_id, version } = await taskOf(task);
        expect(version).to.equal(1);
        expect(assignee_id).not.to.equal(null);
        await scene.app.query('DELETE FROM tasks WHERE id = $1', [task.id]);
        await scene.app.query('UPDATE projects SET archived_at = NULL WHERE id = $1', [scene.project.id]);
      });
    }
  });

  describe('a task that carries what is deleted', () => {
    const things: Readonly<Record<string, () => Promise<readonly [content: object, remove: () => Promise<unknown>]>>> =
      {
        label: async () => {
          const { id } = await createLabel(scene.owner, scene.project);
          const params = { path: { label_id: id } };
          return [{ label_ids: [id] }, () => scene.owner.v2.DELETE('/api/v2/labels/{label_id}', { params })];
        },
        milestone: async () => {
          const { id } = await createMilestone(scene.owner, scene.project);
          const params = { path: { milestone_id: id } };
          return [{ milestone_id: id }, () => scene.owner.v2.DELETE('/api/v2/milestones/{milestone_id}', { params })];
        },
      };
    for (const [what, make] of Object.entries(things)) {
      it(`keeps what was changed in it while the ${what} was being deleted`, async () => {
        const [content, remove] = await make();
        const task = await createTask(scene.owner, scene.project, content);
        const change = "UPDATE tasks SET title = 'Changed meanwhile', version = version + 1 WHERE id = $1";
        await changedWhileWaiting(scene.app.databaseUrl, { lock, change, values: [task.id] }, remove);
        const after = await taskOf(task);
        expect(after).to.include({ title: 'Changed meanwhile', version: 3, milestone_id: null });
        expect(after.label_ids).to.deep.equal([]);
      });
    }
  });

  it('an account that was never opened stays when it is opened while it is being deleted', async () => {
    const { user_id } = await createAccount(scene.app);
    const now = scene.app.clock.now();
    await scene.app.query('UPDATE users SET email_verified_at = NULL WHERE id = $1', [user_id]);
    await scene.app.query('DELETE FROM organization_members WHERE user_id = $1', [user_id]);
    const opened = {
      lock: 'SELECT FROM users WHERE id = $1 FOR UPDATE',
      change: 'UPDATE users SET email_verified_at = created_at WHERE id = $1',
      values: [user_id],
    };
    await changedWhileWaiting(scene.app.databaseUrl, opened, () =>
      database.db.transaction((db) =>
        eraseNeverVerified({ db, actor: undefined, request_id: 'sweep', now }, user_id, now),
      ),
    );
    expect(await scene.app.query('SELECT FROM users WHERE id = $1', [user_id])).to.have.length(1);
  });

  describe('an import', () => {
    const ends = (id: string, status: string) => ({
      lock: 'SELECT FROM imports WHERE id = $1 FOR UPDATE',
      change: `UPDATE imports SET status = '${status}', finished_at = updated_at, version = 2 WHERE id = $1`,
      values: [id],
    });

    it('stays cancelled that was cancelled while the sweep was ending it', async () => {
      const id = await createOpenImport(scene.app, scene.project);
      const later = { now: (): Date => new Date(scene.app.clock.now().getTime() + 120_000) };
      const sweep = (): Promise<unknown> => Promise.resolve(sweepImports({}, contextOn(database.db, later)));
      await changedWhileWaiting(scene.app.databaseUrl, ends(id, 'cancelled'), sweep);
      const params = { path: { import_id: id } };
      const row = bodyOf(await scene.owner.v2.GET('/api/v2/imports/{import_id}', { params }));
      expect(row).to.include({ status: 'cancelled', failure: null, version: 2 });
    });

    it('is not cancelled that was completed while its cancellation waited', async () => {
      const params = { path: { import_id: await createOpenImport(scene.app, scene.project) } };
      const result = await changedWhileWaiting(scene.app.databaseUrl, ends(params.path.import_id, 'completed'), () =>
        scene.owner.v2.POST('/api/v2/imports/{import_id}/cancellation', { params }),
      );
      expect(refusalOf(result)).to.deep.equal({ status: 409, code: 'import_finished' });
    });
  });
  describe('what is deleted while something is created in it', () => {
    const creations: Readonly<
      Record<string, (task: Task) => Promise<{ readonly response: Response; error?: unknown }>>
    > = {
      'a comment, in a task': ({ id }) =>
        scene.owner.v2.POST('/api/v2/tasks/{task_id}/comments', {
          params: { path: { task_id: id } },
          body: { body: 'Too late.' },
        }),
      'a task, in a project': ({ project_id }) =>
        scene.owner.v2.POST('/api/v2/projects/{project_id}/tasks', {
          params: { path: { project_id } },
          body: { title: 'Too late', type: 'task', status: 'todo', priority: 'none' },
        }),
      'a label, in a project': ({ project_id }) =>
        scene.owner.v2.POST('/api/v2/projects/{project_id}/labels', {
          params: { path: { project_id } },
          body: { name: 'too late', color: '#ffffff' },
        }),
      'a milestone, in a project': ({ project_id }) =>
        scene.owner.v2.POST('/api/v2/projects/{project_id}/milestones', {
          params: { path: { project_id } },
          body: { name: 'too late' },
        }),
    };
    it('is absent for a member, in a project of an organization that the user leaves', async () => {
      const { user_id, organization_id } = await createMember(scene.app, scene.owner);
      const gone = {
        lock: 'SELECT FROM organization_members WHERE organization_id = $1 AND user_id = $2 FOR UPDATE',
        change: 'DELETE FROM organization_members WHERE organization_id = $1 AND user_id = $2',
        values: [organization_id, user_id],
      };
      const params = { path: { project_id: scene.project.id, user_id } };
      const result = await changedWhileWaiting(scene.app.databaseUrl, gone, () =>
        scene.owner.v2.PUT('/api/v2/projects/{project_id}/members/{user_id}', { params, body: { role: 'viewer' } }),
      );
      expect(refusalOf(result)).to.deep.equal({ status: 404, code: 'not_found' });
    });

    for (const [what, create] of Object.entries(creations)) {
      it(`is absent for ${what}`, async () => {
        const task = await createTask(scene.owner, await createProject(scene.owner));
        const [table, id] = what.endsWith('task') ? ['tasks', task.id] : ['projects', task.project_id];
        const gone = {
          lock: `SELECT FROM ${table} WHERE id = $1 FOR UPDATE`,
          change: `DELETE FROM ${table} WHERE id = $1`,
          values: [id],
        };
        const result = await changedWhileWaiting(scene.app.databaseUrl, gone, () => create(task));
        expect(refusalOf(result)).to.deep.equal({ status: 404, code: 'not_found' });
      });
    }
  });

  describe('a project that is archived while one waits for it', () => {
    const writes: Readonly<Record<string, (project_id: string) => Promise<readonly unknown[]>>> = {
      'takes no task': async (project_id) => {
        const params = { path: { project_id } };
        const body = { title: 'Too late', type: 'task', status: 'todo', priority: 'none' } as const;
        const result = await scene.owner.v2.POST('/api/v2/projects/{project_id}/tasks', { params, body });
        return [result.response.status, refusalOf(result).code];
      },
      'takes no task of v1': async (project_id) => {
        const result = await scene.owner.v1.POST('/api/v1/tasks', { body: { project_id, title: 'Too late' } });
        return [result.response.status, refusalOf(result).code];
      },
      'takes no task in bulk': async (project_id) => {
        const task = { title: 'Too late', type: 'task', status: 'todo', priority: 'none' } as const;
        const operations = [{ action: 'create' as const, project_id, task }];
        const { results } = bodyOf(await scene.owner.v2.POST('/api/v2/tasks/bulk', { body: { operations } }));
        return [results[0]?.status, results[0]?.problem?.code];
      },
      'takes no member': async (project_id) => {
        const params = { path: { project_id, user_id: scene.member.user_id } };
        const url = '/api/v2/projects/{project_id}/members/{user_id}';
        const result = await scene.owner.v2.PUT(url, { params, body: { role: 'viewer' } });
        return [result.response.status, refusalOf(result).code];
      },
      'takes no name': async (project_id) => {
        const params = { path: { project_id } };
        const result = await scene.owner.v2.PATCH('/api/v2/projects/{project_id}', { params, body: { name: 'Late' } });
        return [result.response.status, refusalOf(result).code];
      },
    };
    for (const [what, write] of Object.entries(writes)) {
      it(what, async () => {
        const { id } = await createProject(scene.owner);
        const archived = {
          lock: 'SELECT FROM projects WHERE id = $1 FOR UPDATE',
          change: 'UPDATE projects SET archived_at = updated_at, version = version + 1 WHERE id = $1',
          values: [id],
        };
        const refused = await changedWhileWaiting(scene.app.databaseUrl, archived, () => write(id));
        expect(refused).to.deep.equal([409, 'project_archived']);
      });
    }
  });

  describe('a task that waits for one that is deleted', () => {
    const removals: Readonly<Record<string, (blocking: Task) => Promise<{ readonly response: Response }>>> = {
      task: ({ id }) => scene.owner.v2.DELETE('/api/v2/tasks/{task_id}', { params: { path: { task_id: id } } }),
      project: ({ project_id }) =>
        scene.owner.v2.DELETE('/api/v2/projects/{project_id}', { params: { path: { project_id } } }),
      'task in bulk': ({ id }) =>
        scene.owner.v2.POST('/api/v2/tasks/bulk', { body: { operations: [{ action: 'delete', task_id: id }] } }),
    };
    for (const [what, remove] of Object.entries(removals)) {
      it(`gets no second end of its dependency, which ended while the ${what} was being deleted`, async () => {
        const waiting = await createTask(scene.owner, scene.project);
        const blocking = await createTask(scene.owner, await createProject(scene.owner));
        await addDependency(scene.owner, waiting, blocking);
        const change = 'DELETE FROM task_dependencies WHERE task_id = $1';
        const removal = await changedWhileWaiting(scene.app.databaseUrl, { lock, change, values: [waiting.id] }, () =>
          remove(blocking),
        );
        expect(removal.response.ok).to.equal(true);
        expect((await taskOf(waiting)).version).to.equal(2);
      });

      it(`gets a version for the end of a dependency that began while the ${what} was being deleted`, async () => {
        const [waiting, late] = [
          await createTask(scene.owner, scene.project),
          await createTask(scene.owner, scene.project),
        ];
        const blocking = await createTask(scene.owner, await createProject(scene.owner));
        await addDependency(scene.owner, waiting, blocking);
        const begun = {
          lock: 'SELECT FROM tasks WHERE id = $1 AND id <> $2 FOR UPDATE',
          change: `INSERT INTO task_dependencies (id, organization_id, project_id, task_id, blocking_project_id,
                     blocking_task_id, created_at)
                   SELECT gen_random_uuid(), organization_id, project_id, $2, blocking_project_id, blocking_task_id,
                          created_at FROM task_dependencies WHERE task_id = $1`,
          values: [waiting.id, late.id],
        };
        const removal = await changedWhileWaiting(scene.app.databaseUrl, begun, () => remove(blocking));
        expect(removal.response.ok).to.equal(true);
        expect([(await taskOf(waiting)).version, (await taskOf(late)).version]).to.deep.equal([3, 2]);
        const ended = `SELECT data ->> 'task_id' AS task_id, project_id FROM events
                        WHERE type = 'dependency.removed' AND data ->> 'blocking_task_id' = $1 ORDER BY 1`;
        expect(await scene.app.query(ended, [blocking.id])).to.deep.equal(
          [waiting.id, late.id].sort().map((task_id) => ({ task_id, project_id: scene.project.id })),
        );
      });
    }
  });
});
