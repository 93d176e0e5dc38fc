import { expect } from 'chai';
import type { ApiKeyRotation } from '../../../generated/v2/types.ts';
import { newId } from '../../../src/platform/ids.ts';
import { clientsOf, createAccount, createKey, createMember, type Account } from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { refusalOf } from '../../support/scene.ts';
import { tracesOf } from '../../support/traces.ts';

describe('v2 rotateApiKey POST /api-keys/{api_key_id}/rotation', () => {
  // Its own, because it moves the clock.
  const app = useApp({});

  function rotate({ v2 }: Pick<Account, 'v2'>, api_key_id: string, body: ApiKeyRotation = {}, header = {}) {
    return v2.POST('/api/v2/api-keys/{api_key_id}/rotation', { params: { path: { api_key_id }, header }, body });
  }
  const statusFor = async (token: string): Promise<number> =>
    (await clientsOf(app, token).v2.GET('/api/v2/me')).response.status;

  describe('200', () => {
    it('shows a new secret once, and the old one ends at once', async () => {
      const account = await createAccount(app);
      const { api_key_id, token } = await createKey(app, account, { scopes: ['account:read'] });
      const { data, response } = await rotate(account, api_key_id);
      expect(response.headers.get('etag')).to.equal('"2"');
      expect(data).to.deep.include({ id: api_key_id, scopes: ['account:read'], hint: `…${data!.token.slice(-4)}` });
      expect([await statusFor(token), await statusFor(data!.token)]).to.deep.equal([401, 200]);
      const { audit, events } = await tracesOf(app, 'api_key', api_key_id);
      expect(audit[0]).to.include({ action: 'api_key.rotate', actor_id: account.user_id });
      expect(events.map(({ type }) => type)).to.deep.equal(['api_key.rotated']);
      expect(JSON.stringify([audit, events])).to.not.include(data!.token.slice(3));
    });

    it('lets the old secret work until the overlap is over, and only the latest old one', async () => {
      const account = await createAccount(app);
      const { api_key_id, token } = await createKey(app, account);
      const { data: second } = await rotate(account, api_key_id, { expires_in: 'PT10M' });
      expect([await statusFor(token), await statusFor(second!.token)]).to.deep.equal([200, 200]);
      app.clock.advance(10 * 60_000);
      expect([await statusFor(token), await statusFor(second!.token)]).to.deep.equal([401, 200]);
      const { data: third } = await rotate(account, api_key_id, { expires_in: 'PT1H' });
      const { data: fourth } = await rotate(account, api_key_id, { expires_in: 'P7D' });
      const tokens = [second!.token, third!.token, fourth!.token];
      expect(await Promise.all(tokens.map(statusFor))).to.deep.equal([401, 200, 200]);
      app.clock.advance(7 * 86_400_000);
      expect(await Promise.all(tokens.map(statusFor))).to.deep.equal([401, 401, 200]);
    });

    it('takes minutes, hours and days, to the millisecond', async () => {
      const account = await createAccount(app);
      const { api_key_id } = await createKey(app, account);
      const spans = { PT1M: 60, PT59M: 3540, PT1H: 3600, PT23H: 82_800, P1D: 86_400, P7D: 604_800 };
      for (const [expires_in, seconds] of Object.entries(spans)) {
        await rotate(account, api_key_id, { expires_in });
        const rows = await app.query(
          `SELECT extract(epoch FROM previous_expires_at - updated_at)::float8 AS seconds FROM api_keys WHERE id = $1`,
          [api_key_id],
        );
        expect(rows, expires_in).to.deep.equal([{ seconds }]);
      }
    });

    it('returns a repetition with the same Idempotency-Key with the same secret', async () => {
      const account = await createAccount(app);
      const { api_key_id } = await createKey(app, account);
      const header = { 'Idempotency-Key': crypto.randomUUID() };
      const first = await rotate(account, api_key_id, {}, header);
      const again = await rotate(account, api_key_id, {}, header);
      expect(again.data).to.deep.equal(first.data);
    });

    it('gives every one of parallel rotations a secret, of which the last one works', async () => {
      const account = await createAccount(app);
      const { api_key_id } = await createKey(app, account);
      const results = await Promise.all(Array.from({ length: 5 }, () => rotate(account, api_key_id)));
      const keys = results.map(({ data }) => data!).sort((a, b) => a.version - b.version);
      expect(keys.map(({ version }) => version)).to.deep.equal([2, 3, 4, 5, 6]);
      expect(await Promise.all(keys.map(({ token }) => statusFor(token)))).to.deep.equal([401, 401, 401, 401, 200]);
    });
  });

  describe('403', () => {
    it("shows no admin the secret of a colleague's key, with which they could act as them", async () => {
      const owner = await createAccount(app);
      const member = await createMember(app, owner);
      const result = await rotate(owner, member.api_key_id);
      expect(refusalOf(result)).to.deep.equal({ status: 403, code: 'key_not_yours' });
      expect(await statusFor(member.token)).to.equal(200);
    });
  });

  describe('404', () => {
    it("returns the same for a colleague's key, another organization's, and none at all", async () => {
      const owner = await createAccount(app);
      const member = await createMember(app, owner);
      for (const id of [owner.api_key_id, (await createAccount(app)).api_key_id, newId()])
        expect(refusalOf(await rotate(member, id))).to.deep.equal({ status: 404, code: 'not_found' });
      expect(await statusFor(owner.token)).to.equal(200);
    });
  });

  describe('409', () => {
    it('returns scope_not_grantable to a key that rotates one with more scopes', async () => {
      const account = await createAccount(app);
      const scopes = ['account:read', 'account:write'];
      const { token } = await createKey(app, account, { scopes });
      const result = await rotate(clientsOf(app, token), account.api_key_id);
      expect(refusalOf(result)).to.deep.equal({ status: 409, code: 'scope_not_grantable' });
      expect(await statusFor(account.token)).to.equal(200);
      const narrower = await createKey(app, account, { scopes: ['account:read'] });
      expect((await rotate(clientsOf(app, token), narrower.api_key_id)).response.status).to.equal(200);
    });

    it('returns idempotency_key_reused, and no secret, to a key that has lost scopes since', async () => {
      const account = await createAccount(app);
      const program = await createKey(app, account, { scopes: ['account:write', 'tasks:write'] });
      const other = await createKey(app, account, { scopes: ['tasks:write'] });
      const header = { 'Idempotency-Key': 'rotate-once' };
      const clients = clientsOf(app, program.token);
      expect((await rotate(clients, other.api_key_id, {}, header)).response.status).to.equal(200);
      const params = { path: { api_key_id: program.api_key_id } };
      await account.v2.PATCH('/api/v2/api-keys/{api_key_id}', { params, body: { scopes: ['account:write'] } });
      const again = await rotate(clients, other.api_key_id, {}, header);
      expect(refusalOf(again)).to.deep.equal({ status: 409, code: 'idempotency_key_reused' });
    });

    it('returns expiry_not_grantable to a key that rotates one with a later expiry', async () => {
      const account = await createAccount(app);
      const expires_at = new Date(app.clock.now().getTime() + 86_400_000);
      const { token, api_key_id } = await createKey(app, account, { expires_at });
      const result = await rotate(clientsOf(app, token), account.api_key_id);
      expect(refusalOf(result)).to.deep.equal({ status: 409, code: 'expiry_not_grantable' });
      expect(result.error?.detail).to.include(expires_at.toISOString());
      expect((await rotate(clientsOf(app, token), api_key_id)).response.status).to.equal(200);
    });
  });

  describe('400', () => {
    it('takes durations of the contract only', async () => {
      const account = await createAccount(app);
      for (const expires_in of ['P8D', 'PT0M', 'P1M', '1d', 'PT24H']) {
        expect((await rotate(account, account.api_key_id, { expires_in })).response.status, expires_in).to.equal(400);
      }
    });
  });
});
