import { expect } from 'chai';
import { newId } from '../../../../src/platform/ids.ts';
import { createAccount } from '../../../support/accounts.ts';
import { useApp } from '../../../support/app.ts';
import { refusalOf } from '../../../support/scene.ts';

describe('v1 getUser GET /users/{user_id}', () => {
  const app = useApp();

  describe('200', () => {
    it('shows v1 of the user', async () => {
      const operator = await createAccount(app, { is_operator: true });
      const { user_id, email, name } = await createAccount(app);
      const { data } = await operator.v1.GET('/api/v1/users/{user_id}', { params: { path: { user_id } } });
      expect(data).to.include({ id: user_id, email, name, active: true });
    });
  });

  describe('404', () => {
    it('returns for an id that nobody has', async () => {
      const { v1 } = await createAccount(app, { is_operator: true });
      const result = await v1.GET('/api/v1/users/{user_id}', { params: { path: { user_id: newId() } } });
      expect(refusalOf(result)).to.deep.equal({ status: 404, code: 'not_found' });
    });
  });
});
