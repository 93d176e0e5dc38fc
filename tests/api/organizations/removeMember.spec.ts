import { expect } from 'chai';
import { clientsOf, createAccount, createMember, createSession, type Account } from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { eventually } from '../../support/eventually.ts';
import { bodyOf, createProject, createTask, moveTask } from '../../support/factories.ts';
import { createInvitation } from '../../support/invitations.ts';
import { tokenIn } from '../../support/passwords.ts';
import { createOperator } from '../../support/installation.ts';
import { joinProject, refusalOf } from '../../support/scene.ts';
import { audited, tracesOf } from '../../support/traces.ts';

const url = '/api/v2/organizations/{organization_id}/members/{user_id}';

describe('v2 removeMember DELETE /organizations/{organization_id}/members/{user_id}', () => {
  const app = useApp();
  const remove = (by: Pick<Account, 'v2' | 'organization_id'>, whom: Pick<Account, 'user_id'>, tag?: string) =>
    by.v2.DELETE(url, {
      params: {
        path: { organization_id: by.organization_id, user_id: whom.user_id },
        ...(tag === undefined ? {} : { header: { 'If-Match': tag } }),
      },
    });

  /** Makes the account a member of another organization, too. */
  async function join(
    account: Account,
    { organization_id }: Pick<Account, 'organization_id'>,
    at = app.clock.now(),
  ): Promise<void> {
    await app.query(
      `INSERT INTO organization_members (organization_id, user_id, role, created_at, updated_at)
       VALUES ($1, $2, 'member', $3, $3)`,
      [organization_id, account.user_id, at],
    );
  }

  describe('204', () => {
    it('removes somebody with their roles in projects and their keys', async () => {
      const owner = await createAccount(app);
      const [admin, member] = [await createMember(app, owner, 'admin'), await createMember(app, owner)];
      const project = await createProject(owner, { visibility: 'private' });
      await joinProject(app, project, member);
      expect((await remove(admin, member, '"1"')).response.status).to.equal(204);
      expect((await remove(admin, member)).response.status).to.equal(404);
      expect((await member.v2.GET('/api/v2/projects')).response.status).to.equal(401);
      for (const table of ['api_keys', 'project_members', 'organization_members']) {
        expect(await app.query(`SELECT FROM ${table} WHERE user_id = $1`, [member.user_id]), table).to.have.length(0);
      }
    });

    it('ends their roles in projects for good: they see nothing private if they join again', async () => {
      const owner = await createAccount(app);
      const member = await createMember(app, owner);
      const project = await createProject(owner, { visibility: 'private' });
      const task = await createTask(owner, project);
      await joinProject(app, project, member);
      const { v2 } = clientsOf(app, (await createSession(app, member)).token);
      const params = { path: { task_id: task.id } };
      expect((await v2.GET('/api/v2/tasks/{task_id}', { params })).response.status).to.equal(200);
      await remove(owner, member);
      await createInvitation(owner, { email: member.email });
      const token = tokenIn((await app.mail.next(member.email)).text);
      bodyOf(await v2.POST('/api/v2/invitations/acceptance', { body: { token } }));
      expect((await v2.GET('/api/v2/projects')).response.status).to.equal(200);
      expect((await v2.GET('/api/v2/tasks/{task_id}', { params })).response.status).to.equal(404);
    });

    it('records who was removed, and by whom', async () => {
      const owner = await createAccount(app);
      const member = await createMember(app, owner);
      const params = { path: { organization_id: owner.organization_id, user_id: member.user_id } };
      const before = bodyOf(await owner.v2.GET(url, { params }));
      await remove(owner, member);
      const { audit, events } = await tracesOf(app, 'member', member.user_id);
      expect(audit).to.deep.equal([
        { action: 'member.remove', actor_id: owner.user_id, before: audited(before), after: null },
      ]);
      expect(events).to.deep.equal([{ type: 'member.removed', data: { ...(before as object), project_id: null } }]);
    });

    it('lets everybody leave, and their session fall back to another organization of theirs', async () => {
      const owner = await createAccount(app);
      const viewer = await createMember(app, owner, 'viewer');
      const elsewhere = await createAccount(app);
      await join(viewer, elsewhere);
      const session = await createSession(app, viewer);
      const { v2 } = clientsOf(app, session.token);
      expect((await remove({ v2, organization_id: owner.organization_id }, viewer)).response.status).to.equal(204);
      const me = bodyOf(await v2.GET('/api/v2/me'));
      expect(me).to.include({ home_organization_id: elsewhere.organization_id, version: 2 });
      const { data } = bodyOf(await v2.GET('/api/v2/me/sessions'));
      expect(data.map(({ organization_id }) => organization_id)).to.deep.equal([elsewhere.organization_id]);
      expect((await v2.GET('/api/v2/projects')).response.status).to.equal(200);
    });

    it('makes the organization their home that they joined first, whatever its age', async () => {
      const owner = await createAccount(app);
      const viewer = await createMember(app, owner, 'viewer');
      const [older, younger] = [await createAccount(app), await createAccount(app)];
      await join(viewer, younger, new Date(app.clock.now().getTime() - 3_600_000));
      await join(viewer, older);
      const { v2 } = clientsOf(app, (await createSession(app, viewer)).token);
      await remove(owner, viewer);
      expect(bodyOf(await v2.GET('/api/v2/me')).home_organization_id).to.equal(younger.organization_id);
    });

    it('leaves the home of somebody as it is who has it elsewhere', async () => {
      const owner = await createAccount(app);
      const viewer = await createMember(app, owner, 'viewer');
      for (const elsewhere of [await createAccount(app), await createAccount(app)]) {
        await join(viewer, elsewhere);
        await app.query('UPDATE users SET home_organization_id = $2 WHERE id = $1', [
          viewer.user_id,
          elsewhere.organization_id,
        ]);
      }
      const { v2 } = clientsOf(app, (await createSession(app, viewer)).token);
      const before = bodyOf(await v2.GET('/api/v2/me'));
      await remove(owner, viewer);
      expect(bodyOf(await v2.GET('/api/v2/me'))).to.deep.equal(before);
    });

    it('leaves somebody without an organization their account', async () => {
      const owner = await createAccount(app);
      const member = await createMember(app, owner);
      const { v2 } = clientsOf(app, (await createSession(app, member)).token);
      await remove(owner, member);
      expect(bodyOf(await v2.GET('/api/v2/me')).home_organization_id).to.equal(null);
      expect(refusalOf(await v2.GET('/api/v2/organizations/{organization_id}', orgOf(owner)))).to.deep.equal({
        status: 404,
        code: 'not_found',
      });
      const { data } = await v2.POST('/api/v2/organizations', { body: { name: 'A new start' } });
      expect(data?.name).to.equal('A new start');
    });

    it('takes them off their open tasks, each with an entry of its history, and leaves them on finished ones', async () => {
      const owner = await createAccount(app);
      const member = await createMember(app, owner);
      const project = await createProject(owner);
      const mine = { assignee_id: member.user_id };
      const open = await createTask(owner, project, mine);
      const done = await moveTask(owner, await createTask(owner, project, mine), 'in_progress', 'done');
      const others = await createTask(owner, project, { assignee_id: owner.user_id });
      await remove(owner, member);
      const get = async ({ id }: { readonly id: string }) =>
        bodyOf(await owner.v2.GET('/api/v2/tasks/{task_id}', { params: { path: { task_id: id } } }));
      await eventually(async () => expect((await get(open)).assignee_id).to.equal(null));
      expect(await get(open)).to.include({ version: 2 });
      expect(await get(done)).to.deep.equal(done);
      expect(await get(others)).to.deep.equal(others);
      const params = { path: { task_id: open.id } };
      const { data: history } = bodyOf(await owner.v2.GET('/api/v2/tasks/{task_id}/history', { params }));
      const entry = history.find(({ version }) => version === 2);
      expect(entry).to.include({ action: 'updated', actor_id: owner.user_id });
      expect(entry?.changes).to.deep.equal([{ field: 'assignee_id', from: member.user_id, to: null }]);
      const { audit, events } = await tracesOf(app, 'task', open.id);
      expect(audit.at(-1)).to.include({ action: 'task.update', actor_id: owner.user_id });
      expect(events.at(-1)?.type).to.equal('task.updated');
    });
  });

  describe('403', () => {
    it('lets members remove nobody else, and administrators no owner', async () => {
      const owner = await createAccount(app);
      const [admin, member] = [await createMember(app, owner, 'admin'), await createMember(app, owner)];
      const forbidden = { status: 403, code: 'forbidden' };
      expect(refusalOf(await remove(member, admin))).to.deep.equal(forbidden);
      expect(refusalOf(await remove(admin, owner))).to.deep.equal(forbidden);
    });
  });

  describe('404', () => {
    it('knows nobody of another organization, whose membership stays', async () => {
      const [owner, stranger] = [await createAccount(app), await createAccount(app)];
      expect(refusalOf(await remove(owner, stranger))).to.deep.equal({ status: 404, code: 'not_found' });
      expect((await stranger.v2.GET('/api/v2/projects')).response.status).to.equal(200);
    });
  });

  describe('409 last_owner', () => {
    it('keeps the last owner', async () => {
      const owner = await createAccount(app);
      await createMember(app, owner, 'admin');
      expect(refusalOf(await remove(owner, owner))).to.deep.equal({ status: 409, code: 'last_owner' });
    });

    it('keeps one owner where all leave at the same time', async () => {
      const first = await createAccount(app);
      const owners = [first, ...(await Promise.all([1, 2, 3].map(() => createMember(app, first, 'owner'))))];
      const responses = await Promise.all(owners.map((owner) => remove(owner, owner)));
      expect(responses.map(({ response }) => response.status).sort()).to.deep.equal([204, 204, 204, 409]);
    });
  });

  describe('412', () => {
    it('removes nobody who has changed meanwhile', async () => {
      const owner = await createAccount(app);
      const member = await createMember(app, owner);
      const refusal = refusalOf(await remove(owner, member, '"2"'));
      expect(refusal).to.deep.equal({ status: 412, code: 'precondition_failed' });
    });
  });

  const orgOf = ({ organization_id }: Pick<Account, 'organization_id'>) => ({ params: { path: { organization_id } } });
  describe('409 installation_managed', () => {
    it('lets no operator leave the installation, or be removed from it', async () => {
      const operator = await createOperator(app);
      const other = await createOperator(app);
      for (const who of [operator, other])
        expect(refusalOf(await remove(operator, who))).to.deep.equal({ status: 409, code: 'installation_managed' });
    });
  });
});
