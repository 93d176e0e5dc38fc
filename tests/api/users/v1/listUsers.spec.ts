import { expect } from 'chai';
import { createAccount } from '../../../support/accounts.ts';
import { useApp } from '../../../support/app.ts';
import { bodyOf } from '../../../support/factories.ts';

describe('v1 listUsers GET /users', () => {
  const app = useApp();

  describe('200', () => {
    it('pages by offset, newest first', async () => {
      const operator = await createAccount(app, { is_operator: true });
      const newest = await createAccount(app);
      const query = { limit: 1, offset: 0 };
      const first = bodyOf(await operator.v1.GET('/api/v1/users', { params: { query } }));
      expect(first.data).to.have.length(1);
      expect(first.pagination).to.include({ limit: 1, offset: 0, pages: first.pagination.total });
      const all = bodyOf(await operator.v1.GET('/api/v1/users', { params: { query: { limit: 100, offset: 0 } } }));
      const ids = all.data.map(({ id }) => id);
      expect(ids).to.include.members([newest.user_id, operator.user_id]);
      expect(ids.indexOf(newest.user_id)).to.be.below(ids.indexOf(operator.user_id));
    });

    it('filters by address, and shows v1 of the user', async () => {
      const operator = await createAccount(app, { is_operator: true });
      const query = { email: operator.email };
      const { data, pagination } = bodyOf(await operator.v1.GET('/api/v1/users', { params: { query } }));
      expect(pagination).to.deep.equal({ limit: 50, offset: 0, total: 1, pages: 1 });
      expect(data[0]).to.have.all.keys('id', 'email', 'name', 'active', 'created_at', 'updated_at');
      expect(data[0]).to.include({ id: operator.user_id, active: true });
    });
  });
});
