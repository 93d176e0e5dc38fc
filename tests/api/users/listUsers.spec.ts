import { expect } from 'chai';
import { clientsOf, createAccount, createMember, createSession, type Account } from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { bodyOf } from '../../support/factories.ts';
import { refusalOf } from '../../support/scene.ts';

describe('v2 listUsers GET /users', () => {
  const app = useApp();
  let operator: Account;
  // A word that no other test's users have.
  const clan = `clan${crypto.randomUUID().replaceAll('-', '')}`;
  const people: Record<string, Account> = {};

  before(async () => {
    operator = await createAccount(app, { is_operator: true, name: `Olga ${clan}` });
    for (const name of ['Beatrice', 'Cyrus', 'Agnes']) {
      people[name] = await createAccount(app, { name: `${name} ${clan}` });
    }
    const set = (name: string, column: string): Promise<unknown[]> =>
      app.query(`UPDATE users SET ${column} WHERE id = $1`, [people[name]!.user_id]);
    await set('Cyrus', 'email_verified_at = NULL');
    await set('Agnes', `deactivated_at = created_at`);
  });

  async function names(query: Record<string, unknown>): Promise<string[]> {
    const { data } = bodyOf(await operator.v2.GET('/api/v2/users', { params: { query: { q: clan, ...query } } }));
    return data.map(({ name }) => name.split(' ')[0]!);
  }

  describe('200', () => {
    it('shows people of every organization, newest first', async () => {
      expect(await names({})).to.deep.equal(['Agnes', 'Cyrus', 'Beatrice', 'Olga']);
    });

    it('sorts by name and by address, both ways', async () => {
      expect(await names({ sort: 'name' })).to.deep.equal(['Agnes', 'Beatrice', 'Cyrus', 'Olga']);
      expect(await names({ sort: '-name' })).to.deep.equal(['Olga', 'Cyrus', 'Beatrice', 'Agnes']);
      const byAddress = [operator, ...Object.values(people)]
        .sort((a, b) => (a.email < b.email ? -1 : 1))
        .map(({ name }) => name.split(' ')[0]);
      expect(await names({ sort: 'email' })).to.deep.equal(byAddress);
      expect(await names({ sort: '-email' })).to.deep.equal(byAddress.toReversed());
    });

    it('filters by status, several at once', async () => {
      expect(await names({ status: ['active'], sort: 'name' })).to.deep.equal(['Beatrice', 'Olga']);
      expect(await names({ status: ['pending'] })).to.deep.equal(['Cyrus']);
      expect(await names({ status: ['deactivated'] })).to.deep.equal(['Agnes']);
      expect(await names({ status: ['pending', 'deactivated'], sort: 'name' })).to.deep.equal(['Agnes', 'Cyrus']);
    });

    it('filters by what somebody is, by address in any case, and by words of name and address', async () => {
      expect(await names({ is_operator: true })).to.deep.equal(['Olga']);
      expect(await names({ is_operator: false, sort: 'name' })).to.deep.equal(['Agnes', 'Beatrice', 'Cyrus']);
      const { email } = people['Cyrus']!;
      expect(await names({ email: email.toUpperCase() })).to.deep.equal(['Cyrus']);
      expect(await names({ q: email })).to.deep.equal(['Cyrus']);
      expect(await names({ q: `beatrice ${clan}` })).to.deep.equal(['Beatrice']);
    });

    it('pages without a gap or a repetition', async () => {
      const seen: string[] = [];
      let cursor: string | null | undefined;
      do {
        const query = { q: clan, sort: 'name' as const, limit: 1, include_total: true, ...(cursor && { cursor }) };
        const { data, page } = bodyOf(await operator.v2.GET('/api/v2/users', { params: { query } }));
        expect(page.total).to.equal(4);
        seen.push(...data.map(({ name }) => name.split(' ')[0]!));
        cursor = page.next_cursor;
      } while (cursor !== null);
      expect(seen).to.deep.equal(['Agnes', 'Beatrice', 'Cyrus', 'Olga']);
    });

    it('returns an operator who belongs to no organization', async () => {
      const lone = await createAccount(app, { is_operator: true });
      const { token } = await createSession(app, lone);
      await app.query('DELETE FROM organization_members WHERE user_id = $1', [lone.user_id]);
      const { v2 } = clientsOf(app, token);
      expect((await v2.GET('/api/v2/users', { params: { query: { q: clan } } })).data?.data).to.have.length(4);
      const params = { path: { user_id: operator.user_id } };
      expect((await v2.GET('/api/v2/users/{user_id}', { params })).data?.name).to.equal(`Olga ${clan}`);
    });
  });

  describe('403', () => {
    it('refuses owners of organizations who are not operators', async () => {
      const owner = await createAccount(app);
      const admin = await createMember(app, owner, 'admin');
      for (const { v2 } of [owner, admin]) {
        expect(refusalOf(await v2.GET('/api/v2/users'))).to.deep.equal({ status: 403, code: 'forbidden' });
      }
    });
  });
});
