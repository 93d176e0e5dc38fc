import { expect } from 'chai';
import { newId } from '../../../src/platform/ids.ts';
import { useApp } from '../../support/app.ts';
import { clientsOf, createAccount, createMember, createSession } from '../../support/accounts.ts';
import { refusalOf } from '../../support/scene.ts';

describe('v2 revokeMySession DELETE /me/sessions/{session_id}', () => {
  const app = useApp();

  function revoke({ v2 }: ReturnType<typeof clientsOf>, sessionId: string) {
    return v2.DELETE('/api/v2/me/sessions/{session_id}', { params: { path: { session_id: sessionId } } });
  }

  describe('204', () => {
    it('ends another session of the user at once', async () => {
      const account = await createAccount(app);
      const mine = await createSession(app, account);
      const lost = await createSession(app, account);
      const { response } = await revoke(clientsOf(app, mine.token), lost.session_id);
      expect(response.status).to.equal(204);
      expect((await clientsOf(app, lost.token).v2.GET('/api/v2/me')).response.status).to.equal(401);
      expect((await clientsOf(app, mine.token).v2.GET('/api/v2/me')).response.status).to.equal(200);
    });

    it('may end the session of the very request', async () => {
      const { token, session_id } = await createSession(app, await createAccount(app));
      const clients = clientsOf(app, token);
      expect((await revoke(clients, session_id)).response.status).to.equal(204);
      expect((await clients.v2.GET('/api/v2/me')).response.status).to.equal(401);
    });

    it('records the actor who ended it', async () => {
      const account = await createAccount(app);
      const mine = await createSession(app, account);
      const { session_id } = await createSession(app, account);
      await revoke(clientsOf(app, mine.token), session_id);
      const audit = await app.query('SELECT * FROM audit_log WHERE resource_id = $1', [session_id]);
      expect(audit).to.have.length(1);
      expect(audit[0]).to.include({
        action: 'session.revoke',
        actor_id: account.user_id,
        credential_id: mine.session_id,
        organization_id: account.organization_id,
      });
      const events = await app.query('SELECT type FROM events WHERE subject = $1', [`session/${session_id}`]);
      expect(events).to.deep.equal([{ type: 'session.revoked' }]);
    });
  });

  describe('403 session_required', () => {
    it('refuses an API key, whether or not its owner has that session', async () => {
      const account = await createAccount(app);
      const session = await createSession(app, account);
      for (const id of [session.session_id, newId()]) {
        expect(refusalOf(await revoke(account, id))).to.deep.equal({ status: 403, code: 'session_required' });
      }
      expect((await clientsOf(app, session.token).v2.GET('/api/v2/me')).response.status).to.equal(200);
    });
  });

  describe('404', () => {
    it("returns the same for somebody else's session, one that is over, and none at all", async () => {
      const account = await createAccount(app);
      const colleague = await createMember(app, account);
      const foreign = await createSession(app, colleague);
      const over = await createSession(app, account);
      const mine = clientsOf(app, (await createSession(app, account)).token);
      await revoke(mine, over.session_id);
      const bodies = [];
      for (const id of [foreign.session_id, over.session_id, newId()]) {
        const { error, response } = await revoke(mine, id);
        expect([response.status, error?.code]).to.deep.equal([404, 'not_found']);
        bodies.push({ ...error, instance: '', request_id: '' });
      }
      expect(bodies[0]).to.deep.equal(bodies[2]);
      expect(bodies[1]).to.deep.equal(bodies[2]);
      expect((await clientsOf(app, foreign.token).v2.GET('/api/v2/me')).response.status).to.equal(200);
    });
  });
});
