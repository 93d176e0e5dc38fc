import { expect } from 'chai';
import { useApp } from '../../support/app.ts';
import { clientsOf, createAccount, createSession } from '../../support/accounts.ts';

const HOUR_MS = 3_600_000;

describe('v2 listMySessions GET /me/sessions', () => {
  const app = useApp();

  describe('200', () => {
    it('lists the live sessions of the user, newest first, and marks the one in use', async () => {
      const account = await createAccount(app);
      const first = await createSession(app, account);
      const second = await createSession(app, account);
      await createSession(app, await createAccount(app));
      const { data, response } = await clientsOf(app, first.token).v2.GET('/api/v2/me/sessions');
      expect(response.status).to.equal(200);
      expect(data?.data.map(({ id, is_current }) => [id, is_current])).to.deep.equal([
        [second.session_id, false],
        [first.session_id, true],
      ]);
      expect(data?.page).to.deep.equal({ limit: 50, has_more: false, next_cursor: null });
    });

    it('shows an API key the sessions of its owner, none of them in use', async () => {
      const account = await createAccount(app);
      const { session_id } = await createSession(app, account);
      const { data } = await account.v2.GET('/api/v2/me/sessions');
      expect(data?.data.map(({ id, is_current }) => [id, is_current])).to.deep.equal([[session_id, false]]);
    });

    it('pages by cursor in both orders', async () => {
      const account = await createAccount(app);
      const ids: string[] = [];
      for (let count = 0; count < 5; count++) ids.push((await createSession(app, account)).session_id);
      for (const sort of ['created_at', '-created_at'] as const) {
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const query = { limit: 2, sort, include_total: true, ...(cursor === undefined ? {} : { cursor }) };
          const { data } = await account.v2.GET('/api/v2/me/sessions', { params: { query } });
          expect(data?.page.total).to.equal(5);
          seen.push(...data!.data.map(({ id }) => id));
          cursor = data!.page.next_cursor ?? undefined;
        } while (cursor !== undefined);
        expect(seen).to.deep.equal(sort === 'created_at' ? ids : ids.toReversed());
      }
    });

    it('leaves out expired and idle sessions', async () => {
      const account = await createAccount(app);
      const idle = await createSession(app, account);
      const expired = await createSession(app, account);
      const live = await createSession(app, account);
      const now = app.clock.now().getTime();
      await app.query('UPDATE sessions SET last_active_at = $2 WHERE id = $1', [
        idle.session_id,
        new Date(now - 12 * HOUR_MS - 1),
      ]);
      await app.query('UPDATE sessions SET expires_at = $2 WHERE id = $1', [expired.session_id, new Date(now - 1)]);
      const { data } = await account.v2.GET('/api/v2/me/sessions');
      expect(data?.data.map(({ id }) => id)).to.deep.equal([live.session_id]);
    });
  });

  describe('400', () => {
    it("refuses a cursor of somebody else's order", async () => {
      const account = await createAccount(app);
      await createSession(app, account);
      await createSession(app, account);
      const { data } = await account.v2.GET('/api/v2/me/sessions', { params: { query: { limit: 1 } } });
      const query = { cursor: data!.page.next_cursor!, sort: 'created_at' } as const;
      const { error, response } = await account.v2.GET('/api/v2/me/sessions', { params: { query } });
      expect(response.status).to.equal(400);
      expect(error?.errors?.map(({ parameter, code }) => [parameter, code])).to.deep.equal([
        ['cursor', 'invalid_cursor'],
      ]);
    });
  });
});
