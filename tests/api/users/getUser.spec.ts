import { expect } from 'chai';
import { newId } from '../../../src/platform/ids.ts';
import { createAccount, createMember, type Account } from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { refusalOf } from '../../support/scene.ts';

describe('v2 getUser GET /users/{user_id}', () => {
  const app = useApp();

  function get({ v2 }: Pick<Account, 'v2'>, user_id: string) {
    return v2.GET('/api/v2/users/{user_id}', { params: { path: { user_id } } });
  }

  describe('200', () => {
    it('shows an operator a user of any organization, without what opens the account', async () => {
      const operator = await createAccount(app, { is_operator: true });
      const { user_id, email, name, organization_id } = await createAccount(app);
      const { data, response } = await get(operator, user_id);
      expect(response.headers.get('etag')).to.equal('"1"');
      expect(data).to.include({ id: user_id, email, name, home_organization_id: organization_id, is_operator: false });
      expect(data).to.not.have.any.keys('password_hash', 'password');
    });
  });

  describe('404', () => {
    it('returns for an id that nobody has', async () => {
      const operator = await createAccount(app, { is_operator: true });
      expect(refusalOf(await get(operator, newId()))).to.deep.equal({ status: 404, code: 'not_found' });
    });
  });

  describe('403', () => {
    it('returns everybody else alike, whether there is such a user or not', async () => {
      const owner = await createAccount(app);
      const member = await createMember(app, owner);
      const stranger = await createAccount(app);
      for (const id of [owner.user_id, member.user_id, stranger.user_id, newId()]) {
        expect(refusalOf(await get(owner, id))).to.deep.equal({ status: 403, code: 'forbidden' });
      }
    });
  });
});
