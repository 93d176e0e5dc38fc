import { expect } from 'chai';
import { createAccount, type Account } from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { bodyOf } from '../../support/factories.ts';
import { createInvitation, inviteElsewhere } from '../../support/invitations.ts';

const DAY_MS = 86_400_000;

describe('v2 listMyInvitations GET /me/invitations', () => {
  const app = useApp({});
  const list = async ({ v2 }: Pick<Account, 'v2'>, query = {}) =>
    bodyOf(await v2.GET('/api/v2/me/invitations', { params: { query } }));

  describe('200', () => {
    it('lists those to the own address that wait, with the name of the organization', async () => {
      const [me, host] = [await createAccount(app), await createAccount(app)];
      const { id } = await createInvitation(host, { email: me.email, role: 'viewer' });
      await createInvitation(host);
      const { data } = await list(me);
      expect(data).to.have.length(1);
      expect(data[0]).to.include({ id, organization_name: 'Meridian', role: 'viewer', status: 'pending' });
      expect((await list(host)).data).to.deep.equal([]);
    });

    it('leaves out withdrawn and expired invitations', async () => {
      const [me, host] = [await createAccount(app), await createAccount(app)];
      const { id } = await createInvitation(host, { email: me.email });
      await host.v2.DELETE('/api/v2/invitations/{invitation_id}', { params: { path: { invitation_id: id } } });
      expect((await list(me)).data).to.deep.equal([]);
      await inviteElsewhere(app, me);
      app.clock.advance(7 * DAY_MS + 1);
      expect((await list(me)).data).to.deep.equal([]);
      app.clock.reset();
    });

    it('leaves out those of an organization that is deleted, whose rows a job removes later', async () => {
      const me = await createAccount(app);
      const { organization_id } = await inviteElsewhere(app, me);
      expect((await list(me)).data).to.have.length(1);
      await app.query('UPDATE organizations SET deleted_at = $2, slug = NULL WHERE id = $1', [
        organization_id,
        app.clock.now(),
      ]);
      expect((await list(me)).data).to.deep.equal([]);
    });

    it('pages by cursor in both orders', async () => {
      const me = await createAccount(app);
      for (const name of ['First', 'Second', 'Third']) {
        await inviteElsewhere(app, me, { name });
        app.clock.advance(1);
      }
      const orders = { created_at: ['First', 'Second', 'Third'], '-created_at': ['Third', 'Second', 'First'] };
      for (const [sort, expected] of Object.entries(orders)) {
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await list(me, { limit: 1, sort, include_total: true, ...(cursor !== undefined && { cursor }) });
          expect(page.page.total).to.equal(3);
          seen.push(...page.data.map(({ organization_name }) => organization_name));
          cursor = page.page.next_cursor ?? undefined;
        } while (cursor !== undefined);
        expect(seen, sort).to.deep.equal(expected);
      }
      app.clock.reset();
    });
  });
});
