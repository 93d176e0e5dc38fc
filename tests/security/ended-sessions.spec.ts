import { expect } from 'chai';
import { clientsOf, createAccount, createSession, type Account, type BrowserSession } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { bodyOf } from '../support/factories.ts';
import { refusalOf } from '../support/scene.ts';
import { tracesOf } from '../support/traces.ts';

// A session is over when its time is up, and when it was idle for too long; the sweep removes it later. Until then
// nothing may tell it from one that is not there, by whichever operation.

const ways = {
  'whose time is up': 'UPDATE sessions SET expires_at = last_active_at WHERE id = $1',
  'that was idle': "UPDATE sessions SET last_active_at = last_active_at - interval '12 hours' WHERE id = $1",
};

for (const [way, end] of Object.entries(ways)) {
  describe(`v1 and v2, a session ${way}`, () => {
    const app = useApp();
    let operator: Account;
    let account: Account;
    let live: BrowserSession;
    let over: BrowserSession;

    before(async () => {
      operator = await createAccount(app, { is_operator: true });
      account = await createAccount(app);
      live = await createSession(app, account);
      over = await createSession(app, account);
      await app.query(end, [over.session_id]);
    });

    const missing = { status: 404, code: 'not_found' };
    const params = () => ({ params: { path: { session_id: over.session_id } } });
    const refused: Readonly<Record<string, () => Promise<{ response: Response; error?: unknown }>>> = {
      'v2 getSession': () => operator.v2.GET('/api/v2/sessions/{session_id}', params()),
      'v2 revokeSession': () => operator.v2.DELETE('/api/v2/sessions/{session_id}', params()),
      'v1 getSession': () => operator.v1.GET('/api/v1/sessions/{session_id}', params()),
      'v1 deleteSession': () => operator.v1.DELETE('/api/v1/sessions/{session_id}', params()),
      'v2 revokeMySession': () => clientsOf(app, live.token).v2.DELETE('/api/v2/me/sessions/{session_id}', params()),
    };
    for (const [operation, call] of Object.entries(refused)) {
      it(`is absent for ${operation}`, async () => {
        expect(refusalOf(await call())).to.deep.equal(missing);
      });
    }

    it('opens nothing, and is not begun anew', async () => {
      const { v2 } = clientsOf(app, over.token);
      expect((await v2.GET('/api/v2/me')).response.status).to.equal(401);
      expect((await v2.POST('/api/v2/auth/rotation')).response.status).to.equal(401);
    });

    it('is in no list and no count', async () => {
      const query = { user_id: account.user_id };
      const listed = bodyOf(await operator.v2.GET('/api/v2/sessions', { params: { query } })).data;
      expect(listed.map(({ id }) => id)).to.deep.equal([live.session_id]);
      const mine = bodyOf(await clientsOf(app, live.token).v2.GET('/api/v2/me/sessions')).data;
      expect(mine.map(({ id }) => id)).to.deep.equal([live.session_id]);
      const { organization_id } = account;
      const stats = bodyOf(await operator.v2.GET('/api/v2/sessions/stats', { params: { query: { organization_id } } }));
      expect(stats.active).to.equal(1);
    });

    it('has no end that is told when the others are ended', async () => {
      const next = await createSession(app, account);
      expect((await clientsOf(app, next.token).v2.DELETE('/api/v2/me/sessions')).response.status).to.equal(204);
      const told = async ({ session_id }: BrowserSession) =>
        (await tracesOf(app, 'session', session_id)).events.map(({ type }) => type);
      expect(await told(live)).to.deep.equal(['session.revoked']);
      expect(await told(over)).to.deep.equal([]);
    });
  });
}
