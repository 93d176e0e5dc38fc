import { expect } from 'chai';
import type { ApiKeyUpdate } from '../../../generated/v2/types.ts';
import { newId } from '../../../src/platform/ids.ts';
import { clientsOf, createAccount, createKey, createMember, type Account } from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { refusalOf } from '../../support/scene.ts';
import { tracesOf } from '../../support/traces.ts';

const DAY_MS = 86_400_000;

describe('v2 updateApiKey PATCH /api-keys/{api_key_id}', () => {
  const app = useApp();

  function update({ v2 }: Pick<Account, 'v2'>, api_key_id: string, body: ApiKeyUpdate, header = {}) {
    return v2.PATCH('/api/v2/api-keys/{api_key_id}', { params: { path: { api_key_id }, header }, body });
  }
  const inDays = (days: number): string => new Date(app.clock.now().getTime() + days * DAY_MS).toISOString();

  describe('200', () => {
    it('takes scopes away at once, and leaves the secret as it is', async () => {
      const account = await createAccount(app);
      const { api_key_id, token } = await createKey(app, account, { scopes: ['account:read', 'projects:read'] });
      const { data, response } = await update(account, api_key_id, { scopes: ['account:read'], name: 'Reader' });
      expect(response.headers.get('etag')).to.equal('"2"');
      expect(data).to.deep.include({ name: 'Reader', scopes: ['account:read'], version: 2 });
      const { v2 } = clientsOf(app, token);
      expect((await v2.GET('/api/v2/me')).response.status).to.equal(200);
      expect((await v2.GET('/api/v2/projects')).response.status).to.equal(403);
      const { audit, events } = await tracesOf(app, 'api_key', api_key_id);
      expect(audit[0]).to.include({ action: 'api_key.update', actor_id: account.user_id });
      expect(events).to.deep.equal([]);
    });

    it('shows scopes in one order, whatever the order they are given in', async () => {
      const account = await createAccount(app);
      const { api_key_id } = await createKey(app, account);
      const { data } = await update(account, api_key_id, { scopes: ['tasks:read', 'account:read', 'projects:read'] });
      expect(data?.scopes).to.deep.equal(['account:read', 'projects:read', 'tasks:read']);
    });

    it('moves the end, later and sooner, and takes it away', async () => {
      const account = await createAccount(app);
      const { api_key_id } = await createKey(app, account);
      for (const expires_at of [inDays(2), inDays(3), inDays(1), null]) {
        expect((await update(account, api_key_id, { expires_at })).data?.expires_at).to.equal(expires_at);
      }
    });

    it("lets an admin change a colleague's key", async () => {
      const owner = await createAccount(app);
      const member = await createMember(app, owner);
      const { data } = await update(owner, member.api_key_id, { scopes: ['account:read'] });
      expect(data).to.deep.include({ user_id: member.user_id, scopes: ['account:read'] });
    });
  });

  describe('409', () => {
    it('returns scope_not_grantable for a scope that the key has not, even to its owner', async () => {
      const account = await createAccount(app);
      const { api_key_id } = await createKey(app, account, { scopes: ['account:read'] });
      const result = await update(account, api_key_id, { scopes: ['account:read', 'tasks:read'] });
      expect(refusalOf(result)).to.deep.equal({ status: 409, code: 'scope_not_grantable' });
      expect(result.error?.detail).to.include('tasks:read');
    });

    it('returns expiry_not_grantable where a key would give more life than it has; less it may', async () => {
      const account = await createAccount(app);
      const end = new Date(app.clock.now().getTime() + 2 * DAY_MS);
      const key = await createKey(app, account, { expires_at: end });
      const itself = clientsOf(app, key.token);
      for (const expires_at of [null, inDays(3)]) {
        const result = await update(itself, key.api_key_id, { expires_at });
        expect(refusalOf(result)).to.deep.equal({ status: 409, code: 'expiry_not_grantable' });
        expect(result.error?.detail).to.include(end.toISOString());
      }
      expect((await update(itself, key.api_key_id, { expires_at: inDays(1) })).response.status).to.equal(200);
    });

    it('returns expiry_in_past', async () => {
      const account = await createAccount(app);
      const result = await update(account, account.api_key_id, { expires_at: '2020-01-01T00:00:00Z' });
      expect(refusalOf(result)).to.deep.equal({ status: 409, code: 'expiry_in_past' });
      expect(result.error?.detail).to.include('2020-01-01T00:00:00Z');
    });
  });

  describe('412 and 404', () => {
    it('does not change a key in another version', async () => {
      const account = await createAccount(app);
      const result = await update(account, account.api_key_id, { name: 'No' }, { 'If-Match': '"7"' });
      expect(refusalOf(result)).to.deep.equal({ status: 412, code: 'precondition_failed' });
    });

    it("returns the same for a colleague's key, another organization's, and none at all", async () => {
      const owner = await createAccount(app);
      const member = await createMember(app, owner);
      const stranger = await createAccount(app);
      for (const id of [owner.api_key_id, stranger.api_key_id, newId()]) {
        expect(refusalOf(await update(member, id, { name: 'Mine' }))).to.deep.equal({ status: 404, code: 'not_found' });
      }
    });
  });
});
