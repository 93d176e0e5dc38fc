import { expect } from 'chai';
import { createAccount, createMember, type Account } from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { bodyOf } from '../../support/factories.ts';
import { createInvitation } from '../../support/invitations.ts';
import { refusalOf } from '../../support/scene.ts';

const DAY_MS = 86_400_000;

describe('v2 listInvitations GET /organizations/{organization_id}/invitations', () => {
  const app = useApp({});
  const list = ({ v2, organization_id }: Account, query = {}, id = organization_id) =>
    v2.GET('/api/v2/organizations/{organization_id}/invitations', { params: { path: { organization_id: id }, query } });
  const addressesIn = async (owner: Account, query = {}) =>
    bodyOf(await list(owner, query)).data.map(({ email, status }) => [email, status]);

  /** One that expired, one that was withdrawn, and one that waits. */
  async function createThree(): Promise<Account> {
    const owner = await createAccount(app);
    await createInvitation(owner, { email: 'c@three.example' });
    app.clock.advance(7 * DAY_MS + 1);
    const { id } = await createInvitation(owner, { email: 'a@three.example' });
    await owner.v2.DELETE('/api/v2/invitations/{invitation_id}', { params: { path: { invitation_id: id } } });
    app.clock.advance(1);
    await createInvitation(owner, { email: 'b@three.example' });
    return owner;
  }

  afterEach(() => app.clock.reset());

  describe('200', () => {
    it('lists all of the organization, newest first, and says what became of them', async () => {
      const owner = await createThree();
      await createInvitation(await createAccount(app));
      expect(await addressesIn(owner)).to.deep.equal([
        ['b@three.example', 'pending'],
        ['a@three.example', 'revoked'],
        ['c@three.example', 'expired'],
      ]);
    });

    it('filters by states, of which expiry needs no sweep', async () => {
      const owner = await createThree();
      expect(await addressesIn(owner, { status: ['pending'] })).to.deep.equal([['b@three.example', 'pending']]);
      expect(await addressesIn(owner, { status: ['expired', 'revoked'], sort: 'email' })).to.deep.equal([
        ['a@three.example', 'revoked'],
        ['c@three.example', 'expired'],
      ]);
      expect(await addressesIn(owner, { status: ['accepted'] })).to.deep.equal([]);
    });

    it('pages by cursor in every order', async () => {
      const owner = await createThree();
      const orders = { email: 'abc', '-email': 'cba', created_at: 'cab', '-created_at': 'bac' };
      for (const [sort, expected] of Object.entries(orders)) {
        let seen = '';
        let cursor: string | undefined;
        do {
          const query = { limit: 1, sort, include_total: true, ...(cursor !== undefined && { cursor }) };
          const { data, page } = bodyOf(await list(owner, query));
          expect(page.total).to.equal(3);
          seen += data[0]!.email[0]!;
          cursor = page.next_cursor ?? undefined;
        } while (cursor !== undefined);
        expect(seen, sort).to.equal(expected);
      }
    });
  });

  describe('403', () => {
    it('refuses a member', async () => {
      const member = await createMember(app, await createAccount(app));
      expect(refusalOf(await list(member))).to.deep.equal({ status: 403, code: 'forbidden' });
    });
  });

  describe('404', () => {
    it('shows nobody those of a foreign organization', async () => {
      const [owner, stranger] = [await createAccount(app), await createAccount(app)];
      const refusal = refusalOf(await list(stranger, {}, owner.organization_id));
      expect(refusal).to.deep.equal({ status: 404, code: 'not_found' });
    });
  });
});
