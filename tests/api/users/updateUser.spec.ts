import { expect } from 'chai';
import type { UserUpdate } from '../../../generated/v2/types.ts';
import { newId } from '../../../src/platform/ids.ts';
import {
  clientsOf,
  createAccount,
  createKey,
  createMember,
  createSession,
  type Account,
} from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { createAccountWithPassword, newAddress, password, tokenIn } from '../../support/passwords.ts';
import { refusalOf } from '../../support/scene.ts';

describe('v2 updateUser PATCH /users/{user_id}', () => {
  const app = useApp();
  let operator: Account;

  before(async () => {
    operator = await createAccount(app, { is_operator: true });
  });

  function update(user_id: string, body: UserUpdate, header = {}) {
    return operator.v2.PATCH('/api/v2/users/{user_id}', { params: { path: { user_id }, header }, body });
  }

  describe('200', () => {
    it('changes name and address, and leaves the rest', async () => {
      const { user_id, organization_id } = await createAccount(app);
      const email = newAddress();
      const { data, response } = await update(user_id, { email: email.toUpperCase(), name: 'Jun Watanabe' });
      expect(response.headers.get('etag')).to.equal('"2"');
      expect(data).to.include({ email, name: 'Jun Watanabe', version: 2, home_organization_id: organization_id });
      expect(data?.email_verified_at).to.be.a('string');
    });

    it('makes an operator, whose present credentials then reach further, and takes it back', async () => {
      const account = await createAccount(app);
      const session = clientsOf(app, (await createSession(app, account)).token);
      const credentials = { 'an API key': account.v2, 'a session': session.v2 };
      for (const [is_operator, status] of [
        [true, 200],
        [false, 403],
        [true, 200],
      ] as const) {
        await update(account.user_id, { is_operator });
        for (const [what, { GET }] of Object.entries(credentials))
          expect((await GET('/health/detailed')).response.status, what).to.equal(status);
      }
    });

    it('ends the links that went to the old address', async () => {
      const account = await createAccountWithPassword(app);
      await app.v2.POST('/api/v2/auth/password-reset', { body: { email: account.email } });
      const token = tokenIn((await app.mail.next(account.email)).text);
      await update(account.user_id, { email: newAddress() });
      const body = { token, password: 'copper meadow kettle 58' };
      const result = await app.v2.POST('/api/v2/auth/password-reset/confirmation', { body });
      expect(refusalOf(result)).to.deep.equal({ status: 409, code: 'token_invalid' });
    });

    it('leaves links alone that went to the address that it has and keeps', async () => {
      const account = await createAccountWithPassword(app);
      await app.v2.POST('/api/v2/auth/password-reset', { body: { email: account.email } });
      const token = tokenIn((await app.mail.next(account.email)).text);
      await update(account.user_id, { email: account.email.toUpperCase(), name: 'Jun Watanabe' });
      const body = { token, password: 'copper meadow kettle 58' };
      const { response } = await app.v2.POST('/api/v2/auth/password-reset/confirmation', { body });
      expect(response.status).to.equal(204);
    });

    it('changes an operator who was invited and has not come yet', async () => {
      const { user_id } = await createAccount(app, { is_operator: true });
      await app.query('UPDATE users SET email_verified_at = NULL WHERE id = $1', [user_id]);
      for (const body of [{ name: 'Jun W.' }, { is_operator: true }]) {
        expect((await update(user_id, body)).data).to.include({ name: 'Jun W.', is_operator: true });
      }
    });

    it('records the change in the chain of the home organization', async () => {
      const { user_id, organization_id } = await createAccount(app);
      await update(user_id, { name: 'Jun Watanabe' });
      const audit = await app.query('SELECT action, actor_id, organization_id FROM audit_log WHERE resource_id = $1', [
        user_id,
      ]);
      expect(audit).to.deep.equal([{ action: 'user.update', actor_id: operator.user_id, organization_id }]);
      expect(await app.query('SELECT id FROM events WHERE subject = $1', [`user/${user_id}`])).to.deep.equal([]);
    });
  });

  describe('200 for deactivated', () => {
    it('ends sessions and keys at once, and lets nobody log in', async () => {
      const account = await createAccountWithPassword(app);
      const session = await createSession(app, account);
      const { data } = await update(account.user_id, { deactivated: true });
      expect(data?.deactivated_at).to.equal(data?.updated_at);
      for (const { v2 } of [account, clientsOf(app, session.token)]) {
        expect((await v2.GET('/api/v2/me')).response.status).to.equal(401);
      }
      const body = { email: account.email, password };
      const result = await app.v2.POST('/api/v2/auth/login', { body });
      expect(refusalOf(result)).to.deep.equal({ status: 401, code: 'invalid_credentials' });
    });

    it('records events for the user, each session and each key', async () => {
      const account = await createAccount(app);
      const session = await createSession(app, account);
      await update(account.user_id, { deactivated: true });
      const subjects = [`api_key/${account.api_key_id}`, `session/${session.session_id}`, `user/${account.user_id}`];
      const events = await app.query(
        'SELECT type, organization_id FROM events WHERE subject = ANY ($1) ORDER BY subject',
        [subjects],
      );
      const { organization_id } = account;
      expect(events).to.deep.equal(
        ['api_key.deleted', 'session.revoked', 'user.deactivated'].map((type) => ({ type, organization_id })),
      );
    });

    it('reactivates the account; its ended sessions and keys stay ended', async () => {
      const account = await createAccountWithPassword(app);
      await update(account.user_id, { deactivated: true });
      const { data } = await update(account.user_id, { deactivated: false });
      expect(data?.deactivated_at).to.equal(null);
      expect((await account.v2.GET('/api/v2/me')).response.status).to.equal(401);
      const body = { email: account.email, password };
      expect((await app.v2.POST('/api/v2/auth/login', { body })).response.status).to.equal(200);
    });

    it('keeps the time of the first deactivation, and records it once, if it is repeated', async () => {
      const { user_id } = await createAccount(app);
      const first = await update(user_id, { deactivated: true });
      const second = await update(user_id, { deactivated: true, name: 'Jun Watanabe' });
      expect(second.data?.deactivated_at).to.equal(first.data?.deactivated_at);
      const events = await app.query(`SELECT id FROM events WHERE subject = $1 AND type = 'user.deactivated'`, [
        `user/${user_id}`,
      ]);
      expect(events).to.have.length(1);
    });

    it('refuses a credential that was made behind its back', async () => {
      const account = await createAccount(app);
      await update(account.user_id, { deactivated: true });
      const key = await createKey(app, account);
      expect((await clientsOf(app, key.token).v2.GET('/api/v2/me')).response.status).to.equal(401);
    });
  });

  describe('409', () => {
    it("returns email_taken for another user's address, and changes nothing", async () => {
      const [one, other] = [await createAccount(app), await createAccount(app)];
      const result = await update(one.user_id, { email: other.email.toUpperCase(), name: 'Jun' });
      expect(refusalOf(result)).to.deep.equal({ status: 409, code: 'email_taken' });
      expect(result.error?.detail).to.include(other.email);
      const [row] = await app.query('SELECT email, name FROM users WHERE id = $1', [one.user_id]);
      expect(row).to.deep.equal({ email: one.email, name: one.name });
    });
  });

  describe('409 user_not_verified', () => {
    it('makes nobody an operator whose address is not verified, and lets their other fields change', async () => {
      const { user_id, email } = await createAccount(app);
      await app.query('UPDATE users SET email_verified_at = NULL WHERE id = $1', [user_id]);
      const refused = await update(user_id, { is_operator: true, name: 'Jun Watanabe' });
      expect(refusalOf(refused)).to.deep.equal({ status: 409, code: 'user_not_verified' });
      expect(refused.error?.detail).to.include(email);
      const { data } = await update(user_id, { is_operator: false, name: 'Jun W.' });
      expect(data).to.include({ is_operator: false, name: 'Jun W.', version: 2 });
    });
  });

  describe('409 last_owner', () => {
    it('refuses to deactivate the only owner of an organization with other members', async () => {
      const owner = await createAccount(app);
      await createMember(app, owner, 'admin');
      expect(refusalOf(await update(owner.user_id, { deactivated: true }))).to.deep.equal({
        status: 409,
        code: 'last_owner',
      });
      expect((await owner.v2.GET('/api/v2/me')).response.status).to.equal(200);
    });
  });

  describe('412', () => {
    it('does not change a user in another version', async () => {
      const { user_id, name } = await createAccount(app);
      const result = await update(user_id, { name: 'Jun' }, { 'If-Match': '"7"' });
      expect(refusalOf(result)).to.deep.equal({ status: 412, code: 'precondition_failed' });
      expect(await app.query('SELECT name FROM users WHERE id = $1', [user_id])).to.deep.equal([{ name }]);
      expect((await update(user_id, { name: 'Jun' }, { 'If-Match': '"1"' })).response.status).to.equal(200);
    });
  });

  describe('404', () => {
    it('returns for an id that nobody has', async () => {
      expect(refusalOf(await update(newId(), { name: 'Jun' }))).to.deep.equal({ status: 404, code: 'not_found' });
    });
  });

  describe('403', () => {
    it('lets nobody else change anybody, not even themselves into an operator', async () => {
      const { v2, user_id } = await createAccount(app);
      const params = { path: { user_id } };
      const result = await v2.PATCH('/api/v2/users/{user_id}', { params, body: { is_operator: true } });
      expect(refusalOf(result)).to.deep.equal({ status: 403, code: 'forbidden' });
      const [row] = await app.query('SELECT is_operator FROM users WHERE id = $1', [user_id]);
      expect(row).to.deep.equal({ is_operator: false });
    });
  });
});
