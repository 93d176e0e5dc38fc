import { expect } from 'chai';
import type { ProjectCreate } from '../../../generated/v2/types.ts';
import { newId } from '../../../src/platform/ids.ts';
import { bodyOf } from '../../support/factories.ts';
import { refusalOf, useScene } from '../../support/scene.ts';
import { tracesOf } from '../../support/traces.ts';

describe('v2 createProject POST /projects', () => {
  const scene = useScene();
  const post = (who: 'owner' | 'member' | 'viewer' | 'stranger', body: ProjectCreate) =>
    scene[who].v2.POST('/api/v2/projects', { body });

  describe('201', () => {
    it('makes a project that the organization sees, of key and name alone', async () => {
      const { data, response } = await post('member', { key: 'CORE', name: 'Core' });
      const { id, created_at, ...project } = data!;
      expect(project).to.deep.equal({
        organization_id: scene.owner.organization_id,
        key: 'CORE',
        name: 'Core',
        description: null,
        visibility: 'organization',
        archived_at: null,
        created_by_id: scene.member.user_id,
        version: 1,
        updated_at: created_at,
      });
      expect(response.headers.get('location')).to.equal(`/api/v2/projects/${id}`);
      expect(response.headers.get('etag')).to.equal('"1"');
    });

    it('leaves an audit row and an event', async () => {
      const project = bodyOf(await post('member', { key: 'TRACE', name: 'Traced' }));
      const { audit, events } = await tracesOf(scene.app, 'project', project.id);
      const actor_id = scene.member.user_id;
      expect(audit).to.deep.equal([{ action: 'project.create', actor_id, before: null, after: project }]);
      expect(events).to.deep.equal([{ type: 'project.created', data: project }]);
    });

    it('makes the creator lead, so that a member sees and changes their own private project', async () => {
      const project = bodyOf(await post('member', { key: 'OWN', name: 'Own', visibility: 'private' }));
      const params = { path: { project_id: project.id } };
      const changed = await scene.member.v2.PATCH('/api/v2/projects/{project_id}', { params, body: { name: 'Mine' } });
      expect(changed.data?.name).to.equal('Mine');
    });

    it('takes a key that another organization has', async () => {
      await post('owner', { key: 'SHARED', name: 'Here' });
      expect((await post('stranger', { key: 'SHARED', name: 'There' })).response.status).to.equal(201);
    });

    it('makes one project of a request that is repeated with its Idempotency-Key', async () => {
      const params = { header: { 'Idempotency-Key': newId() } };
      const body = { key: 'TWICE', name: 'Twice' };
      const first = await scene.owner.v2.POST('/api/v2/projects', { params, body });
      const second = await scene.owner.v2.POST('/api/v2/projects', { params, body });
      expect(second.response.status).to.equal(201);
      expect(second.data).to.deep.equal(first.data);
      expect((await tracesOf(scene.app, 'project', first.data!.id)).events).to.have.length(1);
    });
  });

  describe('400', () => {
    for (const key of ['core', 'C', '1CORE', 'TOOLONGKEY1', 'CO RE', '']) {
      it(`refuses the key ${JSON.stringify(key)}`, async () => {
        const { error, response } = await post('owner', { key, name: 'Core' });
        expect(response.status).to.equal(400);
        expect(error).to.have.nested.property('errors[0].pointer', '/key');
      });
    }

    it('names an unknown field beside a value that is not in the enum', async () => {
      const body = { key: 'ENUM', name: 'Enum', visibility: 'secret', colour: 'red' } as never;
      const { error } = await post('owner', body);
      const pointers = (error as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer);
      expect(pointers).to.have.members(['/visibility', '/colour']);
    });
  });

  describe('403', () => {
    it('refuses a viewer, and makes nothing', async () => {
      expect(refusalOf(await post('viewer', { key: 'NO', name: 'No' }))).to.deep.equal({
        status: 403,
        code: 'forbidden',
      });
      expect(
        await scene.app.query('SELECT id FROM projects WHERE key = $1 AND organization_id = $2', [
          'NO',
          scene.owner.organization_id,
        ]),
      ).to.deep.equal([]);
    });
  });

  describe('409', () => {
    it('project_key_taken, and leaves the other project as it is', async () => {
      const first = bodyOf(await post('owner', { key: 'TAKEN', name: 'First' }));
      const refused = await post('member', { key: 'TAKEN', name: 'Second' });
      expect(refusalOf(refused)).to.deep.equal({ status: 409, code: 'project_key_taken' });
      expect((refused.error as { detail: string }).detail).to.include('TAKEN');
      const params = { path: { project_id: first.id } };
      expect((await scene.owner.v2.GET('/api/v2/projects/{project_id}', { params })).data).to.deep.equal(first);
    });
  });
});
