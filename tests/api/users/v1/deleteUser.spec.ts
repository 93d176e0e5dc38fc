import { expect } from 'chai';
import { newId } from '../../../../src/platform/ids.ts';
import { createAccount, createMember, type Account } from '../../../support/accounts.ts';
import { useApp } from '../../../support/app.ts';
import { refusalOf } from '../../../support/scene.ts';

describe('v1 deleteUser DELETE /users/{user_id}', () => {
  const app = useApp();
  let operator: Account;

  before(async () => {
    operator = await createAccount(app, { is_operator: true });
  });

  function remove(user_id: string) {
    return operator.v1.DELETE('/api/v1/users/{user_id}', { params: { path: { user_id } } });
  }

  describe('204', () => {
    it('ends the account', async () => {
      const member = await createMember(app, await createAccount(app));
      expect((await remove(member.user_id)).response.status).to.equal(204);
      expect((await member.v2.GET('/api/v2/me')).response.status).to.equal(401);
    });
  });

  describe('409', () => {
    it('returns last_owner where others would be left without an owner', async () => {
      const owner = await createAccount(app);
      await createMember(app, owner);
      expect(refusalOf(await remove(owner.user_id))).to.deep.equal({ status: 409, code: 'last_owner' });
    });
  });

  describe('404', () => {
    it('returns for an id that nobody has', async () => {
      expect(refusalOf(await remove(newId()))).to.deep.equal({ status: 404, code: 'not_found' });
    });
  });
});
