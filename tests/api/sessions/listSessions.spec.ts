import { expect } from 'chai';
import { clientsOf, createAccount, createSession, type Account } from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { bodyOf } from '../../support/factories.ts';

describe('v2 listSessions GET /sessions', () => {
  const app = useApp();
  let operator: Account;

  before(async () => {
    operator = await createAccount(app, { is_operator: true });
  });

  async function list(query: Record<string, unknown>) {
    return bodyOf(await operator.v2.GET('/api/v2/sessions', { params: { query } }));
  }

  describe('200', () => {
    it("shows anybody's live sessions, newest first, and none that are over", async () => {
      const account = await createAccount(app);
      const made = [await createSession(app, account), await createSession(app, account)];
      const over = await createSession(app, account);
      await app.query('UPDATE sessions SET expires_at = created_at WHERE id = $1', [over.session_id]);
      const { data } = await list({ user_id: account.user_id });
      expect(data.map(({ id }) => id)).to.deep.equal(made.map(({ session_id }) => session_id).reverse());
      expect(data[0]).to.include({ user_id: account.user_id, organization_id: account.organization_id });
      expect(data[0]).to.not.have.any.keys('token', 'token_hash');
    });

    it('filters by organization and address', async () => {
      const account = await createAccount(app);
      const { session_id } = await createSession(app, account);
      const other = await createSession(app, account);
      await app.query(`UPDATE sessions SET address = '2001:db8::17' WHERE id = $1`, [session_id]);
      const { organization_id } = account;
      const ids = async (query: object): Promise<string[]> => (await list({ ...query })).data.map(({ id }) => id);
      expect(await ids({ organization_id })).to.deep.equal([other.session_id, session_id]);
      expect(await ids({ organization_id, address: '2001:db8::17' })).to.deep.equal([session_id]);
    });

    it('sorts by last activity, and pages', async () => {
      const account = await createAccount(app);
      const [first, second] = [await createSession(app, account), await createSession(app, account)];
      await app.query('UPDATE sessions SET last_active_at = created_at + $2::interval WHERE id = $1', [
        first.session_id,
        '1 hour',
      ]);
      const query = { user_id: account.user_id, sort: '-last_active_at', limit: 1, include_total: true };
      const page = await list(query);
      expect(page.page.total).to.equal(2);
      const rest = await list({ ...query, cursor: page.page.next_cursor });
      expect([...page.data, ...rest.data].map(({ id }) => id)).to.deep.equal([first.session_id, second.session_id]);
    });

    it('says which one is that of the request', async () => {
      const session = await createSession(app, operator);
      const { v2 } = clientsOf(app, session.token);
      const params = { query: { user_id: operator.user_id } };
      const { data } = bodyOf(await v2.GET('/api/v2/sessions', { params }));
      expect(data.filter(({ is_current }) => is_current).map(({ id }) => id)).to.deep.equal([session.session_id]);
    });
  });
});
