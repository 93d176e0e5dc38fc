import { expect } from 'chai';
import { createAccount, createMember, createSession, clientsOf, type Account } from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { bodyOf, createProject, createTask } from '../../support/factories.ts';
import { createInvitation } from '../../support/invitations.ts';
import { refusalOf } from '../../support/scene.ts';
import { tracesOf } from '../../support/traces.ts';

const url = '/api/v2/organizations/{organization_id}';

// That everything of it goes, and nothing else, is shown in tests/system/organization-deletion.spec.ts.
describe('v2 deleteOrganization DELETE /organizations/{organization_id}', () => {
  const app = useApp();
  const remove = ({ v2 }: Pick<Account, 'v2'>, id: string, tag?: string) =>
    v2.DELETE(url, {
      params: { path: { organization_id: id }, ...(tag === undefined ? {} : { header: { 'If-Match': tag } }) },
    });
  const missing = { status: 404, code: 'not_found' };

  describe('204', () => {
    it('is gone at once for everybody: keys open nothing, and sessions find nothing', async () => {
      const owner = await createAccount(app);
      const member = await createMember(app, owner);
      const task = await createTask(owner, await createProject(owner));
      const { v2 } = clientsOf(app, (await createSession(app, member)).token);
      expect((await remove(owner, owner.organization_id, '"1"')).response.status).to.equal(204);
      for (const account of [owner, member]) {
        const result = await account.v2.GET('/api/v2/projects');
        expect(refusalOf(result)).to.deep.equal({ status: 401, code: 'unauthenticated' });
      }
      const params = { path: { organization_id: owner.organization_id } };
      expect(refusalOf(await v2.GET(url, { params }))).to.deep.equal(missing);
      expect(refusalOf(await v2.GET(`${url}/members`, { params }))).to.deep.equal(missing);
      expect(
        refusalOf(await v2.GET('/api/v2/tasks/{task_id}', { params: { path: { task_id: task.id } } })),
      ).to.deep.equal(missing);
      expect(refusalOf(await remove({ v2 }, owner.organization_id))).to.deep.equal(missing);
      expect(bodyOf(await v2.GET('/api/v2/organizations')).data).to.deep.equal([]);
    });

    it('lets homes and sessions fall back to the organization that was joined first', async () => {
      const owner = await createAccount(app);
      const session = await createSession(app, owner);
      const { v2 } = clientsOf(app, session.token);
      const second = bodyOf(await v2.POST('/api/v2/organizations', { body: { name: 'Second' } }));
      await v2.POST('/api/v2/organizations', { body: { name: 'Third' } });
      await remove({ v2 }, owner.organization_id);
      expect(bodyOf(await v2.GET('/api/v2/me')).home_organization_id).to.equal(second.id);
      const [row] = await app.query('SELECT organization_id FROM sessions WHERE id = $1', [session.session_id]);
      expect(row).to.deep.equal({ organization_id: second.id });
      expect((await v2.GET('/api/v2/projects')).response.status).to.equal(200);
    });

    // The server reads again what it keeps of them, and fails the request if it is out of date.
    it('is seen in what an operator has read of its members', async () => {
      const operator = await createAccount(app, { is_operator: true });
      const owner = await createAccount(app);
      const member = await createMember(app, owner);
      const params = { path: { user_id: member.user_id } };
      await clientsOf(app, (await createSession(app, member)).token).v2.POST('/api/v2/organizations', {
        body: { name: 'Second' },
      });
      const read = async () => ({
        v1: bodyOf(await operator.v1.GET('/api/v1/users/{user_id}', { params })),
        v2: bodyOf(await operator.v2.GET('/api/v2/users/{user_id}', { params })),
      });
      const before = await read();
      await remove(owner, owner.organization_id);
      const after = await read();
      expect(after.v2.home_organization_id).not.to.equal(before.v2.home_organization_id);
      expect(after.v1.updated_at).to.equal(after.v2.updated_at);
    });

    it('stays on record in the chain of the installation, and is told to subscribers', async () => {
      const owner = await createAccount(app);
      const params = { path: { organization_id: owner.organization_id } };
      const before = bodyOf(await owner.v2.GET(url, { params }));
      await remove(owner, owner.organization_id);
      const { audit, events } = await tracesOf(app, 'organization', owner.organization_id);
      const actor_id = owner.user_id;
      expect(audit).to.deep.equal([{ action: 'organization.delete', actor_id, before, after: null }]);
      expect(events).to.deep.equal([{ type: 'organization.deleted', data: before }]);
      const rows = await app.query('SELECT organization_id FROM audit_log WHERE resource_id = $1', [before.id]);
      expect(rows).to.deep.equal([{ organization_id: null }]);
    });

    it('frees the slug, and takes its invitations back', async () => {
      const owner = await createAccount(app);
      const invited = await createAccount(app);
      await createInvitation(owner, { email: invited.email });
      const params = { path: { organization_id: owner.organization_id } };
      const { slug } = bodyOf(await owner.v2.GET(url, { params }));
      await remove(owner, owner.organization_id);
      expect(bodyOf(await invited.v2.GET('/api/v2/me/invitations')).data).to.deep.equal([]);
      const { v2 } = clientsOf(app, (await createSession(app, invited)).token);
      expect((await v2.POST('/api/v2/organizations', { body: { name: 'Heir', slug } })).response.status).to.equal(201);
    });

    it('happens once where owners do it at the same time', async () => {
      const first = await createAccount(app);
      const second = await createMember(app, first, 'owner');
      const responses = await Promise.all([first, second].map((owner) => remove(owner, first.organization_id)));
      const statuses = responses.map(({ response }) => response.status);
      expect(statuses.filter((status) => status === 204)).to.have.length(1);
      const { audit } = await tracesOf(app, 'organization', first.organization_id);
      expect(audit.filter(({ action }) => action === 'organization.delete')).to.have.length(1);
    });
  });

  describe('403', () => {
    it('refuses an administrator', async () => {
      const owner = await createAccount(app);
      const admin = await createMember(app, owner, 'admin');
      expect(refusalOf(await remove(admin, owner.organization_id))).to.deep.equal({ status: 403, code: 'forbidden' });
    });
  });

  describe('404', () => {
    it('knows no foreign organization, which stays', async () => {
      const [owner, stranger] = [await createAccount(app), await createAccount(app)];
      expect(refusalOf(await remove(stranger, owner.organization_id))).to.deep.equal(missing);
      expect((await owner.v2.GET('/api/v2/projects')).response.status).to.equal(200);
    });
  });

  describe('412', () => {
    it('keeps an organization that has changed', async () => {
      const owner = await createAccount(app);
      const refusal = refusalOf(await remove(owner, owner.organization_id, '"2"'));
      expect(refusal).to.deep.equal({ status: 412, code: 'precondition_failed' });
      expect((await owner.v2.GET('/api/v2/projects')).response.status).to.equal(200);
    });
  });
});
