import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import { clientsOf, createAccount, createSession } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { bodyOf } from '../support/factories.ts';
import { createInvitation } from '../support/invitations.ts';
import { password, sessionOf, tokenIn } from '../support/passwords.ts';
import { refusalOf } from '../support/scene.ts';

// Addresses of RFC 6531 in every operation that takes one. What is an address, and which are the same, is the table of
// tests/unit/platform/email-address.spec.ts.

describe('internationalized addresses', () => {
  const app = useApp();

  /** An address that nobody has: as it is kept, in forms that mean the same, and as mail is sent to it. */
  function newAddress() {
    const name = `jörg-${randomBytes(6).toString('hex')}`;
    const normal = `${name}@xn--mnchen-3ya.example`;
    const unicode = `${name}@münchen.example`;
    const others = [unicode, unicode.toUpperCase(), unicode.normalize('NFD'), normal.toUpperCase(), normal];
    return { normal, unicode, others };
  }

  async function accountAt(email: string) {
    const account = await createAccount(app);
    await app.query('UPDATE users SET email = $2 WHERE id = $1', [account.user_id, email]);
    return { ...account, email };
  }

  for (const version of ['v1', 'v2'] as const) {
    it(`${version}: whoever registers in one form verifies by mail and logs in by every form`, async () => {
      const { normal, unicode, others } = newAddress();
      const input = { email: unicode, name: 'Jörg Lind', password };
      const receipt =
        version === 'v1'
          ? await app.v1.POST('/api/v1/auth/register', { body: input })
          : await app.v2.POST('/api/v2/auth/register', { body: input });
      expect(bodyOf(receipt).email).to.equal(normal);
      const token = tokenIn((await app.mail.next(unicode)).text);
      const opened = await app.v2.POST('/api/v2/auth/email-verification', { body: { token } });
      expect(bodyOf(opened).email).to.equal(normal);
      for (const email of others) {
        const body = { email, password };
        const { user } =
          version === 'v1'
            ? bodyOf(await app.v1.POST('/api/v1/auth/login', { body }))
            : sessionOf((await app.v2.POST('/api/v2/auth/login', { body })).data);
        expect(user.email, email).to.equal(normal);
      }
    });
  }

  it('are one account for operators, whichever form they write', async () => {
    const operator = await createAccount(app, { is_operator: true });
    const { normal, others } = newAddress();
    const made = bodyOf(await operator.v2.POST('/api/v2/users', { body: { email: others[1]!, name: 'Jörg' } }));
    expect(made.email).to.equal(normal);
    const somebody = await createAccount(app);
    for (const email of others) {
      const taken = { status: 409, code: 'email_taken' };
      expect(refusalOf(await operator.v2.POST('/api/v2/users', { body: { email, name: 'J' } }))).to.deep.equal(taken);
      expect(refusalOf(await operator.v1.POST('/api/v1/users', { body: { email, name: 'J' } }))).to.deep.equal(taken);
      const params = { path: { user_id: somebody.user_id } };
      const moved = await operator.v2.PATCH('/api/v2/users/{user_id}', { params, body: { email } });
      expect(refusalOf(moved)).to.deep.equal(taken);
      const found = await operator.v2.GET('/api/v2/users', { params: { query: { email } } });
      expect(bodyOf(found).data.map(({ id }) => id)).to.deep.equal([made.id]);
    }
  });

  it('get the link for a new password in whichever form it is asked for', async () => {
    const { normal, unicode, others } = newAddress();
    await accountAt(normal);
    for (const email of others.slice(0, 2)) {
      const receipt = await app.v2.POST('/api/v2/auth/password-reset', { body: { email } });
      expect(bodyOf(receipt).email).to.equal(normal);
      expect(tokenIn((await app.mail.next(unicode)).text)).to.have.length(43);
    }
  });

  it('are invited once, and accept whatever form the invitation had', async () => {
    const owner = await createAccount(app);
    const { normal, unicode, others } = newAddress();
    const invited = await accountAt(normal);
    expect((await createInvitation(owner, { email: others[1]! })).email).to.equal(normal);
    const params = { path: { organization_id: owner.organization_id } };
    const url = '/api/v2/organizations/{organization_id}/invitations';
    for (const email of others)
      expect(refusalOf(await owner.v2.POST(url, { params, body: { email } }))).to.deep.equal({
        status: 409,
        code: 'invitation_pending',
      });
    const token = tokenIn((await app.mail.next(unicode)).text);
    const { v2 } = clientsOf(app, (await createSession(app, invited)).token);
    const joined = await v2.POST('/api/v2/invitations/acceptance', { body: { token } });
    expect(bodyOf(joined).email).to.equal(normal);
  });

  const refused = [
    '"jörg"@münchen.example',
    'jörg@münchen',
    'j\u200brg@münchen.example',
    'jörg\u00a0l@münchen.example',
  ];
  for (const email of refused) {
    it(`refuses ${JSON.stringify(email)} everywhere`, async () => {
      const { v2 } = await createAccount(app, { is_operator: true });
      const owner = await createAccount(app);
      const params = { path: { organization_id: owner.organization_id } };
      const results = [
        await app.v2.POST('/api/v2/auth/register', { body: { email, name: 'Jörg', password } }),
        await app.v1.POST('/api/v1/auth/register', { body: { email, name: 'Jörg', password } }),
        await app.v2.POST('/api/v2/auth/login', { body: { email, password } }),
        await app.v2.POST('/api/v2/auth/password-reset', { body: { email } }),
        await v2.POST('/api/v2/users', { body: { email, name: 'Jörg' } }),
        await v2.GET('/api/v2/users', { params: { query: { email } } }),
        await owner.v2.POST('/api/v2/organizations/{organization_id}/invitations', { params, body: { email } }),
      ];
      for (const result of results) expect(refusalOf(result).code).to.equal('validation_failed');
    });
  }
});
