import { expect } from 'chai';
import { useApp } from '../../support/app.ts';
import { createAccount, type Account } from '../../support/accounts.ts';

describe('v2 listMembers GET /organizations/{organization_id}/members', () => {
  const app = useApp();

  function list({ v2 }: Pick<Account, 'v2'>, id: string, query = {}) {
    const params = { path: { organization_id: id }, query };
    return v2.GET('/api/v2/organizations/{organization_id}/members', { params });
  }

  async function createTeam() {
    const owner = await createAccount(app, { name: 'Cleo' });
    const { organization_id } = owner;
    const admin = await createAccount(app, { organization_id, role: 'admin', name: 'Ada' });
    const viewer = await createAccount(app, { organization_id, role: 'viewer', name: 'Bruno' });
    return { owner, admin, viewer, organization_id };
  }

  describe('200', () => {
    it('lists everybody by name, with address and role, to every member', async () => {
      const { owner, admin, viewer, organization_id } = await createTeam();
      await createAccount(app);
      const { data, response } = await list(viewer, organization_id);
      expect(response.status).to.equal(200);
      expect(data?.data.map(({ user_id, name, email, role }) => [user_id, name, email, role])).to.deep.equal([
        [admin.user_id, 'Ada', admin.email, 'admin'],
        [viewer.user_id, 'Bruno', viewer.email, 'viewer'],
        [owner.user_id, 'Cleo', owner.email, 'owner'],
      ]);
    });

    it('filters by roles', async () => {
      const { owner, organization_id } = await createTeam();
      const { data } = await list(owner, organization_id, { role: ['owner', 'viewer'] });
      expect(data?.data.map(({ name }) => name)).to.deep.equal(['Bruno', 'Cleo']);
    });

    it('pages by cursor in every order', async () => {
      const { owner, organization_id } = await createTeam();
      const orders = {
        name: ['Ada', 'Bruno', 'Cleo'],
        '-name': ['Cleo', 'Bruno', 'Ada'],
        created_at: ['Cleo', 'Ada', 'Bruno'],
        '-created_at': ['Bruno', 'Ada', 'Cleo'],
      };
      for (const [sort, expected] of Object.entries(orders)) {
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const query = { limit: 1, sort, include_total: true, ...(cursor !== undefined && { cursor }) };
          const { data } = await list(owner, organization_id, query);
          expect(data?.page.total).to.equal(3);
          seen.push(...data!.data.map(({ name }) => name));
          cursor = data!.page.next_cursor ?? undefined;
        } while (cursor !== undefined);
        expect(seen, sort).to.deep.equal(expected);
      }
    });
  });

  describe('404', () => {
    it('shows nobody the members of a foreign organization', async () => {
      const { organization_id } = await createTeam();
      const { error, response } = await list(await createAccount(app), organization_id);
      expect([response.status, error?.code]).to.deep.equal([404, 'not_found']);
    });
  });
});
