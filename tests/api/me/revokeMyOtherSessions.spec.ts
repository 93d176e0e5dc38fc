import { expect } from 'chai';
import { clientsOf, createAccount, createMember, createSession } from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { refusalOf } from '../../support/scene.ts';
import { tracesOf } from '../../support/traces.ts';

describe('v2 revokeMyOtherSessions DELETE /me/sessions', () => {
  const app = useApp();

  async function statusOf({ token }: { readonly token: string }): Promise<number> {
    return (await clientsOf(app, token).v2.GET('/api/v2/me')).response.status;
  }

  describe('204', () => {
    it("ends the user's other sessions at once, and nothing else", async () => {
      const account = await createAccount(app);
      const mine = await createSession(app, account);
      const others = [await createSession(app, account), await createSession(app, account)];
      const colleague = await createSession(app, await createMember(app, account));
      const { response } = await clientsOf(app, mine.token).v2.DELETE('/api/v2/me/sessions');
      expect(response.status).to.equal(204);
      expect(await Promise.all(others.map(statusOf))).to.deep.equal([401, 401]);
      expect(await Promise.all([mine, colleague, account].map(statusOf))).to.deep.equal([200, 200, 200]);
    });

    it('records each end', async () => {
      const account = await createAccount(app);
      const mine = await createSession(app, account);
      const others = [await createSession(app, account), await createSession(app, account)];
      await clientsOf(app, mine.token).v2.DELETE('/api/v2/me/sessions');
      for (const { session_id } of others) {
        const { audit, events } = await tracesOf(app, 'session', session_id);
        expect(audit.map(({ action, actor_id }) => [action, actor_id])).to.deep.equal([
          ['session.revoke', account.user_id],
        ]);
        expect(events.map(({ type }) => type)).to.deep.equal(['session.revoked']);
      }
    });
  });

  describe('403 session_required', () => {
    it('lets no API key end the sessions of its owner', async () => {
      const account = await createAccount(app);
      const session = await createSession(app, account);
      const refused = await account.v2.DELETE('/api/v2/me/sessions');
      expect(refusalOf(refused)).to.deep.equal({ status: 403, code: 'session_required' });
      expect(await statusOf(session)).to.equal(200);
    });
  });
});
