import { expect } from 'chai';
import type { LabelCreate } from '../../../generated/v2/types.ts';
import { bodyOf, createLabel, createProject } from '../../support/factories.ts';
import { archiveProject, refusalOf, useScene } from '../../support/scene.ts';
import { tracesOf } from '../../support/traces.ts';

const url = '/api/v2/projects/{project_id}/labels';

describe('v2 createLabel POST /projects/{project_id}/labels', () => {
  const scene = useScene();
  const post = (who: 'owner' | 'member' | 'viewer' | 'stranger', body: LabelCreate, project = scene.project) =>
    scene[who].v2.POST(url, { params: { path: { project_id: project.id } }, body });

  describe('201', () => {
    it('makes a grey label of a name alone, with audit row and event', async () => {
      const { data, response } = await post('member', { name: 'regression' });
      const { id, created_at, ...label } = data!;
      expect(label).to.deep.equal({
        organization_id: scene.project.organization_id,
        project_id: scene.project.id,
        name: 'regression',
        color: '#8b949e',
        description: null,
        version: 1,
        updated_at: created_at,
      });
      expect(response.headers.get('location')).to.equal(`/api/v2/labels/${id}`);
      expect(response.headers.get('etag')).to.equal('"1"');
      const { audit, events } = await tracesOf(scene.app, 'label', id);
      const actor_id = scene.member.user_id;
      expect(audit).to.deep.equal([{ action: 'label.create', actor_id, before: null, after: data }]);
      expect(events).to.deep.equal([{ type: 'label.created', data }]);
    });

    it('takes a name that another project has', async () => {
      const project = await createProject(scene.owner);
      await createLabel(scene.owner, scene.project, { name: 'shared' });
      expect(bodyOf(await post('member', { name: 'shared' }, project))).to.include({ name: 'shared' });
    });
  });

  describe('403', () => {
    it('refuses a caller who may only read', async () => {
      expect(refusalOf(await post('viewer', { name: 'no' }))).to.deep.equal({ status: 403, code: 'forbidden' });
    });
  });

  describe('404', () => {
    it('hides the project of another organization', async () => {
      expect(refusalOf(await post('stranger', { name: 'no' }))).to.deep.equal({ status: 404, code: 'not_found' });
    });
  });

  describe('409', () => {
    it('label_name_taken, whatever the case', async () => {
      await post('member', { name: 'Urgent' });
      const refusal = refusalOf(await post('member', { name: 'uRGENT' }));
      expect(refusal).to.deep.equal({ status: 409, code: 'label_name_taken' });
    });

    it('lets one of many parallel labels of one name succeed', async () => {
      const responses = await Promise.all(Array.from({ length: 8 }, () => post('member', { name: 'race' })));
      const statuses = responses.map(({ response }) => response.status).sort();
      expect(statuses).to.deep.equal([201, ...Array.from({ length: 7 }, () => 409)]);
    });

    it('project_archived in an archived project', async () => {
      const project = await createProject(scene.owner);
      await archiveProject(scene.owner, project);
      const refusal = refusalOf(await post('owner', { name: 'late' }, project));
      expect(refusal).to.deep.equal({ status: 409, code: 'project_archived' });
    });
  });
});
