import { expect } from 'chai';
import { clientsOf, createAccount, createMember, createSession, type Account } from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { bodyOf, createProject, createTask } from '../../support/factories.ts';
import { givePassword, password } from '../../support/passwords.ts';
import { refusalOf } from '../../support/scene.ts';
import { turnOn } from '../../support/second-factor.ts';

describe('v2 deleteMe DELETE /me', () => {
  // One of its own: it moves the clock.
  const app = useApp({});
  afterEach(() => app.clock.reset());

  async function deleteMe(account: Account, header = {}) {
    const { token } = await createSession(app, account);
    return clientsOf(app, token).v2.DELETE('/api/v2/me', { params: { header } });
  }

  describe('204', () => {
    it('ends every credential at once; the address can register again', async () => {
      const member = await createMember(app, await createAccount(app));
      await givePassword(app, member);
      const other = await createSession(app, member);
      expect((await deleteMe(member)).response.status).to.equal(204);
      for (const { v2 } of [member, clientsOf(app, other.token)]) {
        expect((await v2.GET('/api/v2/me')).response.status).to.equal(401);
      }
      const { email } = member;
      expect((await app.v2.POST('/api/v2/auth/login', { body: { email, password } })).response.status).to.equal(401);
      await app.v2.POST('/api/v2/auth/register', { body: { email, name: 'Somebody else', password } });
      expect((await app.mail.next(email)).subject).to.equal('Verify your address for Architect');
    });

    it("keeps the user's work readable, without its author", async () => {
      const owner = await createAccount(app);
      const member = await createMember(app, owner);
      const task = await createTask(member, await createProject(owner), { assignee_id: member.user_id });
      await deleteMe(member);
      const params = { path: { task_id: task.id } };
      const after = bodyOf(await owner.v2.GET('/api/v2/tasks/{task_id}', { params }));
      expect(after).to.include({ title: task.title, created_by_id: null, assignee_id: null });
    });

    it("deletes second factor, former passwords and the user's own organizations", async () => {
      const lone = await createAccount(app);
      const { proven } = await turnOn(app, lone);
      expect((await clientsOf(app, proven).v2.DELETE('/api/v2/me')).response.status).to.equal(204);
      const left = await app.query(
        `SELECT 1 FROM users WHERE id = $1 UNION ALL SELECT 1 FROM totp_factors WHERE user_id = $1
         UNION ALL SELECT 1 FROM recovery_codes WHERE user_id = $1
         UNION ALL SELECT 1 FROM organizations WHERE id = $2 AND deleted_at IS NULL`,
        [lone.user_id, lone.organization_id],
      );
      expect(left).to.deep.equal([]);
    });

    it('deletes the account of a user without an organization', async () => {
      const account = await createAccount(app);
      const { token } = await createSession(app, account);
      await app.query('DELETE FROM organizations WHERE id = $1', [account.organization_id]);
      expect((await clientsOf(app, token).v2.DELETE('/api/v2/me')).response.status).to.equal(204);
    });

    it('records that it was the user', async () => {
      const member = await createMember(app, await createAccount(app));
      await deleteMe(member);
      const audit = await app.query(
        "SELECT action, actor_id FROM audit_log WHERE resource_type = 'user' AND resource_id = $1",
        [member.user_id],
      );
      expect(audit).to.deep.equal([{ action: 'user.delete', actor_id: member.user_id }]);
    });
  });

  describe('409 last_owner', () => {
    it('returns where others would be left without an owner, and changes nothing', async () => {
      const owner = await createAccount(app);
      await createMember(app, owner, 'admin');
      expect(refusalOf(await deleteMe(owner))).to.deep.equal({ status: 409, code: 'last_owner' });
      expect((await owner.v2.GET('/api/v2/me')).response.status).to.equal(200);
    });
  });

  describe('412', () => {
    it('does not change an account in another version', async () => {
      const account = await createAccount(app);
      const refused = await deleteMe(account, { 'If-Match': '"7"' });
      expect(refusalOf(refused)).to.deep.equal({ status: 412, code: 'precondition_failed' });
    });
  });

  describe('403', () => {
    it('returns fresh_session_required to a session of long ago, session_required to a key', async () => {
      const account = await createAccount(app);
      const { token } = await createSession(app, account);
      app.clock.advance(16 * 60_000);
      const { v2 } = clientsOf(app, token);
      expect(refusalOf(await v2.DELETE('/api/v2/me'))).to.deep.equal({ status: 403, code: 'fresh_session_required' });
      expect(refusalOf(await account.v2.DELETE('/api/v2/me'))).to.deep.equal({ status: 403, code: 'session_required' });
      expect((await account.v2.GET('/api/v2/me')).response.status).to.equal(200);
    });
  });
});
