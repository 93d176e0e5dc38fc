import { expect } from 'chai';
import type { MilestoneCreate } from '../../../generated/v2/types.ts';
import { bodyOf, createMilestone, createProject } from '../../support/factories.ts';
import { archiveProject, refusalOf, useScene } from '../../support/scene.ts';
import { tracesOf } from '../../support/traces.ts';

const url = '/api/v2/projects/{project_id}/milestones';

describe('v2 createMilestone POST /projects/{project_id}/milestones', () => {
  const scene = useScene();
  const post = (who: 'owner' | 'member' | 'viewer' | 'stranger', body: MilestoneCreate, project = scene.project) =>
    scene[who].v2.POST(url, { params: { path: { project_id: project.id } }, body });

  describe('201', () => {
    it('makes an open milestone of a name alone, with audit row and event', async () => {
      const { data, response } = await post('member', { name: '2.4' });
      const { id, created_at, ...milestone } = data!;
      expect(milestone).to.deep.equal({
        organization_id: scene.project.organization_id,
        project_id: scene.project.id,
        name: '2.4',
        description: null,
        due_on: null,
        state: 'open',
        closed_at: null,
        version: 1,
        updated_at: created_at,
      });
      expect(response.headers.get('location')).to.equal(`/api/v2/milestones/${id}`);
      expect(response.headers.get('etag')).to.equal('"1"');
      const { audit, events } = await tracesOf(scene.app, 'milestone', id);
      const actor_id = scene.member.user_id;
      expect(audit).to.deep.equal([{ action: 'milestone.create', actor_id, before: null, after: data }]);
      expect(events).to.deep.equal([{ type: 'milestone.created', data }]);
    });

    it('takes description and due date', async () => {
      const body = { name: '3.0', description: 'Sessions that last.', due_on: '2027-02-28' };
      expect(bodyOf(await post('member', body))).to.include(body);
    });

    it('takes a name that another project has', async () => {
      const project = await createProject(scene.owner);
      await createMilestone(scene.owner, scene.project, { name: 'shared' });
      expect(bodyOf(await post('member', { name: 'shared' }, project))).to.include({ name: 'shared' });
    });
  });

  describe('400', () => {
    it('refuses a day that the calendar does not have', async () => {
      const { error } = await post('member', { name: 'never', due_on: '2027-02-30' });
      expect(error).to.have.nested.property('errors[0].pointer', '/due_on');
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
    it('milestone_name_taken, whatever the case', async () => {
      await post('member', { name: 'Urgent' });
      const refusal = refusalOf(await post('member', { name: 'uRGENT' }));
      expect(refusal).to.deep.equal({ status: 409, code: 'milestone_name_taken' });
    });

    it('lets one of many parallel milestones of one name succeed', async () => {
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
