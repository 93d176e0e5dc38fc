import { expect } from 'chai';
import { createProject } from '../../../support/factories.ts';
import { createOperator, installation } from '../../../support/installation.ts';
import { refusalOf, useScene } from '../../../support/scene.ts';
import { tracesOf } from '../../../support/traces.ts';

describe('v1 updateProject PATCH /projects/{project_id}', () => {
  const scene = useScene();
  const patch = (who: 'owner' | 'member', id: string, body: { name?: string; status?: 'active' | 'archived' }) =>
    scene[who].v1.PATCH('/api/v1/projects/{project_id}', { params: { path: { project_id: id } }, body });

  describe('200', () => {
    it('renames, and v2 counts up the version', async () => {
      const { id } = await createProject(scene.owner);
      expect((await patch('owner', id, { name: 'Renamed' })).data).to.include({ id, name: 'Renamed' });
      const params = { path: { project_id: id } };
      const { data } = await scene.owner.v2.GET('/api/v2/projects/{project_id}', { params });
      expect(data).to.include({ name: 'Renamed', version: 2 });
    });

    it('archives and restores by status', async () => {
      const { id } = await createProject(scene.owner);
      expect((await patch('owner', id, { status: 'archived' })).data?.status).to.equal('archived');
      expect((await patch('owner', id, { status: 'active' })).data?.status).to.equal('active');
      const { events } = await tracesOf(scene.app, 'project', id);
      expect(events.map(({ type }) => type)).to.deep.equal(['project.created', 'project.archived', 'project.updated']);
    });
  });

  describe('403', () => {
    it('refuses a contributor', async () => {
      const refused = await patch('member', scene.project.id, { name: 'No' });
      expect(refusalOf(refused)).to.deep.equal({ status: 403, code: 'forbidden' });
    });
  });

  describe('409', () => {
    it('project_archived', async () => {
      const { id } = await createProject(scene.owner);
      await patch('owner', id, { status: 'archived' });
      const refused = await patch('owner', id, { name: 'No' });
      expect(refusalOf(refused)).to.deep.equal({ status: 409, code: 'project_archived' });
    });
  });
  describe('409 installation_managed', () => {
    it('keeps the project of the error log writable', async () => {
      const operator = await createOperator(scene.app);
      const params = { path: { project_id: installation.project_id } };
      const refused = await operator.v1.PATCH('/api/v1/projects/{project_id}', {
        params,
        body: { status: 'archived' },
      });
      expect(refusalOf(refused)).to.deep.equal({ status: 409, code: 'installation_managed' });
    });
  });
});
