import { expect } from 'chai';
import { createAccount, type Account } from '../../../support/accounts.ts';
import { useApp } from '../../../support/app.ts';
import { newAddress, password } from '../../../support/passwords.ts';
import { refusalOf } from '../../../support/scene.ts';

describe('v1 createUser POST /users', () => {
  const app = useApp();
  let operator: Account;

  before(async () => {
    operator = await createAccount(app, { is_operator: true });
  });

  describe('201', () => {
    it('makes the user that v2 shows', async () => {
      const email = newAddress();
      const body = { email, name: 'Jun Watanabe', password };
      const { data, response } = await operator.v1.POST('/api/v1/users', { body });
      expect(response.headers.get('location')).to.equal(`/api/v1/users/${data!.id}`);
      expect(data).to.include({ email, name: 'Jun Watanabe', active: true });
      const params = { path: { user_id: data!.id } };
      const { data: user } = await operator.v2.GET('/api/v2/users/{user_id}', { params });
      expect(user).to.include({ email, is_operator: false });
      expect((await app.v2.POST('/api/v2/auth/login', { body: { email, password } })).response.status).to.equal(200);
    });
  });

  describe('409', () => {
    it('returns email_taken and password_rejected', async () => {
      const taken = { email: operator.email, name: 'Jun' };
      expect(refusalOf(await operator.v1.POST('/api/v1/users', { body: taken }))).to.deep.equal({
        status: 409,
        code: 'email_taken',
      });
      const weak = { email: newAddress(), name: 'Jun', password: 'password1234' };
      expect(refusalOf(await operator.v1.POST('/api/v1/users', { body: weak }))).to.deep.equal({
        status: 409,
        code: 'password_rejected',
      });
    });
  });
});
