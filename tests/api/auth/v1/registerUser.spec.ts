import { expect } from 'chai';
import { useApp } from '../../../support/app.ts';
import { newAddress, password, tokenIn } from '../../../support/passwords.ts';
import { refusalOf } from '../../../support/scene.ts';

describe('v1 registerUser POST /auth/register', () => {
  const app = useApp();

  function register(email: string, secret = password) {
    return app.v1.POST('/api/v1/auth/register', { body: { email, name: 'Ada Lindqvist', password: secret } });
  }

  it('202 sends the link that opens the account', async () => {
    const email = newAddress();
    const { data, response } = await register(email);
    expect(response.status).to.equal(202);
    expect(data!.email).to.equal(email);
    const token = tokenIn((await app.mail.next(email)).text);
    await app.v2.POST('/api/v2/auth/email-verification', { body: { token } });
    const { response: opened } = await app.v1.POST('/api/v1/auth/login', { body: { email, password } });
    expect(opened.status).to.equal(200);
  });

  it('202 for an address that is known, too', async () => {
    const email = newAddress();
    await register(email);
    expect((await register(email)).response.status).to.equal(202);
  });

  it('409 password_rejected for a common one', async () => {
    expect(refusalOf(await register(newAddress(), 'password1234'))).to.deep.equal({
      status: 409,
      code: 'password_rejected',
    });
  });
});
