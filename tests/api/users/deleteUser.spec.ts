import { expect } from 'chai';
import type { User } from '../../../generated/v2/types.ts';
import { newId } from '../../../src/platform/ids.ts';
import { clientsOf, createAccount, createMember, createSession, type Account } from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { bodyOf, createComment, createProject, createTask } from '../../support/factories.ts';
import { givePassword, password } from '../../support/passwords.ts';
import { refusalOf } from '../../support/scene.ts';

describe('v2 deleteUser DELETE /users/{user_id}', () => {
  const app = useApp();
  let operator: Account;

  before(async () => {
    operator = await createAccount(app, { is_operator: true });
  });

  function remove(user_id: string, header = {}) {
    return operator.v2.DELETE('/api/v2/users/{user_id}', { params: { path: { user_id }, header } });
  }

  /** Removes a user where that is only the beginning of a test. */
  async function removed(user_id: string): Promise<void> {
    const { response, error } = await remove(user_id);
    expect(response.status, JSON.stringify(error)).to.equal(204);
  }

  /** Whether a text stands anywhere in the tables that tell of people. */
  async function tracesOf(text: string): Promise<string[]> {
    const tables = ['users', 'sessions', 'api_keys', 'events', 'audit_log', 'account_mails', 'invitations'];
    const found = await Promise.all(
      tables.map(async (table) => {
        const rows = await app.query(`SELECT 1 FROM ${table} AS t WHERE position($1 IN t::text) > 0 LIMIT 1`, [text]);
        return rows.length === 0 ? [] : [table];
      }),
    );
    return found.flat();
  }

  describe('204', () => {
    it('ends every credential at once, and the user is gone', async () => {
      const owner = await createAccount(app);
      const member = await createMember(app, owner);
      await givePassword(app, member);
      const session = await createSession(app, member);
      expect((await remove(member.user_id)).response.status).to.equal(204);
      for (const { v2 } of [member, clientsOf(app, session.token)]) {
        expect((await v2.GET('/api/v2/me')).response.status).to.equal(401);
      }
      const body = { email: member.email, password };
      expect((await app.v2.POST('/api/v2/auth/login', { body })).response.status).to.equal(401);
      expect((await remove(member.user_id)).response.status).to.equal(404);
    });

    it('keeps history readable, by a deleted user', async () => {
      const owner = await createAccount(app);
      const member = await createMember(app, owner);
      const project = await createProject(owner);
      const task = await createTask(member, project, { assignee_id: member.user_id });
      const comment = await createComment(member, task, 'Written by somebody who has left.');
      await removed(member.user_id);

      const params = { path: { task_id: task.id } };
      const after = bodyOf(await owner.v2.GET('/api/v2/tasks/{task_id}', { params }));
      expect(after).to.include({ title: task.title, created_by_id: null, assignee_id: null, version: 2 });
      const history = bodyOf(await owner.v2.GET('/api/v2/tasks/{task_id}/history', { params }));
      expect(history.data.map(({ version }) => version).sort()).to.deep.equal([1, 2]);
      expect(history.data.find(({ version }) => version === 1)?.actor_id).to.equal(null);
      const [kept] = bodyOf(await owner.v2.GET('/api/v2/tasks/{task_id}/comments', { params })).data;
      expect(kept).to.include({ id: comment.id, body: comment.body, author_id: null });
    });

    it('takes name and address out of everything that is kept', async () => {
      const owner = await createAccount(app);
      const member = await createMember(app, owner);
      const mark = `Zenobia-${crypto.randomUUID()}`;
      const path = { user_id: member.user_id };
      await operator.v2.PATCH('/api/v2/users/{user_id}', { params: { path }, body: { name: mark } });
      // Leaves both in an event.
      await operator.v2.PATCH('/api/v2/users/{user_id}', { params: { path }, body: { deactivated: true } });
      expect(await tracesOf(mark)).to.include.members(['users', 'events']);
      await removed(member.user_id);
      expect(await tracesOf(mark)).to.deep.equal([]);
      expect(await tracesOf(member.email)).to.deep.equal([]);
      const events = await app.query(
        `SELECT type, data->>'name' AS name FROM events
          WHERE subject IN ($1, $2) AND type <> 'user.deactivated' ORDER BY type`,
        [`user/${member.user_id}`, `member/${member.user_id}`],
      );
      expect(events).to.deep.equal([
        { type: 'member.removed', name: 'deleted user' },
        { type: 'user.deleted', name: 'deleted user' },
      ]);
    });

    it('frees the address', async () => {
      const member = await createMember(app, await createAccount(app));
      await removed(member.user_id);
      const body = { email: member.email, name: 'Somebody else' };
      expect((await operator.v2.POST('/api/v2/users', { body })).response.status).to.equal(201);
    });

    it('deletes what nobody else belongs to, and nothing of others', async () => {
      const lone = await createAccount(app);
      const other = await createAccount(app);
      expect((await remove(lone.user_id)).response.status).to.equal(204);
      const left = await app.query('SELECT id FROM organizations WHERE id = ANY ($1) AND deleted_at IS NULL', [
        [lone.organization_id, other.organization_id],
      ]);
      expect(left).to.deep.equal([{ id: other.organization_id }]);
      expect((await other.v2.GET('/api/v2/me')).response.status).to.equal(200);
    });

    it('tells of somebody who is nothing more: no operator, not verified, without a home', async () => {
      const { user_id } = await createAccount(app, { is_operator: true });
      const before = bodyOf(await operator.v2.GET('/api/v2/users/{user_id}', { params: { path: { user_id } } }));
      await removed(user_id);
      const events = await app.query<{ data: User }>(
        "SELECT data FROM events WHERE type = 'user.deleted' AND subject = $1",
        [`user/${user_id}`],
      );
      const { updated_at, ...told } = events[0]!.data;
      expect(updated_at).not.to.equal(before.updated_at);
      expect({ ...told, updated_at: before.updated_at }).to.deep.equal({
        ...before,
        name: 'deleted user',
        email: 'deleted-user@architect.invalid',
        is_operator: false,
        email_verified_at: null,
        home_organization_id: null,
        // It left its organization, and then was deleted.
        version: before.version + 2,
      });
    });

    it('takes every open task off them, however many those are', async () => {
      const owner = await createAccount(app);
      const member = await createMember(app, owner);
      const task = await createTask(owner, await createProject(owner), { assignee_id: member.user_id });
      await app.query(
        `INSERT INTO tasks (id, organization_id, project_id, number, key, title, type, status, priority, assignee_id,
                            created_at, updated_at)
         SELECT gen_random_uuid(), organization_id, project_id, n, 'MANY-' || n, title, type, status, priority, assignee_id,
                created_at, updated_at
           FROM tasks, generate_series(2, 120) AS n WHERE id = $1`,
        [task.id],
      );
      await removed(member.user_id);
      const left = 'SELECT count(*)::integer AS count FROM tasks WHERE project_id = $1 AND assignee_id IS NOT NULL';
      expect(await app.query(left, [task.project_id])).to.deep.equal([{ count: 0 }]);
      const told = "SELECT count(*)::integer AS count FROM events WHERE project_id = $1 AND type = 'task.updated'";
      expect(await app.query(told, [task.project_id])).to.deep.equal([{ count: 120 }]);
    });

    it('records the end of each session and each key', async () => {
      const { user_id, organization_id, api_key_id, ...account } = await createAccount(app);
      const { session_id } = await createSession(app, { ...account, user_id, organization_id });
      await removed(user_id);
      const events = await app.query(
        'SELECT type, user_id, organization_id FROM events WHERE subject = ANY ($1) ORDER BY subject',
        [[`api_key/${api_key_id}`, `session/${session_id}`]],
      );
      expect(events).to.deep.equal(
        ['api_key.deleted', 'session.revoked'].map((type) => ({ type, user_id: operator.user_id, organization_id })),
      );
    });

    it('records the actor in the chain of the installation', async () => {
      const member = await createMember(app, await createAccount(app));
      await removed(member.user_id);
      const audit = await app.query(
        `SELECT action, actor_id, organization_id, before->>'email' AS email FROM audit_log
          WHERE resource_type = 'user' AND resource_id = $1`,
        [member.user_id],
      );
      expect(audit).to.deep.equal([
        { action: 'user.delete', actor_id: operator.user_id, organization_id: null, email: '[masked]' },
      ]);
    });
  });

  describe('409', () => {
    it('returns last_owner where others would be left without an owner, and changes nothing', async () => {
      const owner = await createAccount(app);
      await createMember(app, owner, 'admin');
      expect(refusalOf(await remove(owner.user_id))).to.deep.equal({ status: 409, code: 'last_owner' });
      expect((await owner.v2.GET('/api/v2/me')).response.status).to.equal(200);
    });
  });

  describe('412', () => {
    it('does not change a user in another version', async () => {
      const member = await createMember(app, await createAccount(app));
      const result = await remove(member.user_id, { 'If-Match': '"7"' });
      expect(refusalOf(result)).to.deep.equal({ status: 412, code: 'precondition_failed' });
      expect((await member.v2.GET('/api/v2/me')).response.status).to.equal(200);
    });
  });

  describe('404', () => {
    it('returns for an id that nobody has', async () => {
      expect(refusalOf(await remove(newId()))).to.deep.equal({ status: 404, code: 'not_found' });
    });
  });

  describe('403', () => {
    it('lets no owner of an organization delete its people', async () => {
      const owner = await createAccount(app);
      const member = await createMember(app, owner);
      const params = { path: { user_id: member.user_id } };
      const result = await owner.v2.DELETE('/api/v2/users/{user_id}', { params });
      expect(refusalOf(result)).to.deep.equal({ status: 403, code: 'forbidden' });
      expect((await member.v2.GET('/api/v2/me')).response.status).to.equal(200);
    });
  });
});
