import { expect } from 'chai';
import type { Task } from '../../../../generated/v2/types.ts';
import { sweepAssignees } from '../../../../src/modules/tasks/release/task-unassignment.jobs.ts';
import { findAssigneesOutside } from '../../../../src/modules/tasks/release/task-unassignment.repository.ts';
import { openDatabase, type Database } from '../../../../src/platform/database.ts';
import { createMember } from '../../../support/accounts.ts';
import { insertTasks } from '../../../support/archive.ts';
import { bodyOf, createProject, createTask, moveTask } from '../../../support/factories.ts';
import { archiveProject, joinProject, useScene } from '../../../support/scene.ts';
import { contextOn } from '../../../support/steps-that-hang.ts';

describe('the sweep of assignees', () => {
  const scene = useScene();
  let database: Database;
  before(async () => {
    database = await openDatabase({ url: scene.app.databaseUrl });
  });
  after(() => database.close());

  const assigneeOf = async ({ id }: Task): Promise<string | null> =>
    bodyOf(await scene.owner.v2.GET('/api/v2/tasks/{task_id}', { params: { path: { task_id: id } } })).assignee_id;

  it('takes those off open tasks who cannot see them, and nobody else', async () => {
    const { app, owner } = scene;
    const gone = await createMember(app, owner);
    const here = await createMember(app, owner);
    const project = await createProject(owner);
    const closed = await createProject(owner);
    const archived = await createProject(owner);
    for (const member of [gone, here]) await joinProject(app, closed, member);
    const taskOf = (assignee_id: string, place = project) => createTask(owner, place, { assignee_id });
    const left = [await taskOf(gone.user_id), await taskOf(gone.user_id, closed)];
    const done = await moveTask(owner, await taskOf(gone.user_id), 'in_progress', 'done');
    const readOnly = await taskOf(gone.user_id, archived);
    await archiveProject(owner, archived);
    const kept = [await taskOf(here.user_id), await taskOf(here.user_id, closed), await taskOf(owner.user_id, closed)];
    const outside = await taskOf(scene.member.user_id, closed);
    // Past the server, so that no event and no job tells of it.
    await app.query("UPDATE projects SET visibility = 'private' WHERE id = $1", [closed.id]);
    await app.query('DELETE FROM organization_members WHERE user_id = $1', [gone.user_id]);

    await sweepAssignees({}, contextOn(database.db, app.clock));

    for (const task of [...left, outside]) expect(await assigneeOf(task), 'who cannot see it').to.equal(null);
    for (const task of kept) expect(await assigneeOf(task), 'who sees it').to.equal(task.assignee_id);
    for (const task of [done, readOnly]) expect(await assigneeOf(task), 'what is over').to.equal(gone.user_id);
  });

  it('concerns, for a project that became private, those with open tasks in it who are outside, and nobody else', async () => {
    const { app, owner } = scene;
    const [project, elsewhere] = [await createProject(owner), await createProject(owner)];
    const [outside, inside, admin, idle, other] = [
      await createMember(app, owner),
      await createMember(app, owner),
      await createMember(app, owner, 'admin'),
      await createMember(app, owner),
      await createMember(app, owner),
    ];
    await joinProject(app, project, inside, 'viewer');
    for (const { user_id } of [outside, outside, inside, admin])
      await createTask(owner, project, { assignee_id: user_id });
    await moveTask(owner, await createTask(owner, project, { assignee_id: idle.user_id }), 'in_progress', 'done');
    await createTask(owner, elsewhere, { assignee_id: other.user_id });
    await createTask(owner, project);
    expect(await findAssigneesOutside(database.db, owner.organization_id, project.id)).to.deep.equal([outside.user_id]);
  });

  it('goes on until none is left, however many transactions that takes', async () => {
    const { app, owner } = scene;
    const gone = await createMember(app, owner);
    const project = await createProject(owner);
    // Twice as many as one transaction changes, and none more: the last of them is not known to be the last.
    await insertTasks(app, project, { count: 100, description: 'x' });
    await app.query('UPDATE tasks SET assignee_id = $2 WHERE project_id = $1', [project.id, gone.user_id]);
    await app.query('DELETE FROM organization_members WHERE user_id = $1', [gone.user_id]);
    await sweepAssignees({}, contextOn(database.db, app.clock));
    expect(await app.query('SELECT FROM tasks WHERE assignee_id = $1', [gone.user_id])).to.have.length(0);
    const history = await app.query(
      'SELECT action, count(*)::integer AS entries FROM task_history WHERE project_id = $1 GROUP BY action',
      [project.id],
    );
    expect(history).to.deep.equal([{ action: 'updated', entries: 100 }]);
  });
});
