import { expect } from 'chai';
import type { Project, ProjectUpdate } from '../../../generated/v2/types.ts';
import { createMember } from '../../support/accounts.ts';
import { eventually } from '../../support/eventually.ts';
import { bodyOf, createProject, createTask } from '../../support/factories.ts';
import { checkedFetch } from '../../support/contract/checked-fetch.ts';
import { createOperator, installation } from '../../support/installation.ts';
import { archiveProject, joinProject, refusalOf, useScene } from '../../support/scene.ts';
import { tracesOf } from '../../support/traces.ts';

describe('v2 updateProject PATCH /projects/{project_id}', () => {
  const scene = useScene();
  let project: Project;

  beforeEach(async () => {
    project = await createProject(scene.owner, { name: 'Core', description: 'The core' });
  });

  const patch = (who: 'owner' | 'member' | 'viewer' | 'stranger', body: ProjectUpdate, tag?: string) =>
    scene[who].v2.PATCH('/api/v2/projects/{project_id}', {
      params: { path: { project_id: project.id }, ...(tag === undefined ? {} : { header: { 'If-Match': tag } }) },
      body,
    });

  describe('200', () => {
    it('changes the given fields, and increments the version', async () => {
      const { data, response } = await patch('owner', { name: 'Kernel' });
      const { updated_at, ...changed } = data!;
      const { updated_at: before, ...rest } = project;
      expect(changed).to.deep.equal({ ...rest, name: 'Kernel', version: 2 });
      expect(Date.parse(updated_at)).to.be.at.least(Date.parse(before));
      expect(response.headers.get('etag')).to.equal('"2"');
    });

    it('removes a description by null, as merge patches do', async () => {
      expect((await patch('owner', { description: null })).data).to.include({ description: null, name: 'Core' });
    });

    it('leaves an audit row with before and after, and an event', async () => {
      const changed = bodyOf(await patch('owner', { visibility: 'private' }));
      const { audit, events } = await tracesOf(scene.app, 'project', project.id);
      const actor_id = scene.owner.user_id;
      expect(audit[1]).to.deep.equal({ action: 'project.update', actor_id, before: project, after: changed });
      expect(events[1]).to.deep.equal({ type: 'project.updated', data: changed });
    });

    it('takes those whom a private project leaves outside off their open tasks there', async () => {
      const inside = await createMember(scene.app, scene.owner);
      await joinProject(scene.app, project, inside);
      const [theirs, kept] = [
        await createTask(scene.owner, project, { assignee_id: scene.member.user_id }),
        await createTask(scene.owner, project, { assignee_id: inside.user_id }),
      ];
      await patch('owner', { visibility: 'private' });
      const get = async (task_id: string) =>
        bodyOf(await scene.owner.v2.GET('/api/v2/tasks/{task_id}', { params: { path: { task_id } } }));
      await eventually(async () => expect((await get(theirs.id)).assignee_id).to.equal(null));
      expect(await get(kept.id)).to.deep.equal(kept);
    });

    it('archives, with an event of its own, and restores', async () => {
      const archived = bodyOf(await patch('owner', { archived: true }));
      expect(archived.archived_at).to.equal(archived.updated_at);
      const { events } = await tracesOf(scene.app, 'project', project.id);
      expect(events.map(({ type }) => type)).to.deep.equal(['project.created', 'project.archived']);
      expect((await patch('owner', { archived: false, name: 'Back' })).data).to.include({
        archived_at: null,
        name: 'Back',
      });
    });

    it('changes the version that If-Match names', async () => {
      expect((await patch('owner', { name: 'Second' }, '"1"')).data).to.include({ name: 'Second', version: 2 });
      expect((await patch('owner', { name: 'Third' }, '"7", "2"')).data).to.include({ name: 'Third', version: 3 });
      expect((await patch('owner', { name: 'Fourth' }, '*')).data).to.include({ name: 'Fourth', version: 4 });
    });

    it('lets a lead of the project change it', async () => {
      await joinProject(scene.app, project, scene.member, 'lead');
      expect((await patch('member', { name: 'Led' })).data?.name).to.equal('Led');
    });

    it('takes application/json with the same meaning', async () => {
      const response = await checkedFetch(`${scene.app.url}/api/v2/projects/${project.id}`, {
        method: 'PATCH',
        headers: { authorization: `Bearer ${scene.owner.token}`, 'content-type': 'application/json' },
        body: '{"description":null}',
      });
      expect(response.status).to.equal(200);
      expect(await response.json()).to.include({ description: null, name: 'Core' });
    });
  });

  describe('400', () => {
    for (const body of [{}, { name: null }, { key: 'OTHER' }, { archived: 'yes' }, { name: '' }]) {
      it(`refuses ${JSON.stringify(body)}`, async () => {
        expect(refusalOf(await patch('owner', body as never))).to.deep.equal({
          status: 400,
          code: 'validation_failed',
        });
      });
    }
  });

  describe('403', () => {
    it('refuses a contributor', async () => {
      expect(refusalOf(await patch('member', { name: 'No' }))).to.deep.equal({ status: 403, code: 'forbidden' });
    });
  });

  describe('404', () => {
    it('hides the project of another organization, whatever If-Match says', async () => {
      expect(refusalOf(await patch('stranger', { name: 'No' }, '"99"'))).to.deep.equal({
        status: 404,
        code: 'not_found',
      });
    });
  });

  describe('409', () => {
    it('project_archived for anything but restoring it', async () => {
      await archiveProject(scene.owner, project);
      for (const body of [{ name: 'No' }, { archived: true }]) {
        expect(refusalOf(await patch('owner', body))).to.deep.equal({ status: 409, code: 'project_archived' });
      }
      const task = { params: { path: { project_id: project.id } }, body: { title: 'No' } };
      const refused = await scene.owner.v2.POST('/api/v2/projects/{project_id}/tasks', task);
      expect(refusalOf(refused)).to.deep.equal({ status: 409, code: 'project_archived' });
    });
  });

  describe('412', () => {
    it('refuses a version that is no more, and changes nothing', async () => {
      await patch('owner', { name: 'Newer' });
      const refused = await patch('owner', { name: 'Older' }, '"1"');
      expect(refusalOf(refused)).to.deep.equal({ status: 412, code: 'precondition_failed' });
      const params = { path: { project_id: project.id } };
      const { data } = await scene.owner.v2.GET('/api/v2/projects/{project_id}', { params });
      expect(data).to.include({ name: 'Newer', version: 2 });
    });

    it('is not moved by tasks that come into the project', async () => {
      await createTask(scene.owner, project);
      expect((await patch('owner', { name: 'Same' }, '"1"')).response.status).to.equal(200);
    });
  });
  describe('409 installation_managed', () => {
    it('keeps the project of the error log writable, and lets it be renamed', async () => {
      const operator = await createOperator(scene.app);
      const { project_id } = installation;
      const update = (body: ProjectUpdate) =>
        operator.v2.PATCH('/api/v2/projects/{project_id}', { params: { path: { project_id } }, body });
      expect(refusalOf(await update({ archived: true }))).to.deep.equal({ status: 409, code: 'installation_managed' });
      expect(bodyOf(await update({ name: 'Errors' })).name).to.equal('Errors');
    });
  });
});
