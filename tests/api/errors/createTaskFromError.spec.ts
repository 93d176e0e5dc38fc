import { expect } from 'chai';
import type { ErrorTaskCreate } from '../../../generated/v2/types.ts';
import { bodyOf, createProject, reportError } from '../../support/factories.ts';
import { archiveProject, refusalOf, useScene } from '../../support/scene.ts';
import { eventually } from '../../support/eventually.ts';

const url = '/api/v2/errors/{error_id}/task';

describe('v2 createTaskFromError POST /errors/{error_id}/task', () => {
  const scene = useScene();
  const post = (who: 'owner' | 'member' | 'viewer' | 'stranger', error_id: string, body: ErrorTaskCreate = {}) =>
    scene[who].v2.POST(url, { params: { path: { error_id } }, body });
  const newError = async (type: string) =>
    (await reportError(scene.member, scene.project, { type, level: 'fatal', release: 'a@1' })).error_id;
  const read = async (error_id: string) =>
    bodyOf(await scene.owner.v2.GET('/api/v2/errors/{error_id}', { params: { path: { error_id } } }));

  describe('201', () => {
    it('makes a bug that leads to the error, and the error leads to it', async () => {
      const id = await newError('TaskError');
      const { data: task, response } = await post('member', id);
      expect(task).to.deep.include({
        type: 'bug',
        priority: 'urgent',
        project_id: scene.project.id,
        assignee_id: null,
      });
      expect(task!.title).to.equal((await read(id)).title);
      expect(task!.description).to.match(new RegExp(`Occurrences: 1,[^]*Releases: a@1[^]*/api/v2/errors/${id}$`));
      expect(response.headers.get('location')).to.equal(`/api/v2/tasks/${task!.id}`);
      expect(await read(id)).to.deep.include({ task_id: task!.id, version: 2, status: 'open' });
    });

    it('takes what the caller names', async () => {
      const input = { title: 'Mend it', priority: 'low', assignee_id: scene.member.user_id } as const;
      expect(bodyOf(await post('member', await newError('NamedTaskError'), input))).to.deep.include(input);
    });

    it('can be repeated when the task was deleted', async () => {
      const id = await newError('DeletedTaskError');
      const task = bodyOf(await post('member', id));
      await scene.owner.v2.DELETE('/api/v2/tasks/{task_id}', { params: { path: { task_id: task.id } } });
      await eventually(async () => {
        expect(await read(id)).to.deep.include({ task_id: null, version: 3 });
      });
      expect((await post('member', id)).response.status).to.equal(201);
    });
  });

  describe('403', () => {
    it('refuses a caller who may only read', async () => {
      expect(refusalOf(await post('viewer', await newError('ViewerTaskError'))).code).to.equal('forbidden');
    });
  });

  describe('404', () => {
    it('hides errors of other organizations', async () => {
      expect(refusalOf(await post('stranger', await newError('ForeignTaskError'))).status).to.equal(404);
    });
  });

  describe('409', () => {
    it('refuses a second task', async () => {
      const id = await newError('SecondTaskError');
      await post('member', id);
      expect(refusalOf(await post('member', id))).to.deep.equal({ status: 409, code: 'error_has_task' });
    });

    it('refuses an assignee who cannot see the project', async () => {
      const answer = await post('member', await newError('AssignedTaskError'), { assignee_id: scene.stranger.user_id });
      expect(refusalOf(answer).code).to.equal('assignee_not_in_project');
    });

    it('refuses to change an archived project', async () => {
      const project = await createProject(scene.owner);
      const { error_id } = await reportError(scene.owner, project);
      await archiveProject(scene.owner, project);
      expect(refusalOf(await post('owner', error_id)).code).to.equal('project_archived');
    });
  });
});
