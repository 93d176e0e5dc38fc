import { expect } from 'chai';
import { bodyOf, createProject, createTask, moveTask } from '../../../support/factories.ts';
import { refusalOf, useScene } from '../../../support/scene.ts';

const url = '/api/v1/projects/{project_id}/stats';

describe('v1 getProjectStats GET /projects/{project_id}/stats', () => {
  const scene = useScene();
  const get = (who: 'viewer' | 'stranger', project: { readonly id: string }) =>
    scene[who].v1.GET(url, { params: { path: { project_id: project.id } } });

  describe('200', () => {
    it('counts by the statuses of v1', async () => {
      const project = await createProject(scene.owner);
      await createTask(scene.member, project, { status: 'backlog', due_on: '2000-01-01' });
      await createTask(scene.member, project);
      await moveTask(scene.member, await createTask(scene.member, project), 'in_progress');
      await moveTask(scene.member, await createTask(scene.member, project), 'in_progress', 'in_review');
      await moveTask(scene.member, await createTask(scene.member, project), 'in_progress', 'done');
      await moveTask(scene.member, await createTask(scene.member, project), 'cancelled');
      expect(bodyOf(await get('viewer', project))).to.deep.equal({
        project_id: project.id,
        total_tasks: 6,
        open_tasks: 2,
        in_progress_tasks: 2,
        done_tasks: 1,
        cancelled_tasks: 1,
        overdue_tasks: 1,
        completion_percent: 20,
      });
    });

    it('has no null where there is nothing to complete', async () => {
      const project = await createProject(scene.owner);
      expect(bodyOf(await get('viewer', project))).to.include({ total_tasks: 0, completion_percent: 0 });
    });
  });

  describe('404', () => {
    it('hides the counts of another organization', async () => {
      expect(refusalOf(await get('stranger', scene.project))).to.deep.equal({ status: 404, code: 'not_found' });
    });
  });
});
