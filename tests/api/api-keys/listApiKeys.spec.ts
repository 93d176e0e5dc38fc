import { expect } from 'chai';
import { useApp } from '../../support/app.ts';
import { createAccount, createKey, createMember } from '../../support/accounts.ts';

describe('v2 listApiKeys GET /api-keys', () => {
  const app = useApp();

  describe('200', () => {
    it("lists a member's own keys, newest first, without secrets", async () => {
      const owner = await createAccount(app);
      const member = await createMember(app, owner);
      const { api_key_id } = await createKey(app, member);
      const { data, response } = await member.v2.GET('/api/v2/api-keys');
      expect(response.status).to.equal(200);
      expect(data?.data.map(({ id }) => id)).to.deep.equal([api_key_id, member.api_key_id]);
      expect(JSON.stringify(data)).to.not.include(member.token.slice(3, -4));
    });

    it("lists everybody's keys of the organization to its admins, and no other organization's", async () => {
      const owner = await createAccount(app);
      const admin = await createMember(app, owner, 'admin');
      const viewer = await createMember(app, owner, 'viewer');
      await createAccount(app);
      const { data } = await admin.v2.GET('/api/v2/api-keys');
      const ids = data!.data.map(({ id }) => id);
      expect(new Set(ids)).to.deep.equal(new Set([owner.api_key_id, admin.api_key_id, viewer.api_key_id]));
    });

    it('filters by owner, and shows a member none of a colleague', async () => {
      const owner = await createAccount(app);
      const member = await createMember(app, owner);
      const params = { query: { user_id: member.user_id } };
      const { data } = await owner.v2.GET('/api/v2/api-keys', { params });
      expect(data?.data.map(({ id }) => id)).to.deep.equal([member.api_key_id]);
      const other = await member.v2.GET('/api/v2/api-keys', { params: { query: { user_id: owner.user_id } } });
      expect(other.data?.data).to.deep.equal([]);
    });

    it('pages by cursor in every order', async () => {
      const owner = await createAccount(app);
      for (const name of ['b', 'a', 'd', 'c']) {
        const { api_key_id } = await createKey(app, owner);
        await app.query('UPDATE api_keys SET name = $2 WHERE id = $1', [api_key_id, name]);
      }
      const orders = {
        name: ['a', 'b', 'c', 'd', 'tests'],
        '-name': ['tests', 'd', 'c', 'b', 'a'],
        created_at: ['tests', 'b', 'a', 'd', 'c'],
        '-created_at': ['c', 'd', 'a', 'b', 'tests'],
      } as const;
      for (const [sort, expected] of Object.entries(orders) as [keyof typeof orders, readonly string[]][]) {
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const query = { limit: 2, sort, include_total: true, ...(cursor === undefined ? {} : { cursor }) };
          const { data } = await owner.v2.GET('/api/v2/api-keys', { params: { query } });
          expect(data?.page.total).to.equal(5);
          seen.push(...data!.data.map(({ name }) => name));
          cursor = data!.page.next_cursor ?? undefined;
        } while (cursor !== undefined);
        expect(seen, sort).to.deep.equal(expected);
      }
    });
  });
});
