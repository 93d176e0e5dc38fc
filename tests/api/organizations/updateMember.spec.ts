import { expect } from 'chai';
import { createAccount, createMember, type Account, type OrganizationRole } from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { eventually } from '../../support/eventually.ts';
import { bodyOf, createProject, createTask } from '../../support/factories.ts';
import { createOperator } from '../../support/installation.ts';
import { refusalOf } from '../../support/scene.ts';
import { audited, tracesOf } from '../../support/traces.ts';

const url = '/api/v2/organizations/{organization_id}/members/{user_id}';

describe('v2 updateMember PATCH /organizations/{organization_id}/members/{user_id}', () => {
  const app = useApp();
  const give = (by: Account, to: Pick<Account, 'user_id'>, role: OrganizationRole, tag?: string) =>
    by.v2.PATCH(url, {
      params: {
        path: { organization_id: by.organization_id, user_id: to.user_id },
        ...(tag === undefined ? {} : { header: { 'If-Match': tag } }),
      },
      body: { role },
    });
  const forbidden = { status: 403, code: 'forbidden' };

  describe('200', () => {
    it('lets an administrator promote a member, whose key may more at once', async () => {
      const owner = await createAccount(app);
      const [admin, viewer] = [await createMember(app, owner, 'admin'), await createMember(app, owner, 'viewer')];
      const create = () => viewer.v2.POST('/api/v2/projects', { body: { key: 'NEW', name: 'New' } });
      expect(refusalOf(await create())).to.deep.equal(forbidden);
      expect(bodyOf(await give(admin, viewer, 'member', '"1"'))).to.include({ role: 'member', version: 2 });
      expect((await create()).response.status).to.equal(201);
    });

    it('records what the role was and is', async () => {
      const owner = await createAccount(app);
      const member = await createMember(app, owner);
      const params = { path: { organization_id: owner.organization_id, user_id: member.user_id } };
      const before = bodyOf(await owner.v2.GET(url, { params }));
      const after = bodyOf(await give(owner, member, 'viewer'));
      const { audit, events } = await tracesOf(app, 'member', member.user_id);
      expect(audit).to.deep.equal([
        { action: 'member.update', actor_id: owner.user_id, before: audited(before), after: audited(after) },
      ]);
      expect(events).to.deep.equal([{ type: 'member.updated', data: { ...after, project_id: null } }]);
    });

    it('takes who is no administrator any more off open tasks in projects that they do not see then', async () => {
      const owner = await createAccount(app);
      const admin = await createMember(app, owner, 'admin');
      const hidden = await createProject(owner, { visibility: 'private' });
      const { id: task_id } = await createTask(owner, hidden, { assignee_id: admin.user_id });
      await give(owner, admin, 'member');
      const get = async () => bodyOf(await owner.v2.GET('/api/v2/tasks/{task_id}', { params: { path: { task_id } } }));
      await eventually(async () => expect((await get()).assignee_id).to.equal(null));
    });

    it('leaves a member who has the role already as they are', async () => {
      const owner = await createAccount(app);
      const member = await createMember(app, owner);
      expect(bodyOf(await give(owner, member, 'member'))).to.include({ version: 1 });
      expect((await tracesOf(app, 'member', member.user_id)).audit).to.deep.equal([]);
    });

    it('lets an owner name another, and step back then', async () => {
      const owner = await createAccount(app);
      const member = await createMember(app, owner);
      expect(bodyOf(await give(owner, member, 'owner')).role).to.equal('owner');
      expect(bodyOf(await give(owner, owner, 'viewer')).role).to.equal('viewer');
    });
  });

  describe('403', () => {
    it('keeps owners the matter of owners', async () => {
      const owner = await createAccount(app);
      const [admin, member] = [await createMember(app, owner, 'admin'), await createMember(app, owner)];
      expect(refusalOf(await give(admin, member, 'owner'))).to.deep.equal(forbidden);
      expect(refusalOf(await give(admin, admin, 'owner'))).to.deep.equal(forbidden);
      expect(refusalOf(await give(admin, owner, 'member'))).to.deep.equal(forbidden);
    });

    it('refuses those below an administrator, also about themselves', async () => {
      const owner = await createAccount(app);
      const member = await createMember(app, owner);
      expect(refusalOf(await give(member, member, 'viewer'))).to.deep.equal(forbidden);
    });
  });

  describe('404', () => {
    it('knows nobody of another organization', async () => {
      const [owner, stranger] = [await createAccount(app), await createAccount(app)];
      expect(refusalOf(await give(owner, stranger, 'viewer'))).to.deep.equal({ status: 404, code: 'not_found' });
    });
  });

  describe('409 last_owner', () => {
    it('keeps the last owner one', async () => {
      const owner = await createAccount(app);
      await createMember(app, owner, 'admin');
      expect(refusalOf(await give(owner, owner, 'admin'))).to.deep.equal({ status: 409, code: 'last_owner' });
    });

    it('leaves one owner where all step back at the same time', async () => {
      const first = await createAccount(app);
      const owners = [first, ...(await Promise.all([1, 2, 3].map(() => createMember(app, first, 'owner'))))];
      const responses = await Promise.all(owners.map((owner) => give(owner, owner, 'member')));
      expect(responses.map(({ response }) => response.status).sort()).to.deep.equal([200, 200, 200, 409]);
      expect(await ownersOf(first)).to.equal(1);
    });

    it('leaves one owner where two demote each other at the same time', async () => {
      const first = await createAccount(app);
      const second = await createMember(app, first, 'owner');
      const responses = await Promise.all([give(first, second, 'member'), give(second, first, 'member')]);
      expect(responses.map(({ response }) => response.status).sort()).to.deep.equal([200, 403]);
      expect(await ownersOf(first)).to.equal(1);
    });
  });

  describe('412', () => {
    it('does not overwrite what somebody else has changed', async () => {
      const owner = await createAccount(app);
      const member = await createMember(app, owner);
      await give(owner, member, 'viewer');
      const refusal = refusalOf(await give(owner, member, 'admin', '"1"'));
      expect(refusal).to.deep.equal({ status: 412, code: 'precondition_failed' });
    });
  });

  async function ownersOf({ organization_id }: Account): Promise<number> {
    const rows = await app.query(`SELECT FROM organization_members WHERE organization_id = $1 AND role = 'owner'`, [
      organization_id,
    ]);
    return rows.length;
  }
  describe('409 installation_managed', () => {
    it('keeps operators admins of the installation', async () => {
      const operator = await createOperator(app);
      const { organization_id, user_id } = await createOperator(app);
      const params = { path: { organization_id, user_id } };
      const refused = await operator.v2.PATCH('/api/v2/organizations/{organization_id}/members/{user_id}', {
        params,
        body: { role: 'viewer' },
      });
      expect(refusalOf(refused)).to.deep.equal({ status: 409, code: 'installation_managed' });
    });
  });
});
