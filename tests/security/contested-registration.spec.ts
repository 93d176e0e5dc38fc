import { expect } from 'chai';
import { createAccount } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { newAddress, password, tokenIn } from '../support/passwords.ts';

// Whoever owns an address sees several mails that look alike, and follows any of them.

const strangers = 'strangers choice 1972';

describe('an address that its owner and a stranger register', () => {
  const app = useApp();
  let email: string;
  beforeEach(() => {
    email = newAddress();
  });

  const register = (secret: string) =>
    app.v2.POST('/api/v2/auth/register', { body: { email, name: 'Ada Lindqvist', password: secret } });
  const receive = async (): Promise<string> => (await app.mail.next(email)).text;
  const verify = async (mail: string) =>
    (await app.v2.POST('/api/v2/auth/email-verification', { body: { token: tokenIn(mail) } })).data;

  async function logIn(secret: string): Promise<number> {
    return (await app.v2.POST('/api/v2/auth/login', { body: { email, password: secret } })).response.status;
  }

  async function registerInTurn(secrets: readonly string[]): Promise<string[]> {
    const mails = [];
    for (const secret of secrets) {
      await register(secret);
      mails.push(await receive());
    }
    return mails;
  }

  /** Nobody's password opens the account; its owner sets one by mail. */
  async function expectNoPassword(...secrets: readonly string[]): Promise<void> {
    for (const secret of secrets) expect(await logIn(secret), secret).to.equal(401);
    await app.query('DELETE FROM login_throttles');
    await app.v2.POST('/api/v2/auth/password-reset', { body: { email } });
    let mail = await receive();
    while (!mail.includes('/api/reset-password#')) mail = await receive();
    const body = { token: tokenIn(mail), password: 'copper meadow kettle 58' };
    expect((await app.v2.POST('/api/v2/auth/password-reset/confirmation', { body })).response.status).to.equal(204);
    expect(await logIn('copper meadow kettle 58')).to.equal(200);
  }

  const orders: Readonly<Record<string, readonly string[]>> = {
    'the owner first': [password, strangers],
    'the stranger first': [strangers, password],
    'the owner twice around the stranger': [password, strangers, password],
    'the stranger twice around the owner': [strangers, password, strangers],
    'two strangers': [strangers, password, 'another stranger waits 5'],
  };
  for (const [order, secrets] of Object.entries(orders)) {
    for (const followed of secrets.keys()) {
      it(`opens without a password: ${order}, link ${followed + 1} of ${secrets.length} followed`, async () => {
        const mails = await registerInTurn(secrets);
        expect((await verify(mails[followed]!))?.has_password).to.equal(false);
        await expectNoPassword(...new Set(secrets));
      });
    }
  }

  it('opens without a password where the mails of the hour were used up before the owner came', async () => {
    const mails = await registerInTurn(Array.from({ length: 5 }, () => strangers));
    await register(password);
    expect((await verify(mails.at(-1)!))?.has_password).to.equal(false);
    await expectNoPassword(strangers, password);
  });

  it('opens without a password where both arrive at the same time', async () => {
    await Promise.all([register(password), register(strangers)]);
    const mails = [await receive(), await receive()];
    expect((await verify(mails[1]!))?.has_password).to.equal(false);
    await expectNoPassword(strangers, password);
  });

  it('opens without a password where an operator had invited the address', async () => {
    const operator = await createAccount(app, { is_operator: true });
    await operator.v2.POST('/api/v2/users', { body: { email, name: 'Ada Lindqvist', is_operator: true } });
    await receive();
    await register(strangers);
    const mail = await receive();
    expect(mail).to.include('/auth/password-reset');
    expect((await verify(mail))?.has_password).to.equal(false);
    await expectNoPassword(strangers);
  });

  describe('and to which an operator had sent an invitation', () => {
    let [invitation, registration] = ['', ''];
    beforeEach(async () => {
      const operator = await createAccount(app, { is_operator: true });
      await operator.v2.POST('/api/v2/users', { body: { email, name: 'Ada Lindqvist' } });
      invitation = await receive();
      await register(strangers);
      registration = await receive();
    });
    const accept = async () => {
      const body = { token: tokenIn(invitation), password };
      return (await app.v2.POST('/api/v2/auth/password-reset/confirmation', { body })).response.status;
    };

    it('keeps the password that the owner chose by the invitation, whichever link is followed later', async () => {
      expect(await accept()).to.equal(204);
      expect(await verify(registration)).to.equal(undefined);
      expect(await logIn(password)).to.equal(200);
    });

    it('takes a password by the invitation also after another link has opened it', async () => {
      expect((await verify(registration))?.has_password).to.equal(false);
      expect(await accept()).to.equal(204);
      expect(await logIn(password)).to.equal(200);
    });
  });

  it('says in the mail of the second registration that no password holds', async () => {
    const [first, second] = await registerInTurn([password, strangers]);
    expect(first).not.to.include('/auth/password-reset');
    expect(second).to.include('/auth/password-reset');
  });
});
