import { expect } from 'chai';
import type { LabelUpdate } from '../../../generated/v2/types.ts';
import { createLabel, createProject, createTask } from '../../support/factories.ts';
import { archiveProject, refusalOf, useScene } from '../../support/scene.ts';
import { tracesOf } from '../../support/traces.ts';

const url = '/api/v2/labels/{label_id}';

describe('v2 updateLabel PATCH /labels/{label_id}', () => {
  const scene = useScene();
  const patch = (who: 'owner' | 'member' | 'viewer' | 'stranger', id: string, body: LabelUpdate, header = {}) =>
    scene[who].v2.PATCH(url, { params: { path: { label_id: id }, header }, body });

  describe('200', () => {
    it('changes the given fields, with audit row and event', async () => {
      const label = await createLabel(scene.owner, scene.project, { description: 'Old' });
      const { data, response } = await patch('member', label.id, { color: '#b60205', description: null });
      const { updated_at } = data!;
      expect(data).to.deep.equal({ ...label, color: '#b60205', description: null, version: 2, updated_at });
      expect(response.headers.get('etag')).to.equal('"2"');
      const { audit, events } = await tracesOf(scene.app, 'label', label.id);
      const actor_id = scene.member.user_id;
      expect(audit.at(-1)).to.deep.equal({ action: 'label.update', actor_id, before: label, after: data });
      expect(events.at(-1)).to.deep.equal({ type: 'label.updated', data });
    });

    it('leaves the tasks that carry it as they are', async () => {
      const label = await createLabel(scene.owner, scene.project);
      const task = await createTask(scene.member, scene.project, { label_ids: [label.id] });
      await patch('member', label.id, { name: 'renamed' });
      const params = { path: { task_id: task.id } };
      expect((await scene.member.v2.GET('/api/v2/tasks/{task_id}', { params })).data).to.deep.equal(task);
    });
  });

  describe('403', () => {
    it('refuses a caller who may only read', async () => {
      const label = await createLabel(scene.owner, scene.project);
      const refusal = refusalOf(await patch('viewer', label.id, { name: 'no' }));
      expect(refusal).to.deep.equal({ status: 403, code: 'forbidden' });
    });
  });

  describe('404', () => {
    it('hides the label of another organization', async () => {
      const label = await createLabel(scene.owner, scene.project);
      const refusal = refusalOf(await patch('stranger', label.id, { name: 'no' }));
      expect(refusal).to.deep.equal({ status: 404, code: 'not_found' });
    });
  });

  describe('409', () => {
    it('label_name_taken by another label of the project', async () => {
      const [taken, label] = [
        await createLabel(scene.owner, scene.project),
        await createLabel(scene.owner, scene.project),
      ];
      const refusal = refusalOf(await patch('member', label.id, { name: taken.name.toUpperCase() }));
      expect(refusal).to.deep.equal({ status: 409, code: 'label_name_taken' });
    });

    it('project_archived in an archived project', async () => {
      const project = await createProject(scene.owner);
      const label = await createLabel(scene.owner, project);
      await archiveProject(scene.owner, project);
      const refusal = refusalOf(await patch('owner', label.id, { name: 'late' }));
      expect(refusal).to.deep.equal({ status: 409, code: 'project_archived' });
    });
  });

  describe('412', () => {
    it('refuses a stale version', async () => {
      const label = await createLabel(scene.owner, scene.project);
      const refusal = refusalOf(await patch('member', label.id, { name: 'stale' }, { 'If-Match': '"2"' }));
      expect(refusal).to.deep.equal({ status: 412, code: 'precondition_failed' });
    });
  });
});
