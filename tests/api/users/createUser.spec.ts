import { expect } from 'chai';
import type { UserCreate } from '../../../generated/v2/types.ts';
import { clientsOf, createAccount, type Account } from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { bodyOf } from '../../support/factories.ts';
import { newAddress, password, sessionOf, tokenIn } from '../../support/passwords.ts';
import { refusalOf } from '../../support/scene.ts';

describe('v2 createUser POST /users', () => {
  const app = useApp();
  let operator: Account;

  before(async () => {
    operator = await createAccount(app, { is_operator: true });
  });

  function create(overrides: Partial<UserCreate> = {}) {
    return operator.v2.POST('/api/v2/users', { body: { email: newAddress(), name: 'Jun Watanabe', ...overrides } });
  }

  describe('201 without a password', () => {
    it('makes an account that waits, and invites its owner by mail to choose a password', async () => {
      const email = newAddress();
      const { data, response } = await create({ email: email.toUpperCase() });
      expect(response.status).to.equal(201);
      expect(response.headers.get('location')).to.equal(`/api/v2/users/${data!.id}`);
      expect(response.headers.get('etag')).to.equal('"1"');
      expect(data).to.include({ email, name: 'Jun Watanabe', is_operator: false, email_verified_at: null });
      const mail = await app.mail.next(email);
      expect(mail.subject).to.equal('Your Architect account');
      const [token] = await app.query(
        `SELECT purpose, used_at, token_hash = sha256($2) AS is_kept_as_hash FROM one_time_tokens WHERE user_id = $1`,
        [data!.id, tokenIn(mail.text)],
      );
      expect(token).to.deep.equal({ purpose: 'password_reset', used_at: null, is_kept_as_hash: true });
      expect(mail.text).to.include('within seven days');
      const lives =
        "SELECT expires_at - created_at = interval '7 days' AS is_so FROM one_time_tokens WHERE user_id = $1";
      expect(await app.query(lives, [data!.id])).to.deep.equal([{ is_so: true }]);
    });

    it('opens with the password that its owner chooses, as a registration does', async () => {
      const email = newAddress();
      const { data } = await create({ email });
      const token = tokenIn((await app.mail.next(email)).text);
      const body = { token, password };
      const result = await app.v2.POST('/api/v2/auth/password-reset/confirmation', { body });
      expect(result.response.status).to.equal(204);
      const start = sessionOf(bodyOf(await app.v2.POST('/api/v2/auth/login', { body: { email, password } })));
      expect(start.user).to.include({ id: data!.id, name: 'Jun Watanabe' });
      expect(start.user.email_verified_at).to.be.a('string');
      const { v2 } = clientsOf(app, start.token);
      expect(bodyOf(await v2.GET('/api/v2/projects')).data.map(({ key }) => key)).to.deep.equal(['START']);
    });

    it('cannot be accepted once an operator has closed the account', async () => {
      const email = newAddress();
      const { data } = await create({ email });
      const token = tokenIn((await app.mail.next(email)).text);
      const params = { path: { user_id: data!.id } };
      await operator.v2.PATCH('/api/v2/users/{user_id}', { params, body: { deactivated: true } });
      const result = await app.v2.POST('/api/v2/auth/password-reset/confirmation', { body: { token, password } });
      expect(refusalOf(result)).to.deep.equal({ status: 409, code: 'token_invalid' });
    });

    it('leaves an audit row in the chain of the installation, and an event', async () => {
      const { data } = await create();
      const audit = await app.query(
        'SELECT action, actor_id, organization_id FROM audit_log WHERE resource_id = $1 ORDER BY id',
        [data!.id],
      );
      expect(audit).to.deep.equal([{ action: 'user.create', actor_id: operator.user_id, organization_id: null }]);
      const events = await app.query('SELECT type FROM events WHERE subject = $1', [`user/${data!.id}`]);
      expect(events).to.deep.equal([{ type: 'user.registered' }]);
    });

    it('makes an operator where that is asked', async () => {
      expect((await create({ is_operator: true })).data?.is_operator).to.equal(true);
    });
  });

  describe('201 with a password', () => {
    it('opens the account at once, with an organization and a first project', async () => {
      const email = newAddress();
      const { data, response } = await create({ email, password });
      expect(response.status).to.equal(201);
      expect(data?.email_verified_at).to.equal(data?.created_at);
      const start = sessionOf(bodyOf(await app.v2.POST('/api/v2/auth/login', { body: { email, password } })));
      expect(start.user).to.deep.equal(data);
      const { v2 } = clientsOf(app, start.token);
      const { data: organizations } = bodyOf(await v2.GET('/api/v2/organizations'));
      expect(organizations.map(({ id }) => id)).to.deep.equal([data!.home_organization_id]);
      expect(bodyOf(await v2.GET('/api/v2/projects')).data.map(({ key }) => key)).to.deep.equal(['START']);
    });

    it('returns a repetition with the same Idempotency-Key with the same user', async () => {
      const request = {
        params: { header: { 'Idempotency-Key': crypto.randomUUID() } },
        body: { email: newAddress(), name: 'Jun Watanabe', password },
      };
      const first = await operator.v2.POST('/api/v2/users', request);
      const again = await operator.v2.POST('/api/v2/users', request);
      expect(again.response.headers.get('idempotency-replayed')).to.equal('true');
      expect(again.data).to.deep.equal(first.data);
    });
  });

  describe('409', () => {
    it('returns email_taken for the address of a user, in any case, and makes nothing', async () => {
      const email = newAddress();
      await create({ email });
      for (const taken of [email, email.toUpperCase(), operator.email]) {
        const result = await create({ email: taken });
        expect(refusalOf(result)).to.deep.equal({ status: 409, code: 'email_taken' });
        expect(result.error?.detail).to.include(taken.toLowerCase());
      }
      expect(await app.query('SELECT id FROM users WHERE email = $1', [email])).to.have.length(1);
    });

    it('returns password_rejected for a password that is easy to guess', async () => {
      const email = newAddress();
      for (const weak of ['password1234', 'Jun Watanabe 1']) {
        expect(refusalOf(await create({ email, password: weak }))).to.deep.equal({
          status: 409,
          code: 'password_rejected',
        });
      }
      expect(await app.query('SELECT id FROM users WHERE email = $1', [email])).to.deep.equal([]);
    });
  });

  describe('400', () => {
    it('names every violation', async () => {
      const { error, response } = await create({ email: 'jun', name: ' ', password: 'short' });
      expect(response.status).to.equal(400);
      const pointers = [...new Set((error?.errors ?? []).map(({ pointer }) => pointer))].sort();
      expect(pointers).to.deep.equal(['/email', '/name', '/password']);
    });

    it('takes no field that only the server may set', async () => {
      const body = { email: newAddress(), name: 'Jun', email_verified_at: '2026-11-02T09:05:00.000Z' };
      const { error } = await operator.v2.POST('/api/v2/users', { body });
      expect(error?.errors?.map(({ pointer }) => pointer)).to.deep.equal(['/email_verified_at']);
    });
  });

  describe('403', () => {
    it('refuses an owner of an organization', async () => {
      const { v2 } = await createAccount(app);
      const email = newAddress();
      const result = await v2.POST('/api/v2/users', { body: { email, name: 'Jun' } });
      expect(refusalOf(result)).to.deep.equal({ status: 403, code: 'forbidden' });
      expect(await app.query('SELECT id FROM users WHERE email = $1', [email])).to.deep.equal([]);
    });
  });
});
