import { expect } from 'chai';
import { refusalOf, useScene } from '../../../support/scene.ts';
import { tracesOf } from '../../../support/traces.ts';

describe('v1 createProject POST /projects', () => {
  const scene = useScene();
  const post = (who: 'owner' | 'viewer', body: { key: string; name: string; description?: string }) =>
    scene[who].v1.POST('/api/v1/projects', { body });

  describe('201', () => {
    it('shows the project as v1 does, and says that v1 ends', async () => {
      const { data, response } = await post('owner', { key: 'OLD', name: 'Old' });
      const { id, created_at, ...project } = data!;
      expect(project).to.deep.equal({
        key: 'OLD',
        name: 'Old',
        description: '',
        status: 'active',
        updated_at: created_at,
      });
      expect(response.headers.get('location')).to.equal(`/api/v1/projects/${id}`);
      expect(response.headers.get('api-version')).to.equal('v1');
      expect(response.headers.get('link')).to.match(/<[^>]*\/api\/v2\/projects>; rel="successor-version", /);
    });

    it('makes the same project that v2 shows, with the same traces', async () => {
      const { data } = await post('owner', { key: 'BOTH', name: 'Both', description: 'In both' });
      const params = { path: { project_id: data!.id } };
      const inV2 = await scene.owner.v2.GET('/api/v2/projects/{project_id}', { params });
      expect(inV2.data).to.include({ key: 'BOTH', description: 'In both', visibility: 'organization', version: 1 });
      const { audit, events } = await tracesOf(scene.app, 'project', data!.id);
      expect(audit.map(({ action }) => action)).to.deep.equal(['project.create']);
      expect(events).to.deep.equal([{ type: 'project.created', data: inV2.data }]);
    });
  });

  describe('400', () => {
    it('lists the violations in details', async () => {
      const { error, response } = await post('owner', { key: 'no', name: '' });
      expect(response.status).to.equal(400);
      const { details } = error as unknown as { details: { pointer: string }[] };
      expect(details.map(({ pointer }) => pointer)).to.have.members(['/key', '/name']);
    });
  });

  describe('409', () => {
    it('project_key_taken, in the shape of v1', async () => {
      await post('owner', { key: 'TAKEN', name: 'First' });
      const refused = await post('owner', { key: 'TAKEN', name: 'Second' });
      expect(refusalOf(refused)).to.deep.equal({ status: 409, code: 'project_key_taken' });
      expect(refused.error).to.have.all.keys('code', 'message', 'details');
    });
  });
});
