import { expect } from 'chai';
import { newId } from '../../../../src/platform/ids.ts';
import { createAccount, type Account } from '../../../support/accounts.ts';
import { useApp } from '../../../support/app.ts';
import { refusalOf } from '../../../support/scene.ts';

describe('v1 updateUser PATCH /users/{user_id}', () => {
  const app = useApp();
  let operator: Account;

  before(async () => {
    operator = await createAccount(app, { is_operator: true });
  });

  function update(user_id: string, body: { name?: string; email?: string; active?: boolean }) {
    return operator.v1.PATCH('/api/v1/users/{user_id}', { params: { path: { user_id } }, body });
  }

  describe('200', () => {
    it('closes and opens the account by active', async () => {
      const account = await createAccount(app);
      expect((await update(account.user_id, { active: false })).data?.active).to.equal(false);
      expect((await account.v2.GET('/api/v2/me')).response.status).to.equal(401);
      expect((await update(account.user_id, { active: true, name: 'Jun' })).data).to.include({
        active: true,
        name: 'Jun',
      });
    });

    it('leaves the account closed, or open, where active is not named', async () => {
      const { user_id } = await createAccount(app);
      expect((await update(user_id, { name: 'Open' })).data).to.include({ name: 'Open', active: true });
      await update(user_id, { active: false });
      expect((await update(user_id, { name: 'Closed' })).data).to.include({ name: 'Closed', active: false });
    });
  });

  describe('409', () => {
    it("returns email_taken for another user's address", async () => {
      const { user_id } = await createAccount(app);
      const result = await update(user_id, { email: operator.email });
      expect(refusalOf(result)).to.deep.equal({ status: 409, code: 'email_taken' });
    });
  });

  describe('404', () => {
    it('returns for an id that nobody has', async () => {
      expect(refusalOf(await update(newId(), { active: false }))).to.deep.equal({ status: 404, code: 'not_found' });
    });
  });
});
