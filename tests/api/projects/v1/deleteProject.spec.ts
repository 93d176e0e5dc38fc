import { expect } from 'chai';
import { createProject } from '../../../support/factories.ts';
import { createOperator, installation } from '../../../support/installation.ts';
import { refusalOf, useScene } from '../../../support/scene.ts';
import { tracesOf } from '../../../support/traces.ts';

describe('v1 deleteProject DELETE /projects/{project_id}', () => {
  const scene = useScene();
  const remove = (who: 'owner' | 'member', id: string) =>
    scene[who].v1.DELETE('/api/v1/projects/{project_id}', { params: { path: { project_id: id } } });

  describe('204', () => {
    it('deletes it for both versions, with an event', async () => {
      const { id } = await createProject(scene.owner);
      expect((await remove('owner', id)).response.status).to.equal(204);
      const params = { path: { project_id: id } };
      expect((await scene.owner.v2.GET('/api/v2/projects/{project_id}', { params })).response.status).to.equal(404);
      const { events } = await tracesOf(scene.app, 'project', id);
      expect(events.map(({ type }) => type)).to.deep.equal(['project.created', 'project.deleted']);
      expect(refusalOf(await remove('owner', id))).to.deep.equal({ status: 404, code: 'not_found' });
    });
  });

  describe('403', () => {
    it('refuses a contributor', async () => {
      expect(refusalOf(await remove('member', scene.project.id))).to.deep.equal({ status: 403, code: 'forbidden' });
    });
  });
  describe('409 installation_managed', () => {
    it('keeps the project of the error log', async () => {
      const operator = await createOperator(scene.app);
      const params = { path: { project_id: installation.project_id } };
      const refused = await operator.v1.DELETE('/api/v1/projects/{project_id}', { params });
      expect(refusalOf(refused)).to.deep.equal({ status: 409, code: 'installation_managed' });
    });
  });
});
