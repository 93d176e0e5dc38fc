import { expect } from 'chai';
import { useApp } from '../../support/app.ts';
import { clientsOf, createAccount, createSession, type Account } from '../../support/accounts.ts';

describe('v2 listOrganizations GET /organizations', () => {
  const app = useApp();

  async function createSecond(account: Account, name: string) {
    const { token } = await createSession(app, account);
    const clients = clientsOf(app, token);
    const { data } = await clients.v2.POST('/api/v2/organizations', { body: { name } });
    return { ...clients, organization: data! };
  }

  describe('200', () => {
    it('lists a session all organizations of its user, by name, and no others', async () => {
      const account = await createAccount(app);
      await createAccount(app);
      const { v2, organization } = await createSecond(account, 'Atlas');
      const { data, response } = await v2.GET('/api/v2/organizations');
      expect(response.status).to.equal(200);
      expect(data?.data.map(({ id }) => id)).to.deep.equal([organization.id, account.organization_id]);
    });

    it('lists to an API key only the organization that it belongs to', async () => {
      const account = await createAccount(app);
      await createSecond(account, 'Atlas');
      const { data } = await account.v2.GET('/api/v2/organizations');
      expect(data?.data.map(({ id }) => id)).to.deep.equal([account.organization_id]);
    });

    it('pages by cursor', async () => {
      const account = await createAccount(app);
      await createSecond(account, 'Atlas');
      const { v2 } = await createSecond(account, 'Zephyr');
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const query = { limit: 1, sort: '-name', include_total: true, ...(cursor && { cursor }) } as const;
        const { data, response } = await v2.GET('/api/v2/organizations', { params: { query } });
        expect(data?.page.total).to.equal(3);
        seen.push(...data!.data.map(({ name }) => name));
        cursor = data!.page.next_cursor ?? undefined;
        expect(response.headers.get('link') !== null).to.equal(cursor !== undefined);
      } while (cursor !== undefined);
      expect(seen).to.deep.equal(['Zephyr', 'Meridian', 'Atlas']);
    });

    it('is empty for a user who belongs nowhere', async () => {
      const account = await createAccount(app);
      const { token } = await createSession(app, account);
      await app.query('DELETE FROM organizations WHERE id = $1', [account.organization_id]);
      const { data } = await clientsOf(app, token).v2.GET('/api/v2/organizations');
      expect(data?.data).to.deep.equal([]);
    });
  });
});
