import { createHash } from 'node:crypto';
import { expect } from 'chai';
import type { ApiKeyCreate } from '../../../generated/v2/types.ts';
import { useApp } from '../../support/app.ts';
import {
  clientsOf,
  createAccount,
  createKey,
  createMember,
  createSession,
  type Account,
} from '../../support/accounts.ts';

const DAY_MS = 86_400_000;

describe('v2 createApiKey POST /api-keys', () => {
  const app = useApp();

  function create({ v2 }: Pick<Account, 'v2'>, overrides: Partial<ApiKeyCreate> = {}) {
    return v2.POST('/api/v2/api-keys', { body: { name: 'CI', scopes: ['projects:read'], ...overrides } });
  }

  describe('201', () => {
    it('makes a key that acts for the caller within its scopes', async () => {
      const account = await createAccount(app);
      const { data, response } = await create(account, { scopes: ['tasks:read', 'projects:read'] });
      expect(response.status).to.equal(201);
      expect(response.headers.get('location')).to.equal(`/api/v2/api-keys/${data!.id}`);
      expect(response.headers.get('etag')).to.equal('"1"');
      expect(data).to.deep.include({
        organization_id: account.organization_id,
        user_id: account.user_id,
        name: 'CI',
        scopes: ['projects:read', 'tasks:read'],
        expires_at: null,
        hint: `…${data!.token.slice(-4)}`,
      });
      const { v2 } = clientsOf(app, data!.token);
      expect((await v2.GET('/api/v2/projects')).response.status).to.equal(200);
      const { error } = await v2.POST('/api/v2/projects', {
        body: { key: 'NO', name: 'No', visibility: 'organization' },
      });
      expect(error?.code).to.equal('insufficient_scope');
    });

    it('keeps only a hash of the secret, and shows it nowhere again', async () => {
      const account = await createAccount(app);
      const { data } = await create(account);
      const { token, ...key } = data!;
      const rows = await app.query('SELECT token_hash FROM api_keys WHERE id = $1', [key.id]);
      expect(rows).to.deep.equal([{ token_hash: createHash('sha256').update(token).digest() }]);
      const params = { path: { api_key_id: key.id } };
      expect((await account.v2.GET('/api/v2/api-keys/{api_key_id}', { params })).data).to.deep.equal(key);
      const audit = await app.query('SELECT * FROM audit_log WHERE resource_id = $1', [key.id]);
      expect(audit.map(({ action }: { action?: string }) => action)).to.deep.equal(['api_key.create']);
      const events = await app.query('SELECT * FROM events WHERE subject = $1', [`api_key/${key.id}`]);
      expect(events.map(({ type }: { type?: string }) => type)).to.deep.equal(['api_key.created']);
      expect(JSON.stringify([audit, events])).to.not.include(token.slice(3));
    });

    it('returns a repetition with the same Idempotency-Key with the same secret, kept encrypted', async () => {
      const account = await createAccount(app);
      const request = {
        params: { header: { 'Idempotency-Key': 'one-key-please' } },
        body: { name: 'CI', scopes: ['projects:read'] as ApiKeyCreate['scopes'] },
      };
      const first = await account.v2.POST('/api/v2/api-keys', request);
      const again = await account.v2.POST('/api/v2/api-keys', request);
      expect(again.data).to.deep.equal(first.data);
      expect(again.response.headers.get('idempotency-replayed')).to.equal('true');
      const [stored] = await app.query<{ body: Buffer; is_encrypted: boolean }>(
        `SELECT body, is_encrypted FROM idempotency_keys WHERE key = 'one-key-please'`,
      );
      expect(stored!.is_encrypted).to.equal(true);
      expect(stored!.body.toString('latin1')).to.not.include(first.data!.token);
    });

    it('takes an expiry with nanoseconds, and returns its milliseconds', async () => {
      const account = await createAccount(app);
      const expiry = new Date(app.clock.now().getTime() + DAY_MS).toISOString();
      const { data } = await create(account, { expires_at: expiry.replace('Z', '999999Z') });
      expect(data?.expires_at).to.equal(expiry);
    });

    it('takes an expiry in any offset, and the key ends then', async () => {
      const account = await createAccount(app);
      const expiry = new Date(app.clock.now().getTime() + DAY_MS);
      const local = new Date(expiry.getTime() + 2 * 3_600_000).toISOString().replace('Z', '+02:00');
      const { data } = await create(account, { expires_at: local });
      expect(data?.expires_at).to.equal(expiry.toISOString());
      const { v2 } = clientsOf(app, data!.token);
      expect((await v2.GET('/api/v2/projects')).response.status).to.equal(200);
      await app.query('UPDATE api_keys SET expires_at = $2 WHERE id = $1', [
        data!.id,
        new Date(app.clock.now().getTime() - 1),
      ]);
      expect((await v2.GET('/api/v2/projects')).response.status).to.equal(401);
    });

    it('may be made by every role, and does no more than the owner may', async () => {
      const viewer = await createMember(app, await createAccount(app), 'viewer');
      const { data, response } = await create(viewer, { scopes: ['projects:write'] });
      expect(response.status).to.equal(201);
      const body = { key: 'NO', name: 'No', visibility: 'organization' } as const;
      const { error } = await clientsOf(app, data!.token).v2.POST('/api/v2/projects', { body });
      expect(error?.code).to.equal('forbidden');
    });

    it('ends with the membership of its owner', async () => {
      const member = await createMember(app, await createAccount(app));
      const { data } = await create(member);
      await app.query('DELETE FROM organization_members WHERE user_id = $1', [member.user_id]);
      expect((await clientsOf(app, data!.token).v2.GET('/api/v2/projects')).response.status).to.equal(401);
    });

    it('belongs to the organization that a session chooses', async () => {
      const account = await createAccount(app);
      const { token } = await createSession(app, account);
      const { v2 } = clientsOf(app, token);
      const second = await v2.POST('/api/v2/organizations', { body: { name: 'Second' } });
      const params = { header: { 'X-Organization-Id': second.data!.id } };
      const { data } = await v2.POST('/api/v2/api-keys', { params, body: { name: 'CI', scopes: ['projects:read'] } });
      expect(data?.organization_id).to.equal(second.data!.id);
    });
  });

  describe('409', () => {
    it('returns scope_not_grantable to a key that grants a scope it lacks', async () => {
      const account = await createAccount(app);
      const { token } = await createKey(app, account, { scopes: ['account:write', 'tasks:read'] });
      const granted = await create(clientsOf(app, token), { scopes: ['tasks:read'] });
      expect(granted.response.status).to.equal(201);
      const { error, response } = await create(clientsOf(app, token), { scopes: ['tasks:read', 'tasks:write'] });
      expect([response.status, error?.code]).to.deep.equal([409, 'scope_not_grantable']);
      expect(error?.detail).to.include('tasks:write');
    });

    it('returns expiry_not_grantable for a key that would outlive its creator', async () => {
      const account = await createAccount(app);
      const end = new Date(app.clock.now().getTime() + DAY_MS);
      const { token } = await createKey(app, account, { scopes: ['account:write'], expires_at: end });
      const later = new Date(end.getTime() + 1).toISOString();
      for (const expires_at of [null, later]) {
        const { error, response } = await create(clientsOf(app, token), { scopes: ['account:write'], expires_at });
        expect([response.status, error?.code]).to.deep.equal([409, 'expiry_not_grantable']);
        expect(error?.detail).to.include(end.toISOString());
      }
      const within = await create(clientsOf(app, token), { scopes: ['account:write'], expires_at: end.toISOString() });
      expect(within.response.status).to.equal(201);
    });

    it('returns expiry_in_past where the key would be of no use', async () => {
      const { error, response } = await create(await createAccount(app), { expires_at: '2020-01-01T00:00:00Z' });
      expect([response.status, error?.code]).to.deep.equal([409, 'expiry_in_past']);
    });

    it('returns value_out_of_range to a time that no calendar of four digits holds', async () => {
      const expires_at = '9999-12-31T23:59:59-12:00';
      const { error, response } = await create(await createAccount(app), { expires_at });
      expect([response.status, error?.code]).to.deep.equal([409, 'value_out_of_range']);
    });
  });

  describe('400', () => {
    it('names every violation: an unknown scope, one named twice, and no name', async () => {
      const { v2 } = await createAccount(app);
      const body = { scopes: ['tasks:read', 'tasks:read', 'tasks:destroy'] } as unknown as ApiKeyCreate;
      const { error, response } = await v2.POST('/api/v2/api-keys', { body });
      expect(response.status).to.equal(400);
      const pointers = (error?.errors ?? []).map(({ pointer }) => pointer).sort();
      expect(pointers).to.deep.equal(['/name', '/scopes', '/scopes/2']);
    });
  });
});
